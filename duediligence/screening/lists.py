"""The watchlists made ready: every name prepared and indexed, every entry's places and identifiers at hand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duediligence.model import EntryKind, EntryName, NameType, WatchlistEntry
from duediligence.names import PreparedName, prepare
from duediligence.screening.candidates import CandidateIndex, NameIndex
from duediligence.screening.places import place_sounds
from duediligence.screening.surroundings import identifier_keys

_NAME_TYPES = {EntryKind.PERSON: NameType.PERSON}


@dataclass(frozen=True, slots=True)
class ListName:
    """One name of one entry, ready to be compared."""

    entry: int
    name: EntryName
    prepared: PreparedName


@dataclass(frozen=True, slots=True)
class ReadyLists:
    """Entries that are screened (no `ORDER`), their names, and what finds those: an index, and identifiers."""

    entries: Sequence[WatchlistEntry]
    names: Sequence[ListName]
    index: CandidateIndex
    places: Sequence[frozenset[str]]
    by_identifier: Mapping[tuple[str, str], Sequence[int]]
    first_name: Sequence[int]

    def names_of_entry(self, entry: int) -> range:
        """The numbers of an entry's names."""
        return range(self.first_name[entry], self.first_name[entry + 1])


def ready(entries: Sequence[WatchlistEntry]) -> ReadyLists:
    """Prepare and index every name of every entry. Names without a letter or digit cannot be met and are left out."""
    screened = [entry for entry in entries if entry.kind is not EntryKind.ORDER]
    names = [
        ListName(number, name, prepared)
        for number, entry in enumerate(screened)
        for name in dict.fromkeys(entry.names)
        if (prepared := prepare(name.text, _NAME_TYPES.get(entry.kind, NameType.ORGANISATION))).tokens
    ]
    by_identifier: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for key in dict.fromkeys(identifier_keys(screened[name.entry].identifiers)):
            by_identifier[key].append(number)
    places = [place_sounds(*entry.addresses) for entry in screened]
    index = NameIndex([name.prepared for name in names])
    first_name = [bisect_left(names, number, key=lambda name: name.entry) for number in range(len(screened) + 1)]
    return ReadyLists(screened, names, index, places, by_identifier, first_name)
