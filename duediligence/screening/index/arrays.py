"""List names made ready once: their words, what finds them, and the places of their entries, all as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from duediligence.model import NameType
from duediligence.names import NameToken, PreparedName
from duediligence.screening.index.ngrams import NgramArrays, NgramIndex
from duediligence.screening.index.one_edit import SlipArrays, SlipIndex

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Named = tuple[str, NameType]


@dataclass(frozen=True, slots=True)
class Lists:
    """Several sequences of numbers one after the other: number `n` is `values[starts[n]:starts[n + 1]]`."""

    values: Ints
    starts: Ints

    @classmethod
    def of(cls, parts: Iterable[Sequence[int]]) -> Lists:
        """From the sequences."""
        values: list[int] = []
        starts = [0]
        for part in parts:
            values += part
            starts.append(len(values))
        return cls(np.array(values, dtype=np.int64), np.array(starts, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Compiled:
    """Names as numbers of `tokens`, places as numbers of `place_sounds`, and the arrays of every index."""

    tokens: tuple[NameToken, ...]
    names: Lists
    place_sounds: tuple[str, ...]
    places: Lists
    sounds: NgramArrays
    consonants: NgramArrays
    slips: SlipArrays

    def prepared(self, texts: Sequence[Named]) -> list[PreparedName]:
        """The names again; `texts` as they were compiled."""
        tokens = [self.tokens[number] for number in self.names.values.tolist()]
        starts = self.names.starts.tolist()
        return [
            PreparedName(text, name_type, tuple(tokens[starts[n] : starts[n + 1]]))
            for n, (text, name_type) in enumerate(texts)
        ]


def compile_names(names: Sequence[PreparedName], places: Sequence[frozenset[str]]) -> Compiled:
    """Everything that is worth keeping of prepared names, and of the places of the entries."""
    numbers: dict[NameToken, int] = {}
    rows = Lists.of([numbers.setdefault(token, len(numbers)) for token in name.tokens] for name in names)
    sounds = sorted(frozenset[str]().union(*places))
    position = {sound: number for number, sound in enumerate(sounds)}
    return Compiled(
        tuple(numbers),
        rows,
        tuple(sounds),
        Lists.of(sorted(position[sound] for sound in sounds_of) for sounds_of in places),
        NgramIndex(names).arrays,
        NgramIndex(names, skeletons=True).arrays,
        SlipIndex(names).arrays,
    )
