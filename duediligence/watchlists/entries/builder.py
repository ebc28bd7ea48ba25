"""An entry while a reader gathers it, before its list is known and its countries and reasons are worked out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from duediligence.model import EntryCountry, EntryKind, EntryLink, EntryName, Identifier, NameRole, WatchlistEntry
from duediligence.names import script_of
from duediligence.watchlists.entries.countries import UnknownCountries, country_code, country_of_place
from duediligence.watchlists.entries.identifiers import verdict
from duediligence.watchlists.entries.listing_reasons import listing_reasons

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
