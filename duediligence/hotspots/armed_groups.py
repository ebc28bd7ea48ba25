"""Who an official list tags as party to an armed conflict, with what the list itself says they do to people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duediligence.model import EntryKind, ListingReason, Topic, WatchlistEntry

_DEEDS = (Topic.TRAFFICKING, Topic.FORCED_LABOUR, Topic.CHILD_RECRUITMENT, Topic.SEXUAL_VIOLENCE)


@dataclass(frozen=True, slots=True)
class ConflictParty:
    """One list entry: an armed group, or someone who leads it or fights in it.

    `party_to_conflict` and `deeds` hold the list's own words; the entry's id is where they can be read.
    """

    list: str
    entry_id: str
    kind: EntryKind
    name: str
    countries: tuple[str, ...]
    party_to_conflict: str
    deeds: tuple[ListingReason, ...]


def armed_groups(entries: Iterable[WatchlistEntry]) -> tuple[ConflictParty, ...]:
    """Every entry tagged as party to an armed conflict of which its list also says a deed against people, in order.

    Nothing is added from elsewhere: what an entry's own words do not say is not said here.
    """
    return tuple(group for entry in entries if (group := _group(entry)))


def _group(entry: WatchlistEntry) -> ConflictParty | None:
    conflict = next((reason for reason in entry.listed_for if reason.topic is Topic.ARMED_CONFLICT), None)
    deeds = tuple(reason for reason in entry.listed_for if reason.topic in _DEEDS)
    if conflict is None or not deeds:
        return None
    return ConflictParty(entry.list, entry.entry_id, entry.kind, entry.name, entry.country_codes, conflict.words, deeds)
