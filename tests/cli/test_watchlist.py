"""`watchlist`: what scripts may rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from duediligence.cli.app import app
from duediligence.watchlists import catalogue
from duediligence.watchlists.editions import download as fetching
from tests.watchlists.editions_of import fetched_from, un_list
from tests.watchlists.helpers import DATA, written
from tests.watchlists.server import Publisher, fails, gives, publisher


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DUEDILIGENCE_LIST_MAX_LOSS", "1.0")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(fetching, "PAUSES", ())


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    with publisher() as running:
        fetched_from(monkeypatch, f"{running.address}/un.xml")
        yield running


def run(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(app, ["watchlist", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


def printed(*arguments: object) -> Any:
    return json.loads(run(*arguments, "--json").stdout)


def test_list_shows_every_list_of_the_catalogue_and_none_for_those_without_an_edition() -> None:
    shown = run("list", "--lists", DATA / "un.xml", "--as-of", "2026-03-09")
    rows = {line.split()[0]: line for line in shown.stdout.splitlines() if line.strip()}
    assert {about.list for about in catalogue()} <= set(rows)
    assert "2026-02-27" in rows["UN"]
    assert "none" in rows["OFAC-SDN"]
    told = {row["list"]: row for row in printed("list", "--lists", DATA / "un.xml", "--as-of", "2026-03-09")}
    assert (told["UN"]["edition"], told["UN"]["age_days"], told["UN"]["entries"]) == ("2026-02-27", 10, 13)
    assert (told["OFAC-SDN"]["edition"], told["OFAC-SDN"]["entries"]) == (None, 0)


def test_add_installs_and_list_names_the_edition(tmp_path: Path) -> None:
    done = run("add", written(tmp_path / "un.xml", un_list("2026-03-15")))
    (row,) = (row for row in printed("list") if row["list"] == "UN")
    (edition,) = row["installed"]
    assert f"UN: installed as {edition}." in done.stderr
    assert (row["edition"], row["packaged"]) == ("2026-03-15", False)
    run("add", written(tmp_path / "un.xml", un_list("2025-03-15")))
    assert "already there" in run("add", tmp_path / "un.xml").stderr


def test_add_refuses_what_is_no_list(tmp_path: Path) -> None:
    assert "DD-WL-001" in run("add", written(tmp_path / "notes.txt", "x"), code=3).stderr
    assert "DD-WL-007" in run("add", written(tmp_path / "folder" / "notes.txt", "x").parent, code=3).stderr


def test_inspect_prints_one_object_a_line_and_installs_nothing() -> None:
    lines = run("inspect", DATA, "--json").stdout.splitlines()
    found = {item["list"]: item for item in map(json.loads, lines)}
    assert {"OFAC-SDN", "OFAC-CONS", "UN"} <= set(found)
    assert all(
        {"list", "edition", "entries", "names", "identifiers", "problems"} <= set(item) for item in found.values()
    )
    assert (found["UN"]["edition"], found["UN"]["entries"]) == ("2026-02-27", 13)
    assert found["UN"]["identifiers"] > 0
    assert found["UN"]["names"] > 13
    assert [row["installed"] for row in printed("list")] == [[]] * len(catalogue())


def test_inspect_says_on_stderr_what_is_no_list() -> None:
    shown = run("inspect", DATA)
    assert "SOURCES.md" in shown.stderr
    assert "UN" in shown.stdout


def test_show_tells_scripts_and_with_raw_the_publishers_record() -> None:
    entry = json.loads((run("show", "QDi.062", "--json")).stdout)[0]
    assert any(name.endswith("(alias, Arab)") for name in entry["names"])
    assert {"reasons", "links", "listed_for", "updated_on", "ends_on"} <= set(entry)
    assert "raw" not in entry
    assert "raw" in printed("show", "QDi.062", "--raw")[0]


def test_diff_of_two_editions_as_json(tmp_path: Path) -> None:
    before = written(tmp_path / "a.xml", un_list("2026-03-15", entries=12))
    after = written(tmp_path / "b.xml", un_list("2026-04-16").replace(b"Al-Qaida", b"Another regime"))
    (change,) = printed("diff", before, after)
    assert (change["list"], change["from"], change["to"]) == ("UN", "2026-03-15", "2026-04-16")
    assert [len(change[kind]) for kind in ("added", "removed")] == [1, 0]
    fields = change["changed"][0]["fields"]["programmes"]
    assert fields == {"before": ["Al-Qaida"], "after": ["Another regime"]}
    assert "1 added, 0 removed" in run("diff", before, after).stderr


def test_diff_of_an_unknown_edition_is_refused() -> None:
    assert "no installed edition of that id" in run("diff", "2026-03-15-00000000", DATA / "un.xml", code=3).stderr


def test_update_says_what_it_did(server: Publisher) -> None:
    server.behave(gives(un_list("2026-03-15"), ETag='"1"'))
    assert "UN: installed as 2026-03-15-" in run("update", "UN").stderr
    assert "nothing newer" in run("update", "UN").stderr


def test_an_update_that_fails_ends_with_one_and_goes_on_with_the_other_lists(server: Publisher) -> None:
    server.behave(fails(500), gives((DATA / "un.xml").read_bytes()))
    done = run("update", "OFAC-SDN", "UN", code=1)
    assert "OFAC-SDN: not updated." in done.stderr
    assert "answered 500" in done.stderr
    assert "UN: installed as 2026-02-27-" in done.stderr


def test_update_of_a_list_that_there_is_not_is_wrong_usage() -> None:
    run("update", "NONE", code=2)


def test_update_without_a_name_asks_for_every_list_that_has_a_plain_file(server: Publisher) -> None:
    server.behave(fails(404))
    done = run("update", code=1)
    assert [line.split(":")[0] for line in done.stderr.splitlines() if "not updated" in line] == [
        about.list for about in catalogue() if about.downloads
    ]


def test_screen_says_which_edition_it_used(tmp_path: Path) -> None:
    run("add", written(tmp_path / "un.xml", un_list("2026-03-15")))
    suppliers = written(tmp_path / "s.csv", "Supplier name,Country\nHarbour Knits,India\n")
    done = CliRunner().invoke(app, ["screen", str(suppliers)])
    assert "UN: 13 entries, edition 2026-03-15 (stated in the file)" in done.stderr
    assert "OFAC-SDN: 8,976 entries, edition 2021-07-01 (recorded with the packaged copy, packaged copy)" in done.stderr
