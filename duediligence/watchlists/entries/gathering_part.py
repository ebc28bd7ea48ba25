"""The entries of one file while a reader makes them: the good ones finished, the others named, the edition dated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from duediligence.errors import Code
from duediligence.model import CellRef, Problem, Severity, WatchlistEntry
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import ReadList
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged

Finish = Callable[[Draft, UnknownCountries], WatchlistEntry]


class Gathering:
    """Takes the drafts of one file in their order. `finish` makes the entry of a draft that has an id and a name."""

    def __init__(self, list_name: str, file: ListFile, finish: Finish | None = None) -> None:
        self._list, self._file = list_name, file
        self._finish: Finish = finish or (lambda draft, unknown: draft.finished(list_name, unknown))
        self._entries: list[WatchlistEntry] = []
        self._problems: list[Problem] = []
        self._unknown = UnknownCountries()
        self._taken = 0

    def take(self, draft: Draft, fault: str = "", row: int = 0) -> None:
        """One draft; one without an id or a name is a problem: the `fault` at its `row`, else its place in the file."""
        self._taken += 1
        if draft.entry_id and draft.names:
            self._entries.append(self._finish(draft, self._unknown))
        else:
            self.lose(fault or f"entry {self._taken} ({draft.entry_id or 'no number'})", row)

    def lose(self, found: str, row: int = 0) -> None:
        """Something that gave no entry; `row` counts from 1, 0 where there are no rows."""
        where = CellRef(self._file.name, row=row)
        self._problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, found))

    def read_list(self, stated: date | None = None) -> ReadList:
        """The list as read. Raises `InputRefused` (LIST_DAMAGED) for a file without an entry."""
        if not self._taken:
            raise damaged(self._file.name, "it holds no entries")
        days = (entry.updated_on or entry.listed_on for entry in self._entries)
        newest = None if stated else max((when for when in days if when), default=None)
        problems = (*self._problems, *self._unknown.problems(self._file.name))
        return ReadList(self._list, (self._file,), tuple(self._entries), stated, newest, problems)
