"""What is in list files, told without installing or using them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import ListEdition, Problem
from duediligence.watchlists.editions.cache import read_compiled
from duediligence.watchlists.editions.recognise import found_in
from duediligence.watchlists.formats.source_file import list_files
from duediligence.watchlists.load import newest_of


@dataclass(frozen=True, slots=True)
class Inspected:
    """One list as found: its newest edition, how many identifiers its entries carry, and its problems."""

    edition: ListEdition
    identifiers: int
    problems: tuple[Problem, ...]


def inspect_lists(paths: Sequence[Path]) -> tuple[tuple[Inspected, ...], tuple[Problem, ...]]:
    """Each list in the paths, and the problems of files and editions that are none of them.

    Raises `InputRefused` as `load_lists` does.
    """
    found, problems = found_in(list_files(paths), read_compiled)
    if not found:
        raise InputRefused(Code.LIST_NOTHING_FOUND, where=", ".join(path.name for path in paths))
    used, older, _ = newest_of(found)
    lists = (
        Inspected(item.edition, sum(len(entry.identifiers) for entry in item.read.entries), item.read.problems)
        for item in used
    )
    return tuple(lists), (*problems, *older)
