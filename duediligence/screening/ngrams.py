"""Which list names could be meant at all: an index of three-letter pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from duediligence.names import PreparedName

# Pieces that more than about a sixth of all names hold are not looked up for names that have enough others.
_COMMON_PIECE = 2.0
_FEW_PIECES = 8


class NgramIndex:
    """Names by the three-letter pieces of their sounds; the same names in the same order give the same index.

    With `skeletons` the pieces are of the consonants alone, for scripts that leave vowels out.
    """

    def __init__(self, names: Sequence[PreparedName], *, skeletons: bool = False) -> None:
        self._skeletons = skeletons
        self._size = len(names)
        self._ids: dict[str, int] = {}
        grams, owners = self._postings(names)
        order = np.argsort(grams, kind="stable")
        counts = np.bincount(grams, minlength=len(self._ids))
        self._starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        rarity = np.log(1.0 + self._size / np.maximum(counts, 1)).astype(np.float32)
        squares = np.bincount(owners, weights=rarity[grams] ** 2, minlength=self._size)
        norms = np.sqrt(np.maximum(squares, 1e-9)).astype(np.float32)
        self._owners = owners[order].astype(np.int32)
        self._weights = (rarity[grams] / norms[owners])[order]
        self._rarity = [float(value) for value in rarity]

    def _postings(self, names: Sequence[PreparedName]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        grams: list[int] = []
        owners: list[int] = []
        for number, name in enumerate(names):
            pieces = self._pieces(name)
            grams.extend(self._ids.setdefault(piece, len(self._ids)) for piece in pieces)
            owners.extend([number] * len(pieces))
        return np.array(grams, dtype=np.int64), np.array(owners, dtype=np.int64)

    def _pieces(self, name: PreparedName) -> list[str]:
        words = [token.skeleton if self._skeletons else token.sound for token in name.telling]
        return list(dict.fromkeys(_pieces_of(words)))

    def candidates(self, name: PreparedName, most: int, least: float) -> list[int]:
        """Numbers of at most `most` names whose pieces agree by a cosine of `least` or more, best first."""
        known: list[int] = []
        square = 0.0
        for piece in self._pieces(name):
            number = self._ids.get(piece)
            if number is None:
                square += log(1.0 + self._size) ** 2
            else:
                known.append(number)
                square += self._rarity[number] ** 2
        if not known:
            return []
        return self._best(known, sqrt(square), most, least)

    def _best(self, known: list[int], norm: float, most: int, least: float) -> list[int]:
        if len(known) > _FEW_PIECES:
            known = [number for number in known if self._rarity[number] > _COMMON_PIECE] or known
        spans = [slice(self._starts[number], self._starts[number + 1]) for number in known]
        owners = np.concatenate([self._owners[span] for span in spans])
        agreeing = np.concatenate([self._weights[span] * self._rarity[n] for n, span in zip(known, spans, strict=True)])
        cosines = np.bincount(owners, weights=agreeing, minlength=self._size)
        found = np.flatnonzero(cosines >= least * norm)
        if len(found) > most:
            kept = np.argsort(-cosines[found], kind="stable")[:most]
            found = found[kept]
        return [int(number) for number in found]


def _pieces_of(words: Iterable[str]) -> Iterable[str]:
    words = list(words)
    for word in words:
        padded = f"^{word}$"
        yield from (padded[i : i + 3] for i in range(max(1, len(padded) - 2)))
    for before, after in pairwise(words):
        seam = before[-2:] + after[:2]
        yield from (seam[i : i + 3] for i in range(max(0, len(seam) - 2)))
