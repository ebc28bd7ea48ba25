"""What OFAC's two file formats share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from duediligence.model import EntryKind, WatchlistEntry
from duediligence.watchlists.catalogue import catalogue
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.formats.text import day

KINDS = {
    "": EntryKind.ORGANISATION,
    "entity": EntryKind.ORGANISATION,
    "individual": EntryKind.PERSON,
    "vessel": EntryKind.VESSEL,
    "aircraft": EntryKind.AIRCRAFT,
}
"""By OFAC's words in lower case; an entry of a type not known here is read as an organisation."""
_OWN_SHARE = 0.5
_EVENTS = re.compile(r"(?:issued|Listing Date[^;]*?|Established Date) (\d{2} [A-Z][a-z]{2} \d{4})")


def which_list(drafts: Sequence[Draft]) -> str:
    """`OFAC-CONS` when at least half the entries stand under a programme of that list alone, else `OFAC-SDN`.

    A few SDN entries carry such a programme beside another, so one alone decides nothing.
    """
    for entry in catalogue():
        own = set(entry.own_programmes)
        if own and sum(not own.isdisjoint(draft.programmes) for draft in drafts) >= _OWN_SHARE * len(drafts):
            return entry.list
    return "OFAC-SDN"


def finished(drafts: Sequence[Draft], list_name: str, unknown: UnknownCountries) -> tuple[WatchlistEntry, ...]:
    """The drafts as entries of the list, in their order."""
    return tuple(draft.finished(list_name, unknown) for draft in drafts)


def newest_event(drafts: Sequence[Draft]) -> date | None:
    """The newest date on which something mentioned in the remarks had happened: a passport issued, an entry listed.

    Dates that may lie ahead (passports expiring, measures taking effect) are not looked at.
    """
    found = (day(text) for draft in drafts for remark in draft.remarks for text in _EVENTS.findall(remark))
    return max((when for when in found if when), default=None)
