"""Which list names are worth comparing with a party's name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from duediligence.names import PreparedName
from duediligence.screening.index.arrays import Compiled
from duediligence.screening.index.ngrams import NgramArrays, NgramIndex
from duediligence.screening.index.one_edit import SlipIndex

# Measured on the development set: a true entry agrees by less in about 1 of 80 damaged names, and SlipIndex finds half
# of those.
LEAST_COSINE = 0.36
LEAST_SKELETON_COSINE = 0.3
MOST_CANDIDATES = 20
MOST_SLIPS = 20


class CandidateIndex(Protocol):
    """Finds the list names that a name could stand for. Built once per set of list names; deterministic."""

    def find(self, name: PreparedName) -> Sequence[int]:
        """The numbers of the names to compare, each once."""
        ...


class NameIndex:
    """The index in use: three-letter pieces of the sounds, slips of short names, consonants for vowelless scripts."""

    def __init__(self, names: Sequence[PreparedName]) -> None:
        self._sounds = NgramIndex(names)
        self._slips = SlipIndex(names)
        self._bare: NgramArrays | Sequence[PreparedName] = names

    @classmethod
    def of(cls, compiled: Compiled) -> NameIndex:
        """The index of names that were compiled."""
        index = cls.__new__(cls)
        index._sounds = NgramIndex.of(compiled.sounds)
        index._slips = SlipIndex.of(compiled.slips)
        index._bare = compiled.consonants
        return index

    @cached_property
    def _consonants(self) -> NgramIndex:
        if isinstance(self._bare, NgramArrays):
            return NgramIndex.of(self._bare, skeletons=True)
        return NgramIndex(self._bare, skeletons=True)

    def find(self, name: PreparedName) -> Sequence[int]:
        """The best candidates of each way to look, without order among the ways."""
        if name.consonantal:
            return self._consonants.candidates(name, MOST_CANDIDATES, LEAST_SKELETON_COSINE)
        by_sound = self._sounds.candidates(name, MOST_CANDIDATES, LEAST_COSINE)
        return list(dict.fromkeys((*by_sound, *self._slips.candidates(name, MOST_SLIPS))))
