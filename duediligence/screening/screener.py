"""Every party against every entry of the watchlists."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np

from duediligence.model import CellRef, Match, NameType, Party, PartyKind, WatchlistEntry
from duediligence.names import PreparedName, alternatives, prepare
from duediligence.screening.explain import as_match
from duediligence.screening.hit import Beside, Hit, PartyName, better, score_hit
from duediligence.screening.index.list_index import ReadyLists, ready
from duediligence.screening.prefilter.name_bound import Listed, worth_a_look
from duediligence.screening.prefilter.word_arrays import Words
from duediligence.screening.score.compare import Scales
from duediligence.screening.score.context import identifier_keys, name_score_needed
from duediligence.screening.score.places import place_sounds
from duediligence.screening.score.word_weights import Rarity
from duediligence.settings import Settings
from duediligence.tables import uncollected

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


# Fewer parties are done before a second process has begun.
LEAST_SHARED = 4000
_shared: list[tuple[Pass, Sequence[Part]]] = []


def cores() -> int:
    """How many processes can run at once here."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def shared(whole: Pass, parts: Sequence[Part], workers: int) -> Iterator[PartMatches]:
    """The matches of each part, in order. Whoever stops asking, by Ctrl-C or otherwise, leaves no process behind."""
    with get_context(_start_method()).Pool(workers, _begin, (whole, parts)) as pool:
        yield from pool.imap(_matches, range(len(parts)))


def _start_method() -> str:
    """A forked process has everything at once; beside other threads it might wait for a lock that nobody holds."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _begin(whole: Pass, parts: Sequence[Part]) -> None:
    """Ctrl-C is for the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _shared[:] = [(whole, parts)]


def _matches(number: int) -> PartMatches:
    whole, parts = _shared[0]
    return whole.matches(parts[number])


_TOGETHER = 200


def screen(
    parties: Sequence[Party],
    entries: Sequence[WatchlistEntry],
    settings: Settings,
    progress: Callable[[int, int], None] | None = None,
    *,
    workers: int | None = 1,
) -> tuple[Match, ...]:
    """Potential matches of at least `settings.min_score`, one per party and entry: its best pair of names.

    A party's owners and parent are screened too; a match through them is a match of the party, says so, and is never
    strong. In the order of the parties, then by score (highest first), list and entry id. `progress` is told how many
    parties are done, and of how many. So many processes as there are `workers` share a long file, None is one for each
    core; the matches are the same.
    """
    with uncollected():
        return tuple(_found(parties, ready(entries), settings, progress, workers or cores()))


def _found(
    parties: Sequence[Party],
    lists: ReadyLists,
    settings: Settings,
    progress: Callable[[int, int], None] | None,
    workers: int,
) -> list[Match]:
    named = [tuple(names_of(party)) for party in parties]
    whole = Pass(lists, parties, [name.prepared for names in named for name in names], settings)
    parts = list(_parts(parties, named))
    several = workers > 1 and len(parties) >= LEAST_SHARED
    found: list[Match] = []
    for done, matches in enumerate(shared(whole, parts, workers) if several else map(whole.matches, parts), start=1):
        found += matches
        if progress:
            progress(min(done * _TOGETHER, len(parties)), len(parties))
    return found


def _parts(parties: Sequence[Party], named: Sequence[Sequence[PartyName]]) -> Iterator[Part]:
    first = 0
    for start in range(0, len(parties), _TOGETHER):
        names = named[start : start + _TOGETHER]
        yield Part(parties[start : start + _TOGETHER], names, first)
        first += sum(map(len, names))


def search_name(
    name: str, entries: Sequence[WatchlistEntry], settings: Settings, *, country: str = ""
) -> tuple[Match, ...]:
    """Potential matches of one name of an unknown kind, best first; `country` is alpha-2 or empty."""
    asked_about = Party("", PartyKind.SUPPLIER, name, CellRef("command line"), country=country)
    return screen([asked_about], entries, settings)


def names_of(party: Party) -> Iterator[PartyName]:
    """Every name to screen a party by: its own, several in one cell apart, then its owners and its parent."""
    for text in party.names:
        yield from (PartyName(prepare(name, party.name_type)) for name in alternatives(text))
    for through, texts in (("owner", party.owners), ("parent", (party.parent,))):
        for text in filter(None, texts):
            yield from (PartyName(prepare(name, NameType.UNKNOWN), through) for name in alternatives(text))
