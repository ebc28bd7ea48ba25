"""Short names one slip of the pen apart: too short for three-letter pieces to agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from duediligence.names import PreparedName, TokenKind
from duediligence.names.slips import letter_less

# Longer names keep enough of their three-letter pieces.
_LONGEST = 12
_OWN = frozenset({TokenKind.DISTINCTIVE, TokenKind.NUMBER, TokenKind.INITIAL})


class SlipIndex:
    """Names whose own words are short, by all those become when one letter is left out.

    One slip (a letter more, less or another, or two swapped) always meets in the middle.
    """

    def __init__(self, names: Sequence[PreparedName]) -> None:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(names):
            for key in _with_a_letter_less(_core(name)):
                found[key].append(number)
        self._names = dict(found)

    def candidates(self, name: PreparedName, most: int) -> list[int]:
        """Numbers of at most `most` names within one slip, or a few that are two slips away; in the list's order."""
        numbers = (number for key in _with_a_letter_less(_core(name)) for number in self._names.get(key, ()))
        return sorted(dict.fromkeys(numbers))[:most]


def _core(name: PreparedName) -> str:
    """The name's own words without blanks, or all telling words where there are none."""
    return "".join(token.spelled for token in name.tokens if token.kind in _OWN) or name.joined


def _with_a_letter_less(word: str) -> Iterator[str]:
    if 2 < len(word) <= _LONGEST:
        yield word
        yield from letter_less(word)
