"""What was compared, item by item, in a form a program can read and a person can check.

Effects are shares of the score. Every `word` that met its like adds, an inexact one less than its share, and so does a
`cut` (one text is the beginning of the other). `missing` and `contradiction` say which share was kept away by a word
without a partner, or by numbers that differ. Then come, in this order, `little compared`, `kind of entry`,
`weak alias`, `country`, `town`, `birth` and `identifier`, each with what it did to the score. The score is the sum of
all effects but the `missing` and `contradiction` ones, up to rounding. `owner` and `parent` move nothing: they say
through whom the match came.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from duediligence.model import MatchEvidence
from duediligence.names import NameToken, PreparedName, TokenKind
from duediligence.screening import weights
from duediligence.screening.score.alignment import Alignment, Pair
from duediligence.screening.score.name_score import Measure, Sides, credit, lone_bits, numbers_differ, pair_bits

WORD, CUT, MISSING, CONTRADICTION, LITTLE = "word", "cut", "missing", "contradiction", "little compared"
NOT_ADDED = frozenset({MISSING, CONTRADICTION})


def word_evidence(
    left: PreparedName,
    alignment: Alignment,
    measured: Measure,
    bits: Callable[[NameToken], float],
    sides: Sides,
) -> list[MatchEvidence]:
    """One item per pair, in the order of the party's name, and per word without a partner."""
    whole = (measured.agreeing + measured.against) or 1.0
    position = {id(token): number for number, token in enumerate(left.tokens)}
    pairs = sorted(alignment.pairs, key=lambda pair: position[id(pair.left[0])])
    items = [_pair(pair, bits, whole) for pair in pairs]
    feature = CONTRADICTION if alignment.left_alone and alignment.right_alone and not measured.cut else MISSING
    for token in alignment.left_alone:
        lost = lone_bits(token, bits, sides.left_places) * measured.left_share / whole
        items.append(
            MatchEvidence(feature, token.written, "", -round(lost, 4), _why(token, measured, sides.left_places))
        )
    for token in alignment.right_alone:
        lost = lone_bits(token, bits, sides.right_places) * measured.right_share / whole
        items.append(
            MatchEvidence(feature, "", token.written, -round(lost, 4), _why(token, measured, sides.right_places))
        )
    if measured.apart:
        note = "the numbers differ" if numbers_differ(alignment) else "another part makes another name"
        items.append(MatchEvidence(CONTRADICTION, "", "", -round(measured.apart / whole, 4), note))
    if measured.cut:
        items.append(MatchEvidence(CUT, "", "", round(weights.CUT_BITS / whole, 4), "one name is the other cut off"))
    return items


def little_compared(measured: Measure) -> MatchEvidence:
    """The discount for a likeness that rests on little."""
    effect = measured.likeness * (measured.confidence - 1.0)
    return MatchEvidence(LITTLE, "", "", round(effect, 4), f"{measured.agreeing:.1f} bits agree")


def _pair(pair: Pair, bits: Callable[[NameToken], float], whole: float) -> MatchEvidence:
    effect = pair_bits(pair, bits) * credit(pair.similarity) / whole
    left = " ".join(token.written for token in pair.left)
    right = " ".join(token.written for token in pair.right)
    return MatchEvidence(WORD, left, right, round(effect, 4), _how(pair))


def _how(pair: Pair) -> str:
    kinds = {pair.left[0].kind, pair.right[0].kind} - {TokenKind.DISTINCTIVE}
    likeness = "" if pair.similarity == 1.0 else f"{pair.similarity:.2f}"
    kind = str(sorted(kinds)[0]) if kinds else ""
    return ", ".join(part for part in (likeness, kind) if part)


def _why(token: NameToken, measured: Measure, places: Container[str]) -> str:
    if token.sound in places:
        return "place"
    if measured.cut:
        return "cut off"
    return "" if token.kind is TokenKind.DISTINCTIVE else str(token.kind)
