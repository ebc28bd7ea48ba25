"""The watchlists made ready: every name prepared and indexed, every entry's places and identifiers at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from duediligence.model import EntryKind, EntryName, NameType, WatchlistEntry
from duediligence.names import PreparedName, prepare
from duediligence.screening.index.arrays import Compiled, Lists, Named, compile_names
from duediligence.screening.index.cache import saved
from duediligence.screening.index.candidates import CandidateIndex, NameIndex
from duediligence.screening.score.context import identifier_keys
from duediligence.screening.score.places import place_sounds

_NAME_TYPES = {EntryKind.PERSON: NameType.PERSON, EntryKind.UNKNOWN: NameType.UNKNOWN}


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
    places: Places
    by_identifier: Mapping[tuple[str, str], Sequence[int]]


def ready(entries: Sequence[WatchlistEntry]) -> ReadyLists:
    """Prepare and index every name of every entry. Names without a letter or digit cannot be met and match nothing."""
    screened = [entry for entry in entries if entry.kind is not EntryKind.ORDER]
    owned = [(number, name) for number, entry in enumerate(screened) for name in dict.fromkeys(entry.names)]
    types = [_NAME_TYPES.get(entry.kind, NameType.ORGANISATION) for entry in screened]
    texts = [(name.text, types[number]) for number, name in owned]
    compiled = saved(screened, lambda: _compiled(texts, screened))
    pairs = zip(owned, compiled.prepared(texts), strict=True)
    names = [ListName(number, name, prepared) for (number, name), prepared in pairs]
    by_identifier: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    first_name = np.searchsorted([number for number, _ in owned], np.arange(len(screened) + 1)).tolist()
    for number, entry in enumerate(screened):
        for key in dict.fromkeys(identifier_keys(entry.identifiers)):
            by_identifier[key] += range(first_name[number], first_name[number + 1])
    places = Places(compiled.place_sounds, compiled.places)
    return ReadyLists(screened, names, NameIndex.of(compiled), places, by_identifier)


def _compiled(texts: Sequence[Named], entries: Sequence[WatchlistEntry]) -> Compiled:
    names = [prepare(text, name_type) for text, name_type in texts]
    return compile_names(names, [place_sounds(*entry.addresses) for entry in entries])


class Places(Sequence[frozenset[str]]):
    """The sounds of the words of each entry's addresses; few are ever asked for."""

    def __init__(self, sounds: tuple[str, ...], entries: Lists) -> None:
        self.sounds = sounds
        self.entries = entries

    def __len__(self) -> int:
        return len(self.entries.starts) - 1

    @overload
    def __getitem__(self, entry: int) -> frozenset[str]: ...
    @overload
    def __getitem__(self, entry: slice) -> Sequence[frozenset[str]]: ...
    def __getitem__(self, entry: int | slice) -> frozenset[str] | Sequence[frozenset[str]]:
        if isinstance(entry, slice):
            return [self[number] for number in range(*entry.indices(len(self)))]
        first, last = self.entries.starts[entry : entry + 2].tolist()
        return frozenset(self.sounds[number] for number in self.entries.values[first:last].tolist())
