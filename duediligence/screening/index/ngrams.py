"""Which list names could be meant at all: an index of three-letter pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from duediligence.names import PreparedName

# Pieces that more than about a sixth of all names hold are not looked up for names that have enough others.
_COMMON_PIECE = 2.0
_FEW_PIECES = 8
# Of pieces that very many names hold together, the rarest are enough. Sums over all names are made at once where a
# good part of them is met anyway.
_MOST_OWNERS = 25_000
_SPARSE = 8


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
        self._owners = np.diff(arrays.starts).tolist()
        self._squares = [rarity * rarity for rarity in arrays.rarity.tolist()]
        self._unknown = log(1.0 + arrays.size) ** 2
        self._common = _COMMON_PIECE**2
        self._sums = np.zeros(arrays.size)

    def candidates(self, name: PreparedName, most: int, least: float) -> list[int]:
        """Numbers of at most `most` names whose pieces agree by a cosine of `least` or more, best first."""
        pieces = _pieces(name, self._skeletons)
        known = [number for piece in pieces if (number := self._ids.get(piece)) is not None]
        met = sum(map(self._squares.__getitem__, known))
        square = met + self._unknown * (len(pieces) - len(known))
        if not known or met < least * least * square:
            return []
        return self._best(known, square, most, least)

    def _best(self, known: list[int], square: float, most: int, least: float) -> list[int]:
        kept, share = self._rarest(known)
        spans = [slice(self._starts[number], self._starts[number + 1]) for number in kept]
        owners = np.concatenate([self.arrays.owners[span] for span in spans])
        shares = np.concatenate([self.arrays.shares[span] for span in spans])
        found, cosines = self._reaching(owners, shares, least * share * sqrt(square))
        if len(found) > most:
            found = found[np.argsort(-cosines, kind="stable")[:most]]
        numbers: list[int] = found.tolist()
        return numbers

    def _rarest(self, known: list[int]) -> tuple[list[int], float]:
        """The pieces to look up, and which share of the squares of all they have."""
        if len(known) > _FEW_PIECES:
            known = [number for number in known if self._squares[number] > self._common] or known
        owners, squares = self._owners.__getitem__, self._squares.__getitem__
        if sum(map(owners, known)) <= _MOST_OWNERS:
            return known, 1.0
        by_rarity = sorted(known, key=squares, reverse=True)
        enough = int(np.searchsorted(np.cumsum([owners(number) for number in by_rarity]), _MOST_OWNERS))
        kept = by_rarity[: max(_FEW_PIECES, enough)]
        return kept, sum(map(squares, kept)) / sum(map(squares, known))

    def _reaching(
        self, owners: npt.NDArray[np.int64], shares: npt.NDArray[np.float64], least: float
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
        """The names, in their order, whose shares add up to `least` or more, and to how much."""
        if self.arrays.size < _SPARSE * len(owners):
            sums = np.bincount(owners, weights=shares, minlength=self.arrays.size)
            found = np.flatnonzero(sums >= least)
            return found, np.asarray(sums[found], dtype=np.float64)
        np.add.at(self._sums, owners, shares)
        found = np.unique(owners[self._sums[owners] >= least])
        cosines = self._sums[found]
        self._sums[owners] = 0.0
        return found, cosines


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
        yield from _pieces_of_word(word)
    for before, after in pairwise(words):
        seam = before[-2:] + after[:2]
        yield from (seam[i : i + 3] for i in range(max(0, len(seam) - 2)))


@lru_cache(maxsize=1 << 16)
def _pieces_of_word(word: str) -> tuple[str, ...]:
    padded = f"^{word}$"
    return tuple(padded[i : i + 3] for i in range(max(1, len(padded) - 2)))
