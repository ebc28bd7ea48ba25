"""How high the score of a pair of names could be at most, for many pairs at once: most need no closer look."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from duediligence.screening import weights
from duediligence.screening.compiled import Lists
from duediligence.screening.words import Columns, Floats, Ints, Rows

# Names of which one lies in the other as nearly as this, blanks aside, may have words run together.
_RUN_TOGETHER = 85
# More than there are place words.
_MOST_PLACES = 1 << 32


def worth_a_look(columns: Columns, left: Rows, right: Listed, lefts: Ints, rights: Ints, least: float) -> Ints:
    """The positions of those pairs that could reach `least` when country and town agree as well."""
    if not len(lefts):
        return lefts
    most = bounds(columns, left, right, lefts, rights)
    for share in (weights.COUNTRY_AGREES, weights.TOWN_AGREES):
        most += (1.0 - most) * most * share
    low = np.flatnonzero(most < least)
    kept = most >= least
    kept[low] = _run_together(columns, left, right.rows, lefts[low], rights[low])
    kept[low] |= _may_be_cut(left, right.rows, lefts[low], rights[low])
    return np.flatnonzero(kept)


def _run_together(columns: Columns, left: Rows, right: Rows, lefts: Ints, rights: Ints) -> npt.NDArray[np.bool_]:
    from rapidfuzz.fuzz import partial_ratio
    from rapidfuzz.process import cpdist

    found = np.zeros(len(lefts), dtype=np.bool_)
    asked = np.flatnonzero(_telling(columns, left, lefts) != _telling(columns, right, rights))
    ours = [left.names[number].joined for number in lefts[asked].tolist()]
    theirs = [right.names[number].joined for number in rights[asked].tolist()]
    alike = cpdist(ours, theirs, scorer=partial_ratio, score_cutoff=_RUN_TOGETHER, dtype=np.float64)
    found[asked] = np.asarray(alike, dtype=np.float64) > 0
    return found


def _telling(columns: Columns, rows: Rows, names: Ints) -> Ints:
    """The number of words that are no legal form."""
    words, owner = rows.words_of(names)
    return np.bincount(owner[~columns.legal[words]], minlength=len(names))


def _may_be_cut(left: Rows, right: Rows, lefts: Ints, rights: Ints) -> npt.NDArray[np.bool_]:
    """Long texts that begin with the same word."""
    found = np.zeros(len(lefts), dtype=np.bool_)
    some = np.flatnonzero(
        (left.starts[lefts + 1] > left.starts[lefts]) & (right.starts[rights + 1] > right.starts[rights])
    )
    ours, theirs = lefts[some], rights[some]
    alike = left.words[left.starts[ours]] == right.words[right.starts[theirs]]
    for position in some[alike].tolist():
        texts = left.names[lefts[position]].text, right.names[rights[position]].text
        found[position] = min(map(len, texts)) >= weights.LEAST_CUT
    return found


@dataclass(frozen=True, slots=True)
class Listed:
    """The list names; `entry` says whose each is, `places` numbers the places of each entry, in ascending order."""

    rows: Rows
    entry: Ints
    places: Lists

    def in_places(self, entries: Ints, places: Ints) -> npt.NDArray[np.bool_]:
        """Whether a place (−1 for none) is one of the entry's."""
        keys = self._keys()
        wanted = entries * _MOST_PLACES + places
        at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        return (places >= 0) & (keys[at] == wanted) if len(keys) else np.zeros(len(entries), dtype=np.bool_)

    def _keys(self) -> Ints:
        owner = np.repeat(np.arange(len(self.places.starts) - 1), np.diff(self.places.starts))
        return owner * _MOST_PLACES + self.places.values


def bounds(columns: Columns, left: Rows, right: Listed, lefts: Ints, rights: Ints) -> Floats:
    """For each pair of a left and a right name, a score of the names that the scorer does not exceed.

    Words run together and cut names are not thought of.
    """
    ours, theirs, pair = _every_two_words(left, right.rows, lefts, rights)
    first, second = left.words[ours], right.rows.words[theirs]
    alike = likeness_at_most(columns, first, second)
    met = np.flatnonzero(alike >= weights.LEAST_SIMILARITY)
    ours, theirs, pair, alike = ours[met], theirs[met], pair[met], alike[met]
    worth = np.minimum(columns.bits[first[met]], columns.bits[second[met]]) * _credits(alike)
    person = left.person[lefts] | right.rows.person[rights]
    beside = Beside(columns, right, right.entry[rights], person)
    our_side = _one_side(beside, left, lefts, ours, pair, worth)
    their_side = _one_side(beside, right.rows, rights, theirs, pair, worth)
    return _scores(np.minimum(our_side[0], their_side[0]), our_side[1], their_side[1], person)


@dataclass(frozen=True, slots=True)
class Beside:
    """What each pair of names has beside it: the list name's entry, and whether a person is meant."""

    columns: Columns
    listed: Listed
    entry: Ints
    person: npt.NDArray[np.bool_]

    def lone_bits(self, words: Ints, pair: Ints) -> Floats:
        """What words without a partner are worth at least: a place of an organisation hardly counts."""
        bits = self.columns.bits[words]
        placed = self.listed.in_places(self.entry[pair], self.columns.place[words]) | self.columns.in_a_town[words]
        return bits * np.where(placed & ~self.person[pair], weights.PLACE_SHARE, 1.0)


def _one_side(beside: Beside, rows: Rows, names: Ints, words: Ints, pair: Ints, worth: Floats) -> tuple[Floats, Floats]:
    """For each pair of names, the most that the words of one side can agree in, and the least that they lack."""
    held, owner = rows.words_of(names)
    sizes = np.diff(rows.starts)[names]
    slots = (np.cumsum(sizes) - sizes)[pair] + words - rows.starts[names][pair]
    most = np.zeros(len(held))
    np.maximum.at(most, slots, worth)
    lone = np.ones(len(held), dtype=np.bool_)
    lone[slots] = False
    alone = beside.lone_bits(held[lone], owner[lone])
    return _sums(owner, most, len(names)), _sums(owner[lone], alone, len(names))


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
