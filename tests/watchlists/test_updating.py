"""Fetching from a publisher that is good or bad: the last good edition is always still there and in use."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import Code, DueDiligenceError
from duediligence.model import DateBasis
from duediligence.settings import Settings
from duediligence.watchlists import lists_for, update
from duediligence.watchlists.editions import download as fetching
from duediligence.watchlists.formats import source_file as files
from tests.watchlists.editions_of import ANY_LOSS, fetched_from, installed, un_in_use, un_list
from tests.watchlists.helpers import DATA, SDN_FILES, WRO_HEADER
from tests.watchlists.server import Behaviour, Publisher, cut, fails, gives, leads_to, publisher, silent

TODAY = date(2026, 11, 24)
GOOD, NEWER = un_list("2026-03-15"), un_list("2026-04-16")
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><CONSOLIDATED_LIST><INDIVIDUALS>&c;</INDIVIDUALS></CONSOLIDATED_LIST>"""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher of the UN list, of which the edition of 15 March 2026 is installed here."""
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(fetching, "PAUSES", (0.0, 0.0))
    with publisher() as running:
        fetched_from(monkeypatch, f"{running.address}/consolidated.xml")
        running.behave(gives(GOOD, ETag='"one"', Last_Modified="Sun, 15 Mar 2026 06:00:00 GMT"))
        assert update("UN", TODAY, ANY_LOSS)
        assert un_in_use() == ("2026-03-15", 13)
        running.asked.clear()
        yield running


def refused(settings: Settings = ANY_LOSS) -> DueDiligenceError:
    """The error of an update, after which everything is as it was before."""
    before = installed()
    with pytest.raises(DueDiligenceError) as caught:
        update("UN", TODAY, settings)
    assert installed() == before
    assert un_in_use() == ("2026-03-15", 13)
    return caught.value


def test_a_newer_edition_is_kept_beside_the_older_and_used(server: Publisher) -> None:
    server.behave(gives(NEWER))
    done = update("UN", TODAY, ANY_LOSS)
    assert done
    assert done.new
    assert done.newest == done.edition
    assert len(installed()) == 2
    assert un_in_use() == ("2026-04-16", 13)
    assert done.edition.sidecar.fetched["consolidated.xml"].address == f"{server.address}/consolidated.xml"


def test_an_older_edition_is_kept_and_not_used(server: Publisher) -> None:
    server.behave(gives(un_list("2026-03-01")))
    done = update("UN", TODAY, ANY_LOSS)
    assert done
    assert done.newest.id.startswith("2026-03-15")
    assert un_in_use() == ("2026-03-15", 13)


def test_a_server_that_has_nothing_newer_is_believed(server: Publisher) -> None:
    server.behave(gives(GOOD, ETag='"one"'))
    assert update("UN", TODAY, ANY_LOSS) is None
    assert server.asked[0]["if-none-match"] == '"one"'
    assert server.asked[0]["if-modified-since"] == "Sun, 15 Mar 2026 06:00:00 GMT"
    assert len(installed()) == 1


def test_the_same_file_again_makes_no_second_edition(server: Publisher) -> None:
    server.behave(gives(GOOD))
    done = update("UN", TODAY, ANY_LOSS)
    assert done
    assert not done.new
    assert len(installed()) == 1


def test_an_error_that_passes_is_tried_again(server: Publisher) -> None:
    server.behave(fails(500), cut(NEWER, promised=True), gives(NEWER))
    assert update("UN", TODAY, ANY_LOSS)
    assert len(server.asked) == 3
    assert un_in_use() == ("2026-04-16", 13)


def test_a_redirect_is_followed(server: Publisher) -> None:
    server.behave(leads_to("/elsewhere"), gives(NEWER))
    assert update("UN", TODAY, ANY_LOSS)
    assert un_in_use() == ("2026-04-16", 13)


def test_an_error_page_of_the_server_is_tried_no_more_than_needed(server: Publisher) -> None:
    server.behave(fails(404))
    assert "answered 404" in refused().detail
    assert len(server.asked) == 1


BAD: dict[str, tuple[Behaviour, Code, str]] = {
    "cut connection": (cut(NEWER, promised=True), Code.LIST_NOT_FETCHED, "peer closed connection"),
    "half a file with 200": (cut(NEWER, promised=False), Code.LIST_DAMAGED, "not well-formed"),
    "500 for ever": (fails(500), Code.LIST_NOT_FETCHED, "answered 500"),
    "redirect loop": (leads_to("/again"), Code.LIST_NOT_FETCHED, "redirects"),
    "redirect to plain http": (leads_to("http://lists.example/un.xml"), Code.LIST_NOT_FETCHED, "only https"),
    "redirect to nonsense": (leads_to("http://[x/"), Code.LIST_NOT_FETCHED, "an address that is none"),
    "HTML in place of XML": (gives(b"<!DOCTYPE html><html><body>Sorry</body></html>"), Code.LIST_UNKNOWN, "no list"),
    "empty file": (gives(b""), Code.LIST_UNKNOWN, "no list"),
    "entity expansion": (gives(LAUGHS), Code.FILE_SUSPECT, "declares entities"),
    "another list": (gives((DATA / "consolidated.xml").read_bytes()), Code.LIST_UNKNOWN, "OFAC-CONS in place of UN"),
    "broken gzip": (gives(gzip.compress(NEWER, mtime=0)[:-9]), Code.LIST_DAMAGED, "gzip"),
    "not gzip at all": (gives(b"plain", Content_Encoding="gzip"), Code.LIST_NOT_FETCHED, "header"),
}


@pytest.mark.parametrize("name", BAD)
def test_the_last_good_edition_stays_in_use_and_the_message_says_what_happened(server: Publisher, name: str) -> None:
    behaviour, code, said = BAD[name]
    server.behave(behaviour)
    error = refused()
    assert (error.code, said in error.detail) == (code, True), error.text


def test_a_gzip_bomb_in_the_transfer_is_stopped_at_the_limit(server: Publisher) -> None:
    server.behave(gives(gzip.compress(bytes(30_000_000), mtime=0), Content_Encoding="gzip"))
    error = refused(Settings(list_max_loss=1.0, list_max_mb=1))
    assert (error.code, error.detail) == (
        Code.LIST_NOT_FETCHED,
        "the file is larger than 1 MB (setting list_max_mb)",
    )


def test_a_gzip_bomb_as_the_file_is_stopped_at_the_limit(server: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_LIST", 3_000_000)
    server.behave(gives(gzip.compress(bytes(30_000_000), mtime=0)))
    assert refused().code is Code.FILE_TOO_LARGE


def test_a_server_that_says_nothing_is_given_up(server: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "PAUSES", ())
    over = threading.Event()
    server.behave(silent(over))
    try:
        error = refused(Settings(list_max_loss=1.0, list_timeout_seconds=1))
    finally:
        over.set()
    assert (error.code, error.detail) == (Code.LIST_NOT_FETCHED, "timed out")


def test_a_steady_drip_is_given_up_too(server: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST_SECONDS", -1.0)
    server.behave(gives(NEWER))
    assert "not done after" in refused().detail


def test_an_edition_with_half_the_entries_gone_needs_a_word(server: Publisher) -> None:
    server.behave(gives(un_list("2026-05-17", entries=6)))
    error = refused(Settings())
    assert error.code is Code.LIST_SHRUNK
    assert error.detail == "6 entries, where the one dated 15 March 2026 has 13: 54% fewer, more than 20%"
    assert update("UN", TODAY, Settings(), accept_loss=True)
    assert un_in_use() == ("2026-05-17", 6)


def test_a_first_edition_is_held_against_the_packaged_one(
    server: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(tmp_path / "empty"))
    server.behave(gives(GOOD))
    with pytest.raises(DueDiligenceError) as caught:
        update("UN", TODAY, Settings())
    assert "where the one dated 27 February 2026 has 1,003" in caught.value.detail


def test_plain_http_to_another_machine_is_not_spoken(server: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched_from(monkeypatch, "http://lists.example/un.xml")
    assert "only https" in refused().detail


def test_a_list_without_a_plain_file_names_its_page() -> None:
    with pytest.raises(DueDiligenceError) as caught:
        update("CBP-WRO", TODAY, Settings())
    assert "https://www.cbp.gov/trade/" in caught.value.detail


def test_offline_means_offline(server: Publisher) -> None:
    server.behave(gives(NEWER))
    assert "`offline`" in refused(Settings(offline=True)).detail
    assert not server.asked


def test_files_that_state_no_day_get_the_day_on_which_the_publisher_gave_them(
    server: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched_from(monkeypatch, f"{server.address}/wro.csv")
    server.behave(gives(f"{WRO_HEADER}1/2/2020,Testwerk,China,X,WRO,Active\n".encode()))
    assert update("CBP-WRO", TODAY, ANY_LOSS)
    (edition,) = (item for item in lists_for(()).editions if item.list == "CBP-WRO")
    assert (edition.dated, edition.date_basis, edition.entries) == (TODAY, DateBasis.FETCHED, 1)


def test_a_list_of_several_files_is_fetched_whole_and_only_what_changed_is_sent_again(
    server: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched_from(monkeypatch, *(f"{server.address}/{name}" for name in SDN_FILES))
    whole = [gives((DATA / "sdn" / name).read_bytes(), ETag=f'"{name}"') for name in SDN_FILES]
    server.behave(*whole)
    first = update("OFAC-SDN", TODAY, ANY_LOSS)
    changed = (DATA / "sdn" / "alt.csv").read_bytes().replace(b"NATIONAL BANK OF CUBA", b"NATIONAL BANK")
    server.behave(whole[0], gives(changed), *whole[2:])
    second = update("OFAC-SDN", date(2026, 11, 25), ANY_LOSS)
    assert first
    assert second
    before, after = first.edition.sidecar.contents, second.edition.sidecar.contents
    assert set(before) == set(after) == set(SDN_FILES)
    assert [name for name in SDN_FILES if before[name] != after[name]] == ["alt.csv"]
    assert "NATIONAL BANK" in [name.text for entry in lists_for(()).entries for name in entry.names]


def test_a_list_of_several_files_lacking_one_is_refused(server: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched_from(monkeypatch, *(f"{server.address}/{name}" for name in SDN_FILES[:2]))
    server.behave(gives((DATA / "sdn" / "sdn.csv").read_bytes()), gives(b"<html></html>"))
    with pytest.raises(DueDiligenceError) as caught:
        update("OFAC-SDN", TODAY, ANY_LOSS)
    assert caught.value.code is Code.LIST_UNKNOWN
    assert installed("OFAC-SDN") == []
