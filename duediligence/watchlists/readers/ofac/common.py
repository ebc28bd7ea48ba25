"""What OFAC's two file formats share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from duediligence.model import EntryKind, EntryLink, NameRole, WatchlistEntry
from duediligence.resources import load_validated, package_file
from duediligence.watchlists.catalogue import catalogue
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.formats.text import birth_date, day, squeezed

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


_WEAK_NAME = re.compile(r"([afn])\.k\.a\.,? '(.+)'")
_NUMBER = re.compile(r"(?P<number>.*?)(?: \((?P<country>[^()]*(?:\([^()]*\))?[^()]*)\))?(?: (?:issued|expires) .*)?")
_LINK = re.compile(r"(Linked To|Owned By|Controlled By|Owned or Controlled By): (.+)", re.IGNORECASE)
_FORMER = {"f": NameRole.FORMER}
_IMO_DIGITS = 7
_LEI_LETTERS = 20


@cache
def _labels() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """(label, kind) by the label's first word, the longest label first."""
    kinds = load_validated(package_file("watchlists", "entries", "identifier_labels.yaml"), dict[str, tuple[str, ...]])
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, labels in kinds.items():
        for label in labels:
            found.setdefault(label.split(" ")[0], []).append((label, kind))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for word, pairs in found.items()}


def is_number_label(text: str) -> bool:
    """Whether OFAC labels a number that names a party with exactly this text."""
    return any(text == label for label, _ in _labels().get(text.partition(" ")[0], ()))


def note_facts(draft: Draft, remarks: str) -> None:
    """Adds to the draft what the remarks say of births, nationality, numbers and weak names; the rest is left."""
    for part in remarks.rstrip().removesuffix(".").split("; "):
        _note(draft, part.strip().removeprefix("alt. "))


def _note(draft: Draft, fact: str) -> None:
    word, _, rest = fact.partition(" ")
    if word == "DOB":
        draft.birth_dates.append(birth_date(rest))
    elif word == "POB":
        draft.birth_places.append(rest)
    elif word in ("nationality", "citizen"):
        draft.countries.append((squeezed(rest), "nationality"))
    elif fact.startswith("Nationality of Registration "):
        draft.countries.append((fact.removeprefix("Nationality of Registration "), "registration"))
    elif link := _link(fact):
        draft.links.append(link)
    elif weak := _WEAK_NAME.fullmatch(fact):
        draft.add_name(weak[2], _FORMER.get(weak[1], NameRole.ALIAS), weak=True)
    else:
        _note_number(draft, word, fact)


def note_links(draft: Draft, remarks: str) -> None:
    """Adds the links in remarks whose other facts stand elsewhere."""
    draft.links += [link for part in remarks.removesuffix(".").split("; ") if (link := _link(part.strip()))]


def _link(fact: str) -> EntryLink | None:
    """`Linked To: HAMAS`, perhaps in brackets."""
    inner = fact[1:-1] if fact.startswith("(") and fact.endswith(")") else fact
    found = _LINK.fullmatch(inner)
    return EntryLink(found[1].lower(), squeezed(found[2])) if found else None


def _note_number(draft: Draft, word: str, fact: str) -> None:
    for label, kind in _labels().get(word, ()):
        if not fact.startswith(f"{label} "):
            continue
        found = _NUMBER.fullmatch(fact.removeprefix(f"{label} "))
        number = found["number"] if found else ""
        if found and any(letter.isdigit() for letter in number):
            draft.numbers.append((_checked(kind, number), number, found["country"] or ""))
        return


def _checked(kind: str, number: str) -> str:
    """OFAC's labels are also used for numbers of another make; those are not compared as what the label says."""
    if kind == "imo" and len(number) != _IMO_DIGITS:
        return "other"
    return "registration" if kind == "lei" and len(number) != _LEI_LETTERS else kind
