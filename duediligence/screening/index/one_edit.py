"""Short names one slip of the pen apart: too short for three-letter pieces to agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from duediligence.names import PreparedName, TokenKind, letter_less

# Longer names keep enough of their three-letter pieces.
_LONGEST = 12
_OWN = frozenset({TokenKind.DISTINCTIVE, TokenKind.NUMBER, TokenKind.INITIAL})


@dataclass(frozen=True, slots=True)
class SlipArrays:
    """In a form that can be saved: the names of `keys[n]` are `names[starts[n]:starts[n + 1]]`."""

    keys: tuple[str, ...]
    starts: npt.NDArray[np.int64]
    names: npt.NDArray[np.int64]


class SlipIndex:
    """Names whose own words are short, by all those become when one letter is left out.

    One slip (a letter more, less or another, or two swapped) always meets in the middle.
    """

    def __init__(self, names: Sequence[PreparedName]) -> None:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(names):
            for key in _with_a_letter_less(_core(name)):
                found[key].append(number)
        starts = np.cumsum([0, *map(len, found.values())]).astype(np.int64)
        numbers = [number for group in found.values() for number in group]
        self._open(SlipArrays(tuple(found), starts, np.array(numbers, dtype=np.int64)))

    @classmethod
    def of(cls, arrays: SlipArrays) -> SlipIndex:
        """The index that these arrays were taken from."""
        index = cls.__new__(cls)
        index._open(arrays)
        return index

    def _open(self, arrays: SlipArrays) -> None:
        self.arrays = arrays
        self._starts = arrays.starts.tolist()
        self._keys = {key: number for number, key in enumerate(arrays.keys)}

    def candidates(self, name: PreparedName, most: int) -> list[int]:
        """Numbers of at most `most` names within one slip, or a few that are two slips away; in the list's order."""
        found: set[int] = set()
        for key in _with_a_letter_less(_core(name)):
            number = self._keys.get(key)
            if number is not None:
                found.update(self.arrays.names[self._starts[number] : self._starts[number + 1]].tolist())
        return sorted(found)[:most]


def _core(name: PreparedName) -> str:
    """The name's own words without blanks, or all telling words where there are none."""
    return "".join(token.spelled for token in name.tokens if token.kind in _OWN) or name.joined


def _with_a_letter_less(word: str) -> Iterator[str]:
    if 2 < len(word) <= _LONGEST:
        yield word
        yield from letter_less(word)
