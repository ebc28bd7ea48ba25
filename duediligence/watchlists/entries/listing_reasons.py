"""Why an entry is listed, by the reviewed rules of watchlists/listed_for.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from duediligence.model import ListingReason, Topic
from duediligence.resources import data_file, load_validated

_QUOTED = 90
"""Characters of the publisher's text shown on either side of the phrase that gave a reason."""


@dataclass(frozen=True, slots=True)
class ListRule:
    """A topic of every entry of a list."""

    list: str
    topic: Topic
    words: str
    basis: str


@dataclass(frozen=True, slots=True)
class EntryRule:
    """A topic of entries that the list itself does not explain; `source` is the publisher's statement."""

    list: str
    entries: tuple[str, ...]
    topic: Topic
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class ProgrammeRule:
    """A topic of every entry under one of the programmes."""

    lists: tuple[str, ...]
    programmes: tuple[str, ...]
    topic: Topic
    basis: str


@dataclass(frozen=True, slots=True)
class WordRule:
    """A topic of every entry whose names or remarks hold one of the phrases; `within` limits it to programmes."""

    topic: Topic
    phrases: tuple[str, ...]
    basis: str
    within: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class ListedFor:
    """listed_for.yaml; see the comments there."""

    version: str
    reviewed: str
    not_after: tuple[str, ...]
    lists: tuple[ListRule, ...]
    entries: tuple[EntryRule, ...]
    words: tuple[WordRule, ...]
    programmes: tuple[ProgrammeRule, ...]


@cache
def listed_for() -> ListedFor:
    """The rules in force."""
    return load_validated(data_file("watchlists", "listed_for.yaml"), ListedFor)


def listing_reasons(list_name: str, entry_id: str, programmes: tuple[str, ...], text: str) -> tuple[ListingReason, ...]:
    """The reasons for one entry, each topic once, the most telling rule first: list, entry, words, programme.

    An entry that no rule speaks of is (OTHER, its programmes). `text` is its names and remarks.
    """
    found: dict[Topic, ListingReason] = {}
    for reason in _reasons(list_name, entry_id, programmes, text):
        found.setdefault(reason.topic, reason)
    other = ListingReason(Topic.OTHER, ", ".join(programmes) or "the list gives no reason")
    return tuple(found.values()) or (other,)


def _reasons(list_name: str, entry_id: str, programmes: tuple[str, ...], text: str) -> Iterator[ListingReason]:
    rules = listed_for()
    yield from (ListingReason(rule.topic, rule.words) for rule in rules.lists if rule.list == list_name)
    for entry in rules.entries:
        if entry.list == list_name and entry_id in entry.entries:
            yield ListingReason(entry.topic, f"{entry.words} ({entry.source})")
    yield from _reasons_in_words(list_name, programmes, text)
    for rule in rules.programmes:
        if list_name in rule.lists:
            codes = [code for code in programmes if code in rule.programmes]
            if codes:
                yield ListingReason(rule.topic, f"programme {', '.join(codes)}")


def _reasons_in_words(list_name: str, programmes: tuple[str, ...], text: str) -> Iterator[ListingReason]:
    folded = text.lower()
    for rule in listed_for().words:
        if rule.within is not None and not set(rule.within.get(list_name, ())) & set(programmes):
            continue
        for phrase in rule.phrases:
            if phrase in folded and (place := _place(phrase, folded)) >= 0:
                yield ListingReason(rule.topic, _quoted(text, place, len(phrase)))
                break


def _place(phrase: str, text: str) -> int:
    """Where the phrase stands as whole words and not after a word that turns it round (`anti-`); else -1."""
    place = text.find(phrase)
    while place >= 0:
        end = place + len(phrase)
        whole = not (text[place - 1 : place].isalnum() or text[end : end + 1].isalnum())
        if whole and not text[:place].rstrip(" -").endswith(listed_for().not_after):
            return place
        place = text.find(phrase, end)
    return -1


def _quoted(text: str, place: int, length: int) -> str:
    """The phrase with the publisher's words around it, cut at blanks, with `…` where something was left out."""
    start, end = max(0, place - _QUOTED), min(len(text), place + length + _QUOTED)
    if start:
        start = text.find(" ", start, place) + 1 or place
    if end < len(text):
        end = max(text.rfind(" ", place + length, end), place + length)
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
