"""Which editions are used: the files given, or else the newest kept edition of each list that is whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from duediligence.errors import InputRefused
from duediligence.model import CellRef, Problem, Severity
from duediligence.watchlists.compiled import read_compiled
from duediligence.watchlists.editions import KeptEdition, kept_editions
from duediligence.watchlists.found import FoundList, Read, found_in
from duediligence.watchlists.loading import LoadedLists, assembled, load_lists


def lists_for(paths: Sequence[Path], read: Read = read_compiled) -> LoadedLists:
    """The lists in the paths, or, when there is no path, of each list the newest installed or packaged edition.

    Entries come without their raw records unless `read` is `read_whole`. An installed edition that is damaged is
    passed over for the next older one, with a problem and a notice. Raises what `load_lists` raises.
    """
    if paths:
        return load_lists(paths, read)
    found: list[FoundList] = []
    problems: list[Problem] = []
    for editions in kept_editions().values():
        chosen, said = _newest_whole(editions, read)
        found += chosen
        problems += said
    return assembled(found, problems)


def _newest_whole(editions: Sequence[KeptEdition], read: Read) -> tuple[list[FoundList], list[Problem]]:
    problems: list[Problem] = []
    for edition in editions:
        try:
            found, said = found_in(edition.files(), read)
        except InputRefused as error:
            problems.append(_unusable(edition, error))
            continue
        return found, [*problems, *said]
    return [], problems


def _unusable(edition: KeptEdition, error: InputRefused) -> Problem:
    found = f"the installed edition {edition.id} of the {edition.list} list is not used: {error.detail or error}"
    return Problem(error.code, Severity.WARNING, CellRef(f"{edition.list}/{edition.id}"), found)
