"""An edition is there whole or not at all, whatever happens while it is installed."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path

import pytest

from duediligence.errors import Code, DueDiligenceError
from duediligence.settings import Settings
from duediligence.watchlists import add, lists_for
from duediligence.watchlists.editions.folders import editions_folder
from duediligence.watchlists.editions.install import locked
from tests.watchlists.editions_of import ANY_LOSS, child, installed, un_in_use, un_list
from tests.watchlists.helpers import DATA, copied, written
from tests.watchlists.server import gives, publisher

KILL = "os.kill(os.getpid(), signal.SIGKILL)"
KILLED_AT = {
    "after half a file": f"""
def half(path, data):
    path.write_bytes(data[: len(data) // 2])
    {KILL}
install.write_flushed = half
""",
    "before the folder has its name": f"""
from pathlib import Path
Path.rename = lambda self, target: {KILL}
""",
    "right after the folder has its name": f"install._flush_folder = lambda folder: {KILL}",
    "between fetching and installing": f"update.install = lambda *given: {KILL}",
}


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own, with the UN list of 15 March 2026 in it."""
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    install(tmp_path, "2026-03-15")
    return tmp_path / "data"


def install(folder: Path, day: str, entries: int = 13) -> str:
    (done,) = add([written(folder / "given" / "un.xml", un_list(day, entries=entries))], ANY_LOSS)
    return done.edition.id


def hidden() -> list[Path]:
    return list(editions_folder().glob(".incoming-*"))


def test_an_installed_edition_holds_the_publishers_bytes_and_says_where_they_are_from(tmp_path: Path) -> None:
    folder = editions_folder() / "UN" / install(tmp_path, "2026-04-16")
    assert folder.name.startswith("2026-04-16-")
    assert (folder / "un.xml").read_bytes() == un_list("2026-04-16")
    record = (folder / "edition.yaml").read_text(encoding="utf-8")
    assert "licence: United Nations document" in record
    assert "source: added by hand" in record
    assert str(tmp_path) not in record


def test_an_installed_edition_loads_as_the_file_it_came_from(tmp_path: Path) -> None:
    from duediligence.watchlists import load_lists

    add([DATA / "un.xml", DATA / "sdn", DATA / "consolidated.xml"], ANY_LOSS)
    given = load_lists([DATA / "sdn"]).editions[0]
    kept = next(edition for edition in load_lists([editions_folder()]).editions if edition.list == "OFAC-SDN")
    assert kept == given


def test_adding_the_same_files_again_changes_nothing(tmp_path: Path) -> None:
    (edition,) = installed()
    before = (editions_folder() / "UN" / edition / "edition.yaml").stat().st_mtime_ns
    assert install(tmp_path, "2026-03-15") == edition
    assert (editions_folder() / "UN" / edition / "edition.yaml").stat().st_mtime_ns == before


def test_a_damaged_file_beside_good_ones_keeps_them_all_out(tmp_path: Path) -> None:
    copied("consolidated.xml", tmp_path / "given")
    written(tmp_path / "given" / "un.xml", un_list("2026-04-16")[:-100])
    with pytest.raises(DueDiligenceError) as caught:
        add([tmp_path / "given"], ANY_LOSS)
    assert caught.value.code is Code.LIST_DAMAGED
    assert installed("OFAC-CONS") == []


def test_an_edition_by_hand_that_lost_half_its_entries_needs_a_word(tmp_path: Path) -> None:
    half = written(tmp_path / "half.xml", un_list("2026-04-16", entries=6))
    with pytest.raises(DueDiligenceError) as caught:
        add([half], Settings())
    assert caught.value.code is Code.LIST_SHRUNK
    assert un_in_use() == ("2026-03-15", 13)
    assert add([half], Settings(), accept_loss=True)[0].new


def test_an_older_edition_by_hand_may_be_smaller(tmp_path: Path) -> None:
    (done,) = add([written(tmp_path / "old.xml", un_list("2025-01-02", entries=6))], Settings())
    assert done.newest.id.startswith("2026-03-15")


@pytest.mark.parametrize("flushes_before", [0, 1])
def test_a_full_disk_leaves_the_last_edition_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flushes_before: int
) -> None:
    flushes = iter(range(flushes_before))

    def flush(handle: int) -> None:
        if next(flushes, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", flush)
        with pytest.raises(DueDiligenceError) as caught:
            install(tmp_path, "2026-04-16")
    assert caught.value.code is Code.OUTPUT_UNWRITABLE
    assert caught.value.detail == "No space left on device; nothing was installed, the last edition stays in use"
    assert hidden() == []
    assert un_in_use() == ("2026-03-15", 13)
    install(tmp_path, "2026-04-16")
    assert un_in_use() == ("2026-04-16", 13)


def test_a_data_folder_that_cannot_be_made_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(written(tmp_path / "file", "not a folder")))
    with pytest.raises(DueDiligenceError) as caught:
        install(tmp_path, "2026-04-16")
    assert caught.value.code is Code.OUTPUT_UNWRITABLE
    assert {edition.list for edition in lists_for(()).editions} >= {"OFAC-SDN", "UN"}


def test_a_folder_that_another_program_works_in_is_waited_for_and_then_named() -> None:
    with locked(editions_folder()), pytest.raises(DueDiligenceError) as caught:
        locked(editions_folder(), patience=0.1).__enter__()
    assert caught.value.code is Code.LIST_FOLDER_BUSY
    with locked(editions_folder(), patience=0.0):
        assert un_in_use() == ("2026-03-15", 13)


@pytest.mark.parametrize("moment", KILLED_AT)
def test_a_program_killed_at_any_moment_leaves_whole_editions_only(tmp_path: Path, moment: str) -> None:
    before = installed()
    with publisher() as server:
        server.behave(gives(un_list("2026-04-16")))
        killed = child(f"{server.address}/un.xml", KILLED_AT[moment])
        _, said = killed.communicate(timeout=60)
    assert killed.returncode == (-signal.SIGKILL if sys.platform != "win32" else 1), said
    done = moment.startswith("right after")
    assert un_in_use() == ("2026-04-16" if done else "2026-03-15", 13)
    assert len(installed()) == len(before) + done
    assert bool(hidden()) == (moment in ("after half a file", "before the folder has its name"))
    install(tmp_path, "2026-05-17")
    assert hidden() == []
    assert un_in_use() == ("2026-05-17", 13)


def test_two_updates_at_once_install_one_edition(tmp_path: Path) -> None:
    with publisher() as server:
        server.behave(gives(un_list("2026-04-16")))
        programs = [child(f"{server.address}/un.xml") for _ in range(3)]
        said = [program.communicate(timeout=120) for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0], said
    assert sorted(out.strip() for out, _ in said) == ["False", "False", "True"]
    assert len(installed()) == 2
    assert un_in_use() == ("2026-04-16", 13)


def test_what_is_written_is_flushed_before_the_edition_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    really_flush, really_rename = os.fsync, Path.rename

    def flush(handle: int) -> None:
        told.append("flush")
        really_flush(handle)

    def rename(path: Path, target: Path) -> Path:
        told.append("rename")
        return really_rename(path, target)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "rename", rename)
    install(tmp_path, "2026-04-16")
    assert told[:3] == ["flush", "flush", "rename"]
