"""Which lists are in the files: recognised, read and dated, every edition of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, ListEdition, Problem, Severity
from duediligence.watchlists.catalogue import catalogue_entry
from duediligence.watchlists.editions.cache import read_compiled
from duediligence.watchlists.editions.dating import dating
from duediligence.watchlists.editions.metadata import Sidecar, sidecar_of, sidecars
from duediligence.watchlists.entries.read_list import Part, Reader, Reading, ReadList
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged
from duediligence.watchlists.readers.registry import READERS, reader_of

Read = Callable[[Reader, Sequence[Part]], Reading]


@dataclass(frozen=True, slots=True)
class FoundList:
    """One edition of one list with everything that was read for it; `statement` is its sidecar's."""

    edition: ListEdition
    read: ReadList
    statement: str


def read_whole(reader: Reader, parts: Sequence[Part]) -> Reading:
    """Everything the reader finds, each entry with its raw record."""
    return reader.read(parts)


def found_in(files: Sequence[ListFile], read: Read = read_compiled) -> tuple[list[FoundList], list[Problem]]:
    """Every edition in the files, and what is to be said of files that became none.

    Raises `InputRefused`: LIST_UNKNOWN for a named file that is no list; LIST_DAMAGED for a list cut off or damaged;
    LIST_PART_MISSING for a named companion without its primary file.
    """
    notes = sidecars(files)
    parts, problems = _recognised([file for file in files if file.path not in notes])
    readings = [read(READERS[number], group) for (number, _), group in parts.items()]
    found = [_found(item, sidecar_of(item.files, notes)) for reading in readings for item in reading.lists]
    return found, problems + [problem for reading in readings for problem in reading.problems]


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


def _found(read: ReadList, sidecar: Sidecar | None) -> FoundList:
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
    return FoundList(edition, read, sidecar.statement if sidecar else "")
