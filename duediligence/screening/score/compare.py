"""Two names beside each other: how alike, and why."""

from __future__ import annotations

from dataclasses import dataclass

from duediligence.model import MatchEvidence, NameType
from duediligence.names import PreparedName, prepare
from duediligence.screening.score.alignment import Alignment, Pair, align
from duediligence.screening.score.evidence import little_compared, word_evidence
from duediligence.screening.score.name_score import EQUAL_SIDES, Measure, Sides, measure
from duediligence.screening.score.similarity import WordSimilarity
from duediligence.screening.score.word_weights import Rarity


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names: `score` 0..1, `likeness` the share of them that agrees, `bits` how much that is, and why."""

    left: str
    right: str
    score: float
    likeness: float
    bits: float
    evidence: tuple[MatchEvidence, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An alignment with its measure; evidence can be made of it where someone will read it."""

    left: PreparedName
    alignment: Alignment
    measured: Measure
    sides: Sides

    @property
    def score(self) -> float:
        """The score of the names alone, not rounded."""
        return self.measured.likeness * self.measured.confidence


class Scales:
    """Weighs names against names; keeps what it learned of words between weighings."""

    __slots__ = ("rarity", "similarity")

    def __init__(self, rarity: Rarity | None = None) -> None:
        self.rarity = rarity or Rarity()
        self.similarity = WordSimilarity()

    def weigh(self, left: PreparedName, right: PreparedName, sides: Sides = EQUAL_SIDES) -> Weighed:
        """Hold two names against each other; the order of the two changes nothing but the sides.

        A person's name has no town put behind it.
        """
        person = NameType.PERSON in (left.name_type, right.name_type)
        sides = Sides(listed=sides.listed) if person else sides
        if right.text < left.text:
            alignment = _turned(align(right, left, self.similarity))
        else:
            alignment = align(left, right, self.similarity)
        bits, alike = self.rarity.bits, self.similarity.of_texts
        measured = measure(alignment, left, right, bits, alike, person=person, sides=sides)
        return Weighed(left, alignment, measured, sides)

    def explain(self, weighed: Weighed) -> list[MatchEvidence]:
        """The evidence of the names alone."""
        items = word_evidence(weighed.left, weighed.alignment, weighed.measured, self.rarity.bits, weighed.sides)
        return [*items, little_compared(weighed.measured)]


def compare(left: str, right: str, name_type: NameType = NameType.UNKNOWN, scales: Scales | None = None) -> Comparison:
    """How alike two names are by themselves. Without `scales` every distinctive word counts as equally rare."""
    scales = scales or Scales()
    names = prepare(left, name_type), prepare(right, name_type)
    weighed = scales.weigh(*names)
    measured = weighed.measured
    evidence = tuple(scales.explain(weighed))
    return Comparison(
        left, right, round(weighed.score, 4), round(measured.likeness, 4), round(measured.agreeing, 4), evidence
    )


def _turned(alignment: Alignment) -> Alignment:
    pairs = tuple(Pair(pair.right, pair.left, pair.similarity) for pair in alignment.pairs)
    return Alignment(pairs, alignment.right_alone, alignment.left_alone)
