"""From files and folders to the entries that parties are screened against: the newest edition of each list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, ListEdition, Problem, Severity, WatchlistEntry
from duediligence.resources import data_folder
from duediligence.watchlists.catalogue import catalogue, catalogue_entry
from duediligence.watchlists.dating import date_in_words, dating, newness
from duediligence.watchlists.files import ListFile, list_files
from duediligence.watchlists.readers import READERS, reader_of
from duediligence.watchlists.reading import Part, Reading, ReadList
from duediligence.watchlists.sidecar import Sidecar, sidecar_of, sidecars
from duediligence.watchlists.text import damaged


@dataclass(frozen=True, slots=True)
class LoadedLists:
    """The lists in use, in the catalogue's order: one edition each, its entries, and what is to be said of them.

    `notices` are sentences for the report's reader; `problems` name files and entries.
    """

    editions: tuple[ListEdition, ...]
    entries: tuple[WatchlistEntry, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Edition:
    """An edition with everything that was read for it."""

    edition: ListEdition
    read: ReadList
    statement: str


def load_lists(paths: Sequence[Path]) -> LoadedLists:
    """The lists in the files and folders (searched to the bottom), recognised by what they hold.

    A file in a folder that is no list gives a note (LIST_UNKNOWN). Of several editions of one list the newest is
    used (see dating.py), the others give a note (LIST_SUPERSEDED) and a notice.

    Raises `InputRefused`: FILE_MISSING; LIST_UNKNOWN for a named file that is no list; LIST_DAMAGED for a list cut
    off or damaged, wherever it lies; LIST_PART_MISSING for a named companion without its primary file;
    LIST_NOTHING_FOUND when there is no list at all.
    """
    files = list_files(paths)
    notes = sidecars(files)
    parts, problems = _recognised([file for file in files if file.path not in notes])
    readings = _readings(parts)
    found = [_edition(read, sidecar_of(read.files, notes)) for reading in readings for read in reading.lists]
    if not found:
        raise InputRefused(Code.LIST_NOTHING_FOUND, where=", ".join(path.name for path in paths))
    used, dropped, notices = _newest(found)
    problems += [problem for reading in readings for problem in reading.problems]
    problems += [problem for item in used for problem in item.read.problems] + dropped
    return LoadedLists(
        editions=tuple(item.edition for item in used),
        entries=tuple(entry for item in used for entry in item.read.entries),
        problems=tuple(problems),
        notices=(*notices, *(notice for item in used for notice in _notices(item))),
    )


def packaged_lists() -> LoadedLists:
    """The dated snapshots that ship with the software: for training and demonstration, not for a decision."""
    return load_lists([data_folder("watchlists") / "snapshots"])


def lists_for(paths: Sequence[Path]) -> LoadedLists:
    """The lists in the paths, or the packaged ones when there is no path. Raises what `load_lists` raises."""
    return load_lists(paths) if paths else packaged_lists()


def _recognised(files: Sequence[ListFile]) -> tuple[Mapping[tuple[int, Path], list[Part]], list[Problem]]:
    """The parts by reader and folder, and a note for each file that is no list."""
    parts: dict[tuple[int, Path], list[Part]] = {}
    problems: list[Problem] = []
    for file in files:
        found = reader_of(file)
        if found is None:
            problems.append(_unknown(file))
            continue
        if not file.whole:
            raise damaged(file.name, "the gzip file is cut off or broken")
        reader, role = found
        parts.setdefault((READERS.index(reader), file.path.parent), []).append(Part(file, role))
    return parts, problems


def _unknown(file: ListFile) -> Problem:
    if file.named:
        raise InputRefused(Code.LIST_UNKNOWN, where=file.name)
    advice = "Nothing to do if it is no list; otherwise give the publisher's own file, unchanged."
    return Problem(Code.LIST_UNKNOWN, Severity.NOTE, CellRef(file.name), suggestion=advice)


def _readings(parts: Mapping[tuple[int, Path], list[Part]]) -> list[Reading]:
    return [READERS[number].read(group) for (number, _), group in parts.items()]


def _edition(read: ReadList, sidecar: Sidecar | None) -> _Edition:
    about = catalogue_entry(read.list)
    dated, basis = dating(read, sidecar)
    edition = ListEdition(
        list=read.list,
        title=about.title,
        publisher=about.publisher,
        licence=about.licence,
        dated=dated,
        date_basis=basis,
        entries=len(read.entries),
        names=sum(len(entry.names) for entry in read.entries),
        files=tuple(file.source for file in read.files),
        packaged=sidecar is not None and sidecar.packaged,
    )
    return _Edition(edition, read, sidecar.statement if sidecar else "")


def _newest(found: Sequence[_Edition]) -> tuple[list[_Edition], list[Problem], list[str]]:
    """The newest edition of each list, and what is to be said of the others."""
    used: list[_Edition] = []
    problems: list[Problem] = []
    notices: list[str] = []
    for about in catalogue():
        same = [item for item in found if item.edition.list == about.list]
        if not same:
            continue
        newest = max(same, key=lambda item: newness(item.edition.dated, item.edition.date_basis))
        used.append(newest)
        for older in same:
            if older is not newest:
                said = f"{_words(older)} is not used; {_words(newest)} is"
                where = CellRef(older.edition.files[0].name)
                problems.append(Problem(Code.LIST_SUPERSEDED, Severity.NOTE, where, said))
                notices.append(f"Two editions of the {about.list} list were given: {said}.")
    return used, problems, notices


def _words(item: _Edition) -> str:
    names = " + ".join(file.name for file in item.edition.files)
    return f"{names} ({date_in_words(item.edition.dated, item.edition.date_basis)})"


def _notices(item: _Edition) -> tuple[str, ...]:
    own = (f"{item.edition.list}: {item.statement}",) if item.statement else ()
    return (*own, *item.read.notices)
