"""Which editions are used: the files given, or else the newest kept edition of each list that is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from duediligence.errors import InputRefused
from duediligence.model import CellRef, Problem, Severity
from duediligence.watchlists.editions.cache import read_compiled
from duediligence.watchlists.editions.recognise import FoundList, Read
from duediligence.watchlists.editions.store import KeptEdition, kept_editions, load_edition
from duediligence.watchlists.load import LoadedLists, assembled, load_lists


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
