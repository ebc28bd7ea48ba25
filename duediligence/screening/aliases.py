"""What an entry's other names say against a hit on one of them."""

from __future__ import annotations

from dataclasses import replace

from duediligence.model import NameType
from duediligence.names import TokenKind
from duediligence.screening.comparison import Scales, Weighed
from duediligence.screening.hits import Hit, rescored
from duediligence.screening.lists import ReadyLists

# An alias that agrees in as many bits as the best one, but for this many, is as good a witness.
_AS_MUCH = 1.0


def without_another_part(hit: Hit, lists: ReadyLists, scales: Scales) -> Hit:
    """The hit, lowered where a fuller alias shows that the party's surplus word is another one.

    `Depot No. 3` agrees with the alias `Depot`, but the entry's `Depot No. 2` says that 3 is another depot.
    """
    places = hit.beside.towns | hit.beside.places
    if hit.same_identifier or not _surplus(hit, places):
        return hit
    for number in lists.names_of_entry(hit.listed.entry):
        other = scales.weigh(hit.name.prepared, lists.names[number].prepared, places)
        if other.measured.apart and _agreeing(other) >= _agreeing(hit.weighed) - _AS_MUCH:
            return rescored(hit, replace(hit.weighed, measured=hit.weighed.measured.with_apart(other.measured.apart)))
    return hit


def _surplus(hit: Hit, places: frozenset[str]) -> bool:
    """Whether the party's name has a word of its own too many, other than a town put behind a company's name."""
    last = hit.weighed.left.telling[-1]
    person = hit.weighed.left.name_type is NameType.PERSON
    return any(
        token.kind is TokenKind.NUMBER or person or (token.sound not in places and token is not last)
        for token in hit.weighed.alignment.left_alone
        if token.kind in (TokenKind.NUMBER, TokenKind.DISTINCTIVE)
    )


def _agreeing(weighed: Weighed) -> float:
    return weighed.measured.agreeing
