"""Every party against every entry of the watchlists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from duediligence.model import CellRef, Match, NameType, Party, PartyKind, WatchlistEntry
from duediligence.names import alternatives, prepare
from duediligence.screening import weights
from duediligence.screening.aliases import without_another_part
from duediligence.screening.comparison import Scales
from duediligence.screening.hits import Beside, Hit, PartyName, better, score_hit
from duediligence.screening.lists import ReadyLists, ready
from duediligence.screening.places import place_sounds
from duediligence.screening.rarity import Rarity
from duediligence.screening.reporting import as_match
from duediligence.screening.surroundings import identifier_keys, raised
from duediligence.settings import Settings

_PROGRESS_EVERY = 200


def screen(
    parties: Sequence[Party],
    entries: Sequence[WatchlistEntry],
    settings: Settings,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Match, ...]:
    """Potential matches of at least `settings.min_score`, one per party and entry: its best pair of names.

    A party's owners and parent are screened too; a match through them is a match of the party, says so, and is never
    strong. In the order of the parties, then by score (highest first), list and entry id. `progress` is told how many
    parties are done, and of how many.
    """
    lists = ready(entries)
    named = [tuple(names_of(party)) for party in parties]
    listed = (name.prepared for name in lists.names)
    scales = Scales(Rarity([*listed, *(name.prepared for names in named for name in names)]))
    found: list[Match] = []
    for done, (party, names) in enumerate(zip(parties, named, strict=True), start=1):
        hits = _hits(party, names, lists, scales, settings.min_score)
        found.extend(sorted((as_match(hit, scales, settings) for hit in hits), key=_order))
        if progress and (done % _PROGRESS_EVERY == 0 or done == len(parties)):
            progress(done, len(parties))
    return tuple(found)


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


def _hits(party: Party, names: Sequence[PartyName], lists: ReadyLists, scales: Scales, least: float) -> list[Hit]:
    towns = place_sounds(party.city)
    best: dict[int, Hit] = {}
    for name in names:
        for number in lists.index.find(name.prepared):
            _keep_better(best, _hit(party, towns, name, number, lists, scales, least))
    for key in identifier_keys(party.identifiers):
        for number in lists.by_identifier.get(key, ()):
            _keep_better(best, _hit(party, towns, names[0], number, lists, scales, 0.0))
    kept = (without_another_part(hit, lists, scales) for hit in best.values() if hit.score >= least)
    return [hit for hit in kept if hit.score >= least]


def _hit(
    party: Party, towns: frozenset[str], name: PartyName, number: int, lists: ReadyLists, scales: Scales, least: float
) -> tuple[int, Hit] | None:
    """One pair of names scored, unless nothing beside them could lift it to `least`."""
    listed = lists.names[number]
    places = lists.places[listed.entry]
    weighed = scales.weigh(name.prepared, listed.prepared, places | towns if towns else places)
    if raised(raised(weighed.score, weights.COUNTRY_AGREES), weights.TOWN_AGREES) < least:
        return None
    beside = Beside(party, towns, lists.entries[listed.entry], places)
    return listed.entry, score_hit(name, listed, weighed, beside)


def _keep_better(best: dict[int, Hit], found: tuple[int, Hit] | None) -> None:
    if found:
        entry, hit = found
        best[entry] = better(best.get(entry), hit)


def _order(match: Match) -> tuple[float, str, str]:
    return -match.score, match.list, match.list_entry_id
