"""A compiled list is the list; a cache that is old, broken or out of reach changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.model import (
    CellRef,
    EntryCountry,
    EntryKind,
    EntryLink,
    EntryName,
    Identifier,
    ListingReason,
    NameRole,
    Problem,
    Severity,
    Topic,
    WatchlistEntry,
)
from duediligence.watchlists import LoadedLists, lists_for, load_lists
from duediligence.watchlists.editions import cache as compiled
from duediligence.watchlists.editions.cache import packed, read_compiled, unpacked
from duediligence.watchlists.editions.folders import cache_folder
from duediligence.watchlists.entries.read_list import Reading, ReadList
from tests.watchlists.helpers import DATA, written

FULL = WatchlistEntry(
    list="UN",
    entry_id="X.1",
    kind=EntryKind.VESSEL,
    names=(EntryName("Проба", NameRole.FORMER, True, "Cyrl", "ru"), EntryName("lone \ud800 half")),
    countries=(EntryCountry("FR", "flag"),),
    addresses=("1 Quay",),
    birth_dates=("about 1971",),
    identifiers=(Identifier("imo", "9123456", "FR", True),),
    programmes=("P",),
    listed_on=date(2020, 1, 2),
    updated_on=date(2021, 1, 2),
    ends_on=date(2031, 1, 2),
    remarks="said",
    reasons="ground",
    links=(EntryLink("owned by", "Testwerk", "X.2"),),
    listed_for=(ListingReason(Topic.FORCED_LABOUR, "words"),),
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUEDILIGENCE_CACHE_DIR", str(tmp_path / "cache"))
    return cache_folder()


def without_raw(loaded: LoadedLists) -> LoadedLists:
    return replace(loaded, entries=tuple(replace(entry, raw="") for entry in loaded.entries))


def test_every_field_but_raw_comes_back() -> None:
    plain = WatchlistEntry(list="UN", entry_id="X.1", kind=EntryKind.PERSON, names=(EntryName("A"),))
    for item in fields(WatchlistEntry):
        if item.name not in ("list", "entry_id", "raw"):
            assert getattr(FULL, item.name) != getattr(plain, item.name), f"fill {item.name} so that it is tested"
    problem = Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, CellRef("f", "s", 3, 4), "found", "do", 1)
    read = ReadList("UN", (), (FULL, plain), date(2026, 1, 2), None, (problem,), ("notice",))
    reading = Reading((read,), (replace(problem, where=None),))
    # Two names may be equal and yet differ in their script, which comparison leaves out: so the texts are compared.
    assert repr(unpacked(compiled._opened(compiled._closed(packed(reading, ()))), ())) == repr(reading)


def test_what_is_loaded_is_the_same_from_the_file_and_from_its_compiled_form(cache: Path) -> None:
    whole = repr(without_raw(load_lists([DATA])))
    assert repr(lists_for([DATA])) == whole
    assert list(cache.glob("*.list"))
    assert repr(lists_for([DATA])) == whole


def test_a_compiled_list_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = lists_for([DATA / "un.xml"])
    monkeypatch.setattr("duediligence.watchlists.readers.un.records", lambda *_: pytest.fail("parsed again"))
    monkeypatch.setattr(compiled, "without_raw", lambda reading: pytest.fail("parsed again"))
    assert lists_for([DATA / "un.xml"]) == before


def test_a_compiled_list_is_the_same_bytes_whenever_it_is_made(cache: Path) -> None:
    def made() -> dict[str, bytes]:
        lists_for([DATA])
        return {path.name: path.read_bytes() for path in cache.iterdir()}

    first = made()
    for path in cache.iterdir():
        path.unlink()
    assert made() == first


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[:-5],
    "a changed byte": lambda data: data[:99] + bytes([data[99] ^ 1]) + data[100:],
    "other values": lambda data: compiled._closed([["?"], 7]),
    "another entry's shape": lambda data: compiled._closed([[["UN", [0], "", "", [], [], [["X", "person"]]]], []]),
    "not JSON": lambda data: b"\0" * 200,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_compiled_form_is_made_anew(cache: Path, damage: str) -> None:
    before = lists_for([DATA / "un.xml"])
    (form,) = cache.iterdir()
    good = form.read_bytes()
    form.write_bytes(DAMAGE[damage](good))
    assert lists_for([DATA / "un.xml"]) == before
    assert form.read_bytes() == good


def test_a_changed_file_or_a_changed_reader_is_read_anew(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path / "un.xml", (DATA / "un.xml").read_bytes())
    lists_for([file])
    written(file, (DATA / "un.xml").read_bytes().replace(b"2026-02-27T", b"2026-03-15T"))
    assert lists_for([file]).editions[0].dated == date(2026, 3, 15)
    monkeypatch.setattr(compiled, "_readers_version", lambda: "another")
    lists_for([file])
    assert len(list(cache.iterdir())) == 3


def test_a_cache_folder_that_cannot_be_used_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUEDILIGENCE_CACHE_DIR", str(written(tmp_path / "file", "not a folder")))
    assert lists_for([DATA / "un.xml"]) == without_raw(load_lists([DATA / "un.xml"]))


def test_a_full_disk_leaves_nothing_behind_in_the_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert lists_for([DATA / "un.xml"]).entries
    assert list(cache.iterdir()) == []


def test_the_cache_does_not_grow_without_end(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_KEPT", 2)
    for day in ("2026-03-15", "2026-03-16", "2026-03-17"):
        data = (DATA / "un.xml").read_bytes().replace(b"2026-02-27T", f"{day}T".encode())
        lists_for([written(tmp_path / "un.xml", data)])
    assert len(list(cache.iterdir())) == 2


def test_a_damaged_list_is_refused_and_not_compiled(cache: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "un.xml", (DATA / "un.xml").read_bytes()[:-100])
    with pytest.raises(InputRefused):
        load_lists([file], read_compiled)
    assert not cache.exists()
