"""An entry while a reader gathers it, before its list is known and its countries and reasons are worked out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from duediligence.errors import Code
from duediligence.model import (
    CellRef,
    EntryCountry,
    EntryKind,
    EntryLink,
    EntryName,
    Identifier,
    NameRole,
    Problem,
    Severity,
    WatchlistEntry,
)
from duediligence.names import script_of
from duediligence.watchlists.entries.countries import UnknownCountries, country_code, country_of_place
from duediligence.watchlists.entries.identifiers import verdict
from duediligence.watchlists.entries.listing_reasons import listing_reasons
from duediligence.watchlists.entries.read_list import ReadList
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged

_SEPARATORS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Draft:
    """One entry in the making. Countries are still the publisher's words: (words, role) and (kind, number, words)."""

    entry_id: str
    kind: EntryKind
    names: list[EntryName] = field(default_factory=list)
    countries: list[tuple[str, str]] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    birth_dates: list[str] = field(default_factory=list)
    numbers: list[tuple[str, str, str]] = field(default_factory=list)
    programmes: tuple[str, ...] = ()
    listed_on: date | None = None
    updated_on: date | None = None
    ends_on: date | None = None
    remarks: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    links: list[EntryLink] = field(default_factory=list)
    raw: str = ""

    def add_name(self, text: str, role: NameRole = NameRole.ALIAS, *, weak: bool = False, language: str = "") -> None:
        """Another name, unless it is empty or there already."""
        if text and all(name.text != text for name in self.names):
            self.names.append(EntryName(text, role, weak, script_of(text), language))

    def finished(self, list_name: str, unknown: UnknownCountries) -> WatchlistEntry:
        """The entry as part of its list. The draft must have at least one name."""
        remarks, reasons = "; ".join(self.remarks), "; ".join(dict.fromkeys(self.reasons))
        searched = "; ".join((*(name.text for name in self.names), remarks, reasons))
        return WatchlistEntry(
            list=list_name,
            entry_id=self.entry_id,
            kind=self.kind,
            names=tuple(name if name.script else replace(name, script=script_of(name.text)) for name in self.names),
            countries=self._countries(unknown),
            addresses=tuple(dict.fromkeys(self.addresses)),
            birth_dates=tuple(dict.fromkeys(self.birth_dates)),
            identifiers=self._identifiers(),
            programmes=self.programmes,
            listed_on=self.listed_on,
            updated_on=self.updated_on,
            ends_on=self.ends_on,
            remarks=remarks,
            reasons=reasons,
            links=tuple(dict.fromkeys(self.links)),
            raw=self.raw,
            listed_for=listing_reasons(list_name, self.entry_id, self.programmes, searched),
        )

    def _countries(self, unknown: UnknownCountries) -> tuple[EntryCountry, ...]:
        found = [(unknown.code(text), role) for text, role in self.countries if text]
        found += [(country_of_place(place), "birth") for place in self.birth_places]
        return tuple(dict.fromkeys(EntryCountry(code, role) for code, role in found if code))

    def _identifiers(self) -> tuple[Identifier, ...]:
        found = (
            Identifier(kind, value, country_code(country) if country else "", verdict(kind, value))
            for kind, number, country in self.numbers
            for value in (_SEPARATORS.sub("", number).upper(),)
        )
        return tuple(dict.fromkeys(identifier for identifier in found if identifier.value))


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
