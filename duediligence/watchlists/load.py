"""From files and folders to the entries that parties are screened against: the newest edition of each list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, ListEdition, Problem, Severity, WatchlistEntry
from duediligence.watchlists.catalogue import catalogue
from duediligence.watchlists.editions.cache import read_compiled
from duediligence.watchlists.editions.dating import date_in_words, newness
from duediligence.watchlists.editions.folders import packaged_folder
from duediligence.watchlists.editions.recognise import FoundList, Read, found_in, read_whole
from duediligence.watchlists.editions.store import KeptEdition, kept_editions, load_edition
from duediligence.watchlists.formats.source_file import list_files


@dataclass(frozen=True, slots=True)
class LoadedLists:
    """The lists in use, in the catalogue's order: one edition each, its entries, and what is to be said of them.

    `notices` are sentences for the report's reader; `problems` name files and entries.
    """

    editions: tuple[ListEdition, ...]
    entries: tuple[WatchlistEntry, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]


def load_lists(paths: Sequence[Path], read: Read = read_whole) -> LoadedLists:
    """The lists in the files and folders (searched to the bottom), recognised by what they hold.

    A file in a folder that is no list gives a note (LIST_UNKNOWN). Of several editions of one list the newest is
    used (see dating.py), the others give a note (LIST_SUPERSEDED) and a notice. `read_compiled` for `read` is
    quicker and leaves out the entries' raw records.

    Raises `InputRefused`: FILE_MISSING; LIST_UNKNOWN for a named file that is no list; LIST_DAMAGED for a list cut
    off or damaged, wherever it lies; LIST_PART_MISSING for a named companion without its primary file;
    LIST_NOTHING_FOUND when there is no list at all.
    """
    found, problems = found_in(list_files(paths), read)
    if not found:
        raise InputRefused(Code.LIST_NOTHING_FOUND, where=", ".join(path.name for path in paths))
    return assembled(found, problems)


def packaged_lists() -> LoadedLists:
    """The packaged snapshots: for training and demonstration, not for a decision."""
    return load_lists([packaged_folder()])


def assembled(found: Sequence[FoundList], problems: Sequence[Problem]) -> LoadedLists:
    """The newest edition of each list found, after the problems of the files."""
    used, dropped, notices = newest_of(found)
    return LoadedLists(
        editions=tuple(item.edition for item in used),
        entries=tuple(entry for item in used for entry in item.read.entries),
        problems=(*problems, *(problem for item in used for problem in item.read.problems), *dropped),
        notices=(*notices, *(notice for item in used for notice in _notices(item))),
    )


def newest_of(found: Sequence[FoundList]) -> tuple[list[FoundList], list[Problem], list[str]]:
    """The newest edition of each list, and what is to be said of the others."""
    used: list[FoundList] = []
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


def _words(item: FoundList) -> str:
    names = " + ".join(file.name for file in item.edition.files)
    return f"{names} ({date_in_words(item.edition.dated, item.edition.date_basis)})"


def _notices(item: FoundList) -> tuple[str, ...]:
    own = (f"{item.edition.list}: {item.statement}",) if item.statement else ()
    return (*own, *item.read.notices)


def lists_for(paths: Sequence[Path], read: Read = read_compiled) -> LoadedLists:
    """The lists in the paths, or, when there is no path, of each list the newest installed or packaged edition.

    Entries come without their raw records unless `read` is `read_whole`. An installed edition that is damaged is
    passed over for the next older one, with a problem and a notice. Raises what `load_lists` raises.
    """
    if paths:
        return load_lists(paths, read)
    found: list[FoundList] = []
    problems: list[Problem] = []
    unusable: list[Problem] = []
    for editions in kept_editions().values():
        for chosen, said in _whole(editions, read, unusable):
            found.append(chosen)
            problems += said
            break
    loaded = assembled(found, (*unusable, *problems))
    notices = (f"{problem.found[:1].upper()}{problem.found[1:]}." for problem in unusable)
    return replace(loaded, notices=(*notices, *loaded.notices))


def _whole(
    editions: Sequence[KeptEdition], read: Read, unusable: list[Problem]
) -> Iterator[tuple[FoundList, list[Problem]]]:
    """The editions that can be read, one after the other; a problem for each one passed over."""
    for edition in editions:
        try:
            yield load_edition(edition, read)
        except InputRefused as error:
            unusable.append(_unusable(edition, error))


def _unusable(edition: KeptEdition, error: InputRefused) -> Problem:
    origin = "packaged" if edition.sidecar.packaged else "installed"
    found = f"the {origin} edition {edition.id} of the {edition.list} list is not used: {error.detail or error}"
    return Problem(error.code, Severity.WARNING, CellRef(f"{edition.list}/{edition.id}"), found)
