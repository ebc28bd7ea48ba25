"""Which list names could be meant at all: an index of three-letter pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from duediligence.names import PreparedName

# Pieces that more than about a sixth of all names hold are not looked up for names that have enough others.
_COMMON_PIECE = 2.0
_FEW_PIECES = 8


@dataclass(frozen=True, slots=True)
class NgramArrays:
    """What an index is made of, in a form that can be saved.

    Piece number `n` is `pieces[n]`; the names that hold it are `owners[starts[n]:starts[n + 1]]`, and `shares` says
    what it adds there to a cosine that is not yet divided by the length of the name asked for. `size` names in all.
    """

    pieces: tuple[str, ...]
    starts: npt.NDArray[np.int64]
    owners: npt.NDArray[np.int64]
    shares: npt.NDArray[np.float64]
    rarity: npt.NDArray[np.float64]
    size: int


class NgramIndex:
    """Names by the three-letter pieces of their sounds; the same names in the same order give the same index.

    With `skeletons` the pieces are of the consonants alone, for scripts that leave vowels out.
    """

    def __init__(self, names: Sequence[PreparedName], *, skeletons: bool = False) -> None:
        self._open(_arrays(names, skeletons), skeletons)

    @classmethod
    def of(cls, arrays: NgramArrays, *, skeletons: bool = False) -> NgramIndex:
        """The index that these arrays were taken from."""
        index = cls.__new__(cls)
        index._open(arrays, skeletons)
        return index

    def _open(self, arrays: NgramArrays, skeletons: bool) -> None:
        self.arrays = arrays
        self._skeletons = skeletons
        self._ids = {piece: number for number, piece in enumerate(arrays.pieces)}
        self._starts = arrays.starts.tolist()
        self._squares = [rarity * rarity for rarity in arrays.rarity.tolist()]
        self._unknown = log(1.0 + arrays.size) ** 2
        self._common = _COMMON_PIECE**2

    def candidates(self, name: PreparedName, most: int, least: float) -> list[int]:
        """Numbers of at most `most` names whose pieces agree by a cosine of `least` or more, best first."""
        known: list[int] = []
        square = 0.0
        for piece in _pieces(name, self._skeletons):
            number = self._ids.get(piece)
            if number is None:
                square += self._unknown
            else:
                known.append(number)
                square += self._squares[number]
        if not known or sum(self._squares[number] for number in known) < least * least * square:
            return []
        return self._best(known, square, most, least)

    def _best(self, known: list[int], square: float, most: int, least: float) -> list[int]:
        if len(known) > _FEW_PIECES:
            known = [number for number in known if self._squares[number] > self._common] or known
        spans = [slice(self._starts[number], self._starts[number + 1]) for number in known]
        owners = np.concatenate([self.arrays.owners[span] for span in spans])
        shares = np.concatenate([self.arrays.shares[span] for span in spans])
        cosines = np.bincount(owners, weights=shares, minlength=self.arrays.size)
        found = np.flatnonzero(cosines >= least * sqrt(square))
        if len(found) > most:
            found = found[np.argsort(-cosines[found], kind="stable")[:most]]
        numbers: list[int] = found.tolist()
        return numbers


def _arrays(names: Sequence[PreparedName], skeletons: bool) -> NgramArrays:
    ids: dict[str, int] = {}
    pieces: list[int] = []
    counts: list[int] = []
    for name in names:
        held = _pieces(name, skeletons)
        pieces += [ids.setdefault(piece, len(ids)) for piece in held]
        counts.append(len(held))
    grams, owners = np.array(pieces, dtype=np.int64), np.repeat(np.arange(len(names)), np.array(counts, dtype=np.int64))
    return _weighed(tuple(ids), grams, owners, len(names))


def _weighed(
    pieces: tuple[str, ...], grams: npt.NDArray[np.int64], owners: npt.NDArray[np.int64], size: int
) -> NgramArrays:
    order = np.argsort(grams, kind="stable")
    counts = np.bincount(grams, minlength=len(pieces))
    starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    rarity = np.log(1.0 + size / np.maximum(counts, 1))
    squares = rarity[grams] ** 2
    norms = np.sqrt(np.maximum(np.bincount(owners, weights=squares, minlength=size), 1e-9))
    return NgramArrays(pieces, starts, owners[order], (squares / norms[owners])[order], rarity, size)


def _pieces(name: PreparedName, skeletons: bool) -> list[str]:
    words = [token.skeleton if skeletons else token.sound for token in name.telling]
    return list(dict.fromkeys(_pieces_of(words)))


def _pieces_of(words: Sequence[str]) -> Iterable[str]:
    for word in words:
        padded = f"^{word}$"
        yield from (padded[i : i + 3] for i in range(max(1, len(padded) - 2)))
    for before, after in pairwise(words):
        seam = before[-2:] + after[:2]
        yield from (seam[i : i + 3] for i in range(max(0, len(seam) - 2)))
