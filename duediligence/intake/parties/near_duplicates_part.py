"""Parties that may be one and were not joined: pointed out, for a person to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from duediligence.errors import Code
from duediligence.intake.parties.deduplicate import name_letters
from duediligence.model import Party, Problem, Severity
from duediligence.names import core_letters

_NEIGHBOURS = 3
_LEAST_LETTERS = 8
_LEAST_RATIO = 0.93


def near_duplicates(parties: Sequence[Party]) -> Iterator[Problem]:
    """A note at the later of two parties of one kind that may be one.

    They share a register's number, or the name in another country, or the words of their names without legal forms,
    or their names are written nearly alike: one letter in about fifteen. Names are held against their three neighbours
    in alphabetical order, so that the time grows with the parties and not with their pairs.
    """
    told: set[int] = set()
    for other, party, why in (*_same_numbers(parties), *_elsewhere(parties), *_alike(parties)):
        if id(party) not in told:
            told.add(id(party))
            found = f"{party.name} · {other.name} ({other.origin})"
            advice = f"{why} Give both the same name or id if they are one; otherwise nothing is to be done."
            yield Problem(Code.PARTY_NEAR_DUPLICATE, Severity.NOTE, party.origin, found, advice)


Pair = tuple[Party, Party, str]


def _same_numbers(parties: Iterable[Party]) -> Iterator[Pair]:
    seen: dict[tuple[str, str, str], Party] = {}
    for party in parties:
        for number in party.identifiers:
            other = seen.setdefault((number.kind, number.country, number.value), party)
            if other is not party and other.kind is party.kind:
                yield other, party, f"Both carry the {number.kind} number {number.value}."


def _elsewhere(parties: Iterable[Party]) -> Iterator[Pair]:
    seen: dict[tuple[str, str], Party] = {}
    for party in parties:
        other = seen.setdefault((party.kind, name_letters(party.name)), party)
        if other.country != party.country:
            yield other, party, "The same name stands in another country: sites of one group, perhaps."


def _alike(parties: Iterable[Party]) -> Iterator[Pair]:
    groups: defaultdict[tuple[str, str], list[tuple[str, int, Party]]] = defaultdict(list)
    for number, party in enumerate(parties):
        groups[party.kind, party.country].append((core_letters(party.name), number, party))
    for group in groups.values():
        group.sort(key=lambda item: item[:2])
        for place, (letters, number, party) in enumerate(group):
            for near, earlier, other in group[place + 1 : place + 1 + _NEIGHBOURS]:
                why = _why(letters, near)
                if why:
                    first, second = (party, other) if number < earlier else (other, party)
                    yield first, second, why


def _why(letters: str, near: str) -> str:
    if letters and letters == near:
        return "Their names are the same but for the legal form."
    if min(len(letters), len(near)) < _LEAST_LETTERS or not _written_alike(letters, near):
        return ""
    return "Their names are written nearly alike."


def _written_alike(letters: str, near: str) -> bool:
    """Numbers tell plants of one firm apart: they must be the same."""
    from rapidfuzz.distance import OSA

    figures = ["".join(filter(str.isdigit, text)) for text in (letters, near)]
    return figures[0] == figures[1] and OSA.normalized_similarity(letters, near, score_cutoff=_LEAST_RATIO) > 0
