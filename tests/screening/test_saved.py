from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.model import EntryKind, NameType, WatchlistEntry
from duediligence.names import prepare
from duediligence.screening import screen
from duediligence.screening.index import cache as saving
from duediligence.screening.index.arrays import Compiled, compile_names
from duediligence.screening.index.cache import CACHE_FOLDER, key_of, saved
from duediligence.settings import Settings
from tests.screening.builders import entry, party

ENTRIES = [
    entry("Zelmira Brezhmark Ltd", "新疆中泰化学", address="Calle 5, La Union", entry_id="1"),
    entry("Petra Halvorsen", "سمير خالد", "???", kind=EntryKind.PERSON, entry_id="2"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CACHE_FOLDER, str(tmp_path / "cache"))
    monkeypatch.setattr(saving, "LEAST_SAVED", 1)
    return tmp_path / "cache"


def compiled() -> Compiled:
    names = [prepare(name.text, NameType.UNKNOWN) for one in ENTRIES for name in one.names]
    return compile_names(names, [frozenset({"unian", "kala"}), frozenset()])


def refused() -> Compiled:
    raise AssertionError("compiled again")


def test_what_was_saved_is_read_back_word_for_word(folder: Path) -> None:
    made = saved(ENTRIES, compiled)
    read = saved(ENTRIES, refused)
    texts = [(name.text, NameType.UNKNOWN) for one in ENTRIES for name in one.names]
    assert read.prepared(texts) == made.prepared(texts) == [prepare(text) for text, _ in texts]
    assert (read.place_sounds, read.sounds.pieces, read.slips.keys) == (
        made.place_sounds,
        made.sounds.pieces,
        made.slips.keys,
    )
    assert (read.sounds.shares == made.sounds.shares).all()
    assert (read.consonants.owners == made.consonants.owners).all()
    assert len(list(folder.iterdir())) == 1


def test_the_same_names_give_the_same_bytes(folder: Path) -> None:
    saved(ENTRIES, compiled)
    (path,) = folder.iterdir()
    first = path.read_bytes()
    path.unlink()
    saved(ENTRIES, compiled)
    assert path.read_bytes() == first


def test_a_broken_file_is_made_anew(folder: Path) -> None:
    saved(ENTRIES, compiled)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    for broken in (b"", b"nothing", whole[: len(whole) // 2]):
        path.write_bytes(broken)
        assert saved(ENTRIES, compiled).place_sounds == ("kala", "unian")
        assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv(CACHE_FOLDER, str(blocked))
    monkeypatch.setattr(saving, "LEAST_SAVED", 1)
    assert saved(ENTRIES, compiled).place_sounds == ("kala", "unian")


@pytest.mark.parametrize(
    "other",
    [
        entry("Zelmira Brezhmark", entry_id="1"),
        entry("Zelmira Brezhmark Ltd", entry_id="3"),
        entry("Zelmira Brezhmark Ltd", kind=EntryKind.PERSON, entry_id="1"),
        entry("Zelmira Brezhmark Ltd", address="Lima", entry_id="1"),
        entry("Zelmira Brezhmark Ltd", list_name="EU", entry_id="1"),
    ],
)
def test_another_edition_has_another_key(other: WatchlistEntry) -> None:
    assert key_of([entry("Zelmira Brezhmark Ltd", entry_id="1")]) != key_of([other])


def test_screening_finds_the_same_with_and_without_a_saved_file(folder: Path) -> None:
    parties = [party("Zelmira Brezmark", city="La Union"), party("سمير خالد", party_id="P2")]
    first = screen(parties, ENTRIES, Settings(min_score=0.0))
    assert list(folder.iterdir())
    assert screen(parties, ENTRIES, Settings(min_score=0.0)) == first
    assert first
