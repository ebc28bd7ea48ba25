"""Which edition is used when no list is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.errors import Code
from duediligence.watchlists import add, lists_for, packaged_lists, read_whole
from duediligence.watchlists.editions.folders import DATA_VARIABLE, cache_folder, editions_folder
from tests.watchlists.editions_of import ANY_LOSS, un_in_use, un_list
from tests.watchlists.helpers import written


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(tmp_path / "data"))


def install(folder: Path, *days: str) -> Path:
    """Installs the UN list as of each day and gives the folder of the last."""
    for day in days:
        (done,) = add([written(folder / "given" / "un.xml", un_list(day))], ANY_LOSS)
    return done.edition.folder


def test_an_installed_edition_is_used_in_place_of_an_older_packaged_one(tmp_path: Path) -> None:
    install(tmp_path, "2026-03-15")
    loaded = lists_for(())
    assert [(edition.list, edition.packaged) for edition in loaded.editions] == [
        (edition.list, edition.list != "UN") for edition in packaged_lists().editions
    ]
    assert not any("UN" in notice for notice in loaded.notices)


def test_a_packaged_edition_is_used_in_place_of_an_older_installed_one(tmp_path: Path) -> None:
    install(tmp_path, "2025-01-02")
    assert un_in_use() == ("2026-02-27", 1003)


def test_of_two_editions_of_one_day_the_installed_one_is_used(tmp_path: Path) -> None:
    install(tmp_path, "2026-02-27")
    assert un_in_use() == ("2026-02-27", 13)


def test_an_installed_edition_that_was_changed_is_passed_over_with_a_word(tmp_path: Path) -> None:
    newest = install(tmp_path, "2026-03-15", "2026-04-16")
    with (newest / "un.xml").open("ab") as stream:
        stream.write(b"<!-- -->")
    assert un_in_use() == ("2026-03-15", 13)
    loaded = lists_for(())
    (problem,) = (problem for problem in loaded.problems if problem.code is Code.LIST_DAMAGED)
    assert loaded.notices[0] == f"T{problem.found[1:]}."
    assert problem.found == (
        f"the installed edition {newest.name} of the UN list is not used: its files are not those that were installed"
    )


def test_an_edition_that_is_not_read_as_its_list_any_more_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "2026-03-15")
    monkeypatch.setattr("duediligence.watchlists.editions.recognise.reader_of", lambda file: None)
    loaded = lists_for(())
    assert loaded.editions == ()
    assert "the installed edition 2026-03-15-" in " ".join(problem.found for problem in loaded.problems)


def test_a_folder_without_its_record_is_no_edition(tmp_path: Path) -> None:
    newest = install(tmp_path, "2026-03-15", "2026-04-16")
    (newest / "edition.yaml").unlink()
    assert un_in_use() == ("2026-03-15", 13)


def test_a_stray_file_in_an_edition_does_no_harm(tmp_path: Path) -> None:
    newest = install(tmp_path, "2026-03-15")
    written(newest / ".DS_Store", b"\0")
    assert un_in_use() == ("2026-03-15", 13)


def test_given_paths_replace_installed_editions(tmp_path: Path) -> None:
    install(tmp_path, "2026-03-15")
    given = written(tmp_path / "x.xml", un_list("2024-05-06"))
    assert [str(edition.dated) for edition in lists_for([given]).editions] == ["2024-05-06"]


def test_raw_records_come_only_when_they_are_asked_for(tmp_path: Path) -> None:
    install(tmp_path, "2026-03-15")
    assert not any(entry.raw for entry in lists_for(()).entries)
    whole = lists_for((), read_whole)
    assert whole.editions == lists_for(()).editions


def test_without_the_variables_the_users_own_folders_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_VARIABLE)
    monkeypatch.delenv("DUEDILIGENCE_CACHE_DIR")
    assert editions_folder().is_absolute()
    assert {"duediligence", "watchlists"} <= set(editions_folder().parts) & set(cache_folder().parts)
    assert editions_folder() != cache_folder()
