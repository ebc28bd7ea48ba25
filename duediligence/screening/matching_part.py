"""One pass of a file over the lists: candidates, a quick look at all of them, a close one at those that could match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from duediligence.model import Match, Party
from duediligence.names import PreparedName
from duediligence.screening.explain import as_match
from duediligence.screening.hit import Beside, Hit, PartyName, better, score_hit
from duediligence.screening.index.list_index import ReadyLists
from duediligence.screening.prefilter.bounds_part import worth_a_look
from duediligence.screening.prefilter.name_bound import Listed
from duediligence.screening.prefilter.word_arrays import Words
from duediligence.screening.score.compare import Scales
from duediligence.screening.score.context import identifier_keys, name_score_needed
from duediligence.screening.score.places import place_sounds
from duediligence.screening.score.word_weights import Rarity
from duediligence.settings import Settings

PartMatches = list[Match]


@dataclass(frozen=True, slots=True)
class Part:
    """Some parties with the names to screen them by; `first` is the number of the first of these among all names."""

    parties: Sequence[Party]
    named: Sequence[Sequence[PartyName]]
    first: int


class Pass:
    """Lists and the names of one file with what is common to all of them: how rare each word is."""

    def __init__(
        self, lists: ReadyLists, parties: Sequence[Party], names: Sequence[PreparedName], settings: Settings
    ) -> None:
        self._lists = lists
        self._settings = settings
        listed = [name.prepared for name in lists.names]
        self._scales = Scales(Rarity([*listed, *names]))
        words = Words()
        entry = np.array([name.entry for name in lists.names], dtype=np.int64)
        births = any(party.birth_date for party in parties)
        self._needed = name_score_needed(settings.min_score, births=births)
        self._listed = Listed(words.rows(listed), entry, lists.places.entries)
        self._names = words.rows(names)
        towns = frozenset[str]().union(*map(place_sounds, dict.fromkeys(party.city for party in parties)))
        numbers = {sound: number for number, sound in enumerate(lists.places.sounds)}
        self._columns = words.columns(self._scales.rarity.bits, numbers, towns)

    def matches(self, part: Part) -> PartMatches:
        """The matches of some parties, in their order."""
        names = [name for names in part.named for name in names]
        close = iter(self._close([name.prepared for name in names], part.first))
        found: list[Match] = []
        for party, own in zip(part.parties, part.named, strict=True):
            hits = self._hits(party, own, [next(close) for _ in own])
            found += sorted((as_match(hit, self._scales, self._settings) for hit in hits), key=_order)
        return found

    def _close(self, names: Sequence[PreparedName], first: int) -> list[list[int]]:
        """For each name the list names worth a close look."""
        found = [self._lists.index.find(name) for name in names]
        lefts = np.repeat(np.arange(len(names)), [len(numbers) for numbers in found])
        rights = np.array([number for numbers in found for number in numbers], dtype=np.int64)
        kept = worth_a_look(self._columns, self._names, self._listed, lefts + first, rights, self._needed)
        close: list[list[int]] = [[] for _ in names]
        for left, right in zip(lefts[kept].tolist(), rights[kept].tolist(), strict=True):
            close[left].append(right)
        return close

    def _hits(self, party: Party, names: Sequence[PartyName], close: Sequence[Sequence[int]]) -> list[Hit]:
        towns = place_sounds(party.city)
        best: dict[int, Hit] = {}
        for name, number in self._pairs(party, names, close):
            hit = self._hit(party, towns, name, number)
            best[hit.listed.entry] = better(best.get(hit.listed.entry), hit)
        least = self._settings.min_score
        return [hit for hit in best.values() if hit.score >= least]

    def _pairs(
        self, party: Party, names: Sequence[PartyName], close: Sequence[Sequence[int]]
    ) -> Iterable[tuple[PartyName, int]]:
        for name, numbers in zip(names, close, strict=True):
            yield from ((name, number) for number in numbers)
        for key in identifier_keys(party.identifiers):
            yield from ((names[0], number) for number in self._lists.by_identifier.get(key, ()))

    def _hit(self, party: Party, towns: frozenset[str], name: PartyName, number: int) -> Hit:
        """One pair of names scored."""
        listed = self._lists.names[number]
        places = self._lists.places[listed.entry]
        beside = Beside(party, towns, self._lists.entries[listed.entry], places)
        return score_hit(name, listed, self._scales.weigh(name.prepared, listed.prepared, beside.sides), beside)


def _order(match: Match) -> tuple[float, str, str]:
    return -match.score, match.list, match.list_entry_id
