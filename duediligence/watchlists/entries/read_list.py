"""What every list reader takes and gives. A new list is a module with a `READER` and a line in readers.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from duediligence.model import Problem, WatchlistEntry
from duediligence.watchlists.formats.source_file import ListFile

SAMPLE = 65_536
"""Bytes of a file's beginning that a reader may look at to recognise it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A recognised file and the part it plays in its list: the reader's own word, such as `primary` or `whole`."""

    file: ListFile
    role: str


@dataclass(frozen=True, slots=True)
class ReadList:
    """One edition of one list as read from one or more files.

    `stated` is the date the file gives itself; `newest_inside` the newest date of an event it mentions, which the
    edition cannot be older than.
    """

    list: str
    files: tuple[ListFile, ...]
    entries: tuple[WatchlistEntry, ...]
    stated: date | None = None
    newest_inside: date | None = None
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a reader found in one folder, and what it has to say of files that became no list."""

    lists: tuple[ReadList, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format.

    recognises: the role of a file whose contents begin with the sample, empty if it is not this format.
    read: the lists in the parts, all from one folder. Raises `InputRefused` (LIST_DAMAGED) for a part cut off.
    """

    recognises: Callable[[bytes], str]
    read: Callable[[Sequence[Part]], Reading]


def one_for_each(read: Callable[[ListFile], ReadList]) -> Callable[[Sequence[Part]], Reading]:
    """`Reader.read` of a format in which every file is a list by itself."""

    def read_all(parts: Sequence[Part]) -> Reading:
        return Reading(tuple(read(part.file) for part in parts))

    return read_all
