"""How high the score of a pair of names could be at most, for many pairs at once: most need no closer look."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from duediligence.screening import weights
from duediligence.screening.words import Columns, Floats, Ints, Rows

# Names of which one lies in the other as nearly as this, blanks aside, may have words run together.
_RUN_TOGETHER = 85


def worth_a_look(columns: Columns, left: Rows, right: Rows, lefts: Ints, rights: Ints, least: float) -> Ints:
    """The positions of those pairs that could reach `least` when country and town agree as well."""
    if not len(lefts):
        return lefts
    most = bounds(columns, left, right, lefts, rights)
    for share in (weights.COUNTRY_AGREES, weights.TOWN_AGREES):
        most += (1.0 - most) * most * share
    low = np.flatnonzero(most < least)
    kept = most >= least
    kept[low] = _run_together(left, right, lefts[low], rights[low]) | _may_be_cut(left, right, lefts[low], rights[low])
    return np.flatnonzero(kept)


def _run_together(left: Rows, right: Rows, lefts: Ints, rights: Ints) -> npt.NDArray[np.bool_]:
    from rapidfuzz.fuzz import partial_ratio
    from rapidfuzz.process import cpdist

    other_count = left.telling[lefts] != right.telling[rights]
    found = np.zeros(len(lefts), dtype=np.bool_)
    asked = np.flatnonzero(other_count)
    texts = left.joined[lefts[asked]].tolist(), right.joined[rights[asked]].tolist()
    found[asked] = np.asarray(cpdist(*texts, scorer=partial_ratio, score_cutoff=_RUN_TOGETHER), dtype=np.float64) > 0
    return found


def _may_be_cut(left: Rows, right: Rows, lefts: Ints, rights: Ints) -> npt.NDArray[np.bool_]:
    long: npt.NDArray[np.bool_] = (left.text_length[lefts] >= weights.LEAST_CUT) & (
        right.text_length[rights] >= weights.LEAST_CUT
    )
    same: npt.NDArray[np.bool_] = left.begins[lefts] == right.begins[rights]
    return np.logical_and(long, same)


def bounds(columns: Columns, left: Rows, right: Rows, lefts: Ints, rights: Ints) -> Floats:
    """For each pair of a left and a right name, a score of the names that the scorer does not exceed.

    Words run together and cut names are not thought of.
    """
    ours, theirs, pair = _every_two_words(left, right, lefts, rights)
    first, second = left.words[ours], right.words[theirs]
    alike = likeness_at_most(columns, first, second)
    met = np.flatnonzero(alike >= weights.LEAST_SIMILARITY)
    ours, theirs, pair, alike = ours[met], theirs[met], pair[met], alike[met]
    worth = np.minimum(columns.bits[first[met]], columns.bits[second[met]]) * _credits(alike)
    person = left.person[lefts] | right.person[rights]
    sides = ((left, lefts, ours), (right, rights, theirs))
    each = [_one_side(columns, *side, pair, worth, person) for side in sides]
    return _scores(np.minimum(each[0][0], each[1][0]), each[0][1], each[1][1], person)


def _one_side(
    columns: Columns, rows: Rows, names: Ints, words: Ints, pair: Ints, worth: Floats, person: npt.NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """For each pair of names, the most that the words of one side can agree in, and the least that they lack."""
    sizes = np.diff(rows.starts)[names]
    offsets = np.cumsum(sizes) - sizes
    slots = offsets[pair] + words - rows.starts[names][pair]
    most = np.zeros(int(sizes.sum()))
    np.maximum.at(most, slots, worth)
    owner = np.repeat(np.arange(len(names)), sizes)
    inside = np.arange(len(owner)) - offsets[owner]
    held = rows.words[rows.starts[names][owner] + inside]
    met = np.zeros(len(owner), dtype=np.bool_)
    met[slots] = True
    lone = np.where(met, 0.0, columns.bits[held])
    lone *= np.where(columns.loose[held] & ~person[owner], weights.PLACE_SHARE, 1.0)
    return _sums(owner, most, len(names)), _sums(owner, lone, len(names))


def _sums(owner: Ints, values: Floats, count: int) -> Floats:
    return np.bincount(owner, weights=values, minlength=count).astype(np.float64, copy=False)


def likeness_at_most(columns: Columns, first: Ints, second: Ints) -> Floats:
    """At least the similarity of two words, and seldom more."""
    spelling = _by_letters(columns.letters, columns.length, first, second)
    sound = _by_letters(columns.sounds, columns.sound_length, first, second)
    alike = np.maximum(spelling, np.where(sound == 1.0, 1.0, weights.SOUND_SHARE * sound))
    same = first == second
    near = np.flatnonzero((alike >= weights.LEAST_SIMILARITY) & ~same)
    alike[near] = _exactly(columns, first[near], second[near])
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
    return np.where(short, columns.begins[first] == columns.begins[second], alike)


def _consonants(columns: Columns, first: Ints, second: Ints) -> Floats:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    ours, theirs = ([token.skeleton for token in columns.tokens[side]] for side in (first, second))
    alike = cpdist(ours, theirs, scorer=OSA.normalized_similarity, dtype=np.float64)
    return np.asarray(alike) * weights.SAME_CONSONANTS


def _exactly(columns: Columns, first: Ints, second: Ints) -> Floats:
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


def _every_two_words(left: Rows, right: Rows, lefts: Ints, rights: Ints) -> tuple[Ints, Ints, Ints]:
    """Positions of each word of each left name beside each word of the right name, and of the pair."""
    many, few = np.diff(left.starts)[lefts], np.diff(right.starts)[rights]
    sizes = many * few
    pair = np.repeat(np.arange(len(lefts)), sizes)
    inside = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    width = few[pair]
    return left.starts[lefts][pair] + inside // width, right.starts[rights][pair] + inside % width, pair


def _credits(alike: Floats) -> Floats:
    lost = (1.0 - alike) / (1.0 - weights.LEAST_SIMILARITY)
    return np.clip(1.0 - np.maximum(lost, 0.0) ** weights.CREDIT_BEND, 0.0, 1.0)


def _scores(agreeing: Floats, lefts: Floats, rights: Floats, person: npt.NDArray[np.bool_]) -> Floats:
    """The score formula of `measuring`, of the most that agrees and the least that is alone on either side."""
    missing = np.where(person, weights.MISSING_SHARE_PERSON, weights.MISSING_SHARE)
    facing = 2.0 * (weights.CONTRADICTION_SHARE - missing) * np.minimum(lefts, rights)
    against = missing * (lefts + rights) + facing
    doubt = 0.5 * 2.0 ** ((weights.DOUBTFUL_BITS - agreeing) / weights.HALVING_BITS)
    return agreeing / np.maximum(agreeing + against, 1e-9) * (1.0 - np.minimum(doubt, 1.0))
