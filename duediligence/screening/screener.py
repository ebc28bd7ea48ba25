"""Every party against every entry of the watchlists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from duediligence.model import CellRef, Match, NameType, Party, PartyKind, WatchlistEntry
from duediligence.names import alternatives, prepare
from duediligence.screening.hit import PartyName
from duediligence.screening.index.list_index import ReadyLists, ready
from duediligence.screening.matching_part import Part, Pass
from duediligence.screening.workers_part import LEAST_SHARED, cores, shared
from duediligence.settings import Settings
from duediligence.tables.gc_pause import uncollected

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
