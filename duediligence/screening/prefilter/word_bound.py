"""How alike two words could be at most, for many pairs of words at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from duediligence.screening import weights
from duediligence.screening.index.arrays import Floats, Ints
from duediligence.screening.prefilter.word_arrays import Columns


def likeness_at_most(columns: Columns, first: Ints, second: Ints) -> Floats:
    """At least the similarity of two words, and seldom more."""
    spelling = _by_letters(columns.letters, columns.length, first, second)
    sound = _by_letters(columns.sounds, columns.sound_length, first, second)
    alike = np.maximum(spelling, np.where(sound == 1.0, 1.0, weights.SOUND_SHARE * sound))
    same = first == second
    near = np.flatnonzero((alike >= weights.LEAST_SIMILARITY) & ~same)
    alike[near] = exact_likeness(columns, first[near], second[near])
    alike[same] = 1.0
    return _by_kind(columns, first, second, alike)


def _by_kind(columns: Columns, first: Ints, second: Ints, alike: Floats) -> Floats:
    """What letters do not tell: pet names, bare consonants, legal forms, initials."""
    family = columns.nickname[first]
    related = (family > 0) & (family == columns.nickname[second])
    alike = np.where(related, 1.0, alike)
    bare = np.flatnonzero(columns.vowelless[first] | columns.vowelless[second])
    alike[bare] = np.maximum(alike[bare], _consonants(columns, first[bare], second[bare]))
    alike = np.where(columns.legal[first] & columns.legal[second], 1.0, alike)
    short = columns.initial[first] | columns.initial[second]
    alike = np.where(short, columns.begins[first] == columns.begins[second], alike)
    return np.where((columns.number[first] | columns.number[second]) & (first != second), 0.0, alike)


def _consonants(columns: Columns, first: Ints, second: Ints) -> Floats:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    ours, theirs = ([token.skeleton for token in columns.tokens[side]] for side in (first, second))
    alike = cpdist(ours, theirs, scorer=OSA.normalized_similarity, dtype=np.float64)
    return np.asarray(alike) * weights.SAME_CONSONANTS


def exact_likeness(columns: Columns, first: Ints, second: Ints) -> Floats:
    """The similarity of words by their letters and sounds, those of a kind aside."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    def compared(texts: npt.NDArray[np.object_]) -> Floats:
        pairs = texts[first].tolist(), texts[second].tolist()
        return np.asarray(cpdist(*pairs, scorer=OSA.normalized_similarity, dtype=np.float64))

    sound = compared(columns.sound_texts)
    return np.maximum(compared(columns.texts), np.where(sound == 1.0, 1.0, weights.SOUND_SHARE * sound))


def _by_letters(letters: npt.NDArray[np.uint32], lengths: Floats, first: Ints, second: Ints) -> Floats:
    mine, other = letters[first], letters[second]
    long, short = lengths[first], lengths[second]
    edits = np.maximum(np.maximum(_count(mine & ~other), _count(other & ~mine)), np.abs(long - short))
    return 1.0 - edits / np.maximum(np.maximum(long, short), 1.0)


def _count(bits: npt.NDArray[np.uint32]) -> Floats:
    """The number of bits set."""
    bits = bits - ((bits >> 1) & np.uint32(0x55555555))
    bits = (bits & np.uint32(0x33333333)) + ((bits >> 2) & np.uint32(0x33333333))
    bits = (bits + (bits >> 4)) & np.uint32(0x0F0F0F0F)
    return ((bits * np.uint32(0x01010101)) >> 24).astype(np.float64)
