"""Many pairs of names at once with all their words beside each other: what the scorer could give them at most."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from duediligence.screening import weights
from duediligence.screening.index.arrays import Floats, Ints, Lists
from duediligence.screening.prefilter.word_arrays import Columns, Rows
from duediligence.screening.prefilter.word_bound import exact_likeness, likeness_at_most
from duediligence.screening.score.alignment import LEAST_JOINED, has_joined
from duediligence.screening.score.similarity import WordSimilarity

# More than there are place words.
_MOST_PLACES = 1 << 32


@dataclass(frozen=True)
class Listed:
    """The list names; `entry` says whose each is, `places` numbers the places of each entry, in ascending order."""

    rows: Rows
    entry: Ints
    places: Lists

    def in_places(self, entries: Ints, places: Ints) -> npt.NDArray[np.bool_]:
        """Whether a place (−1 for none) is one of the entry's."""
        keys = self._keys
        wanted = entries * _MOST_PLACES + places
        at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        return (places >= 0) & (keys[at] == wanted) if len(keys) else np.zeros(len(entries), dtype=np.bool_)

    @cached_property
    def _keys(self) -> Ints:
        owner = np.repeat(np.arange(len(self.places.starts) - 1), np.diff(self.places.starts))
        return owner * _MOST_PLACES + self.places.values


class Facing:
    """Pairs of a left and a right name with all their words beside each other.

    Words run together and cut names are not thought of.
    """

    def __init__(self, columns: Columns, left: Rows, right: Listed, lefts: Ints, rights: Ints) -> None:
        self._columns = columns
        self._count = len(lefts)
        ours, theirs, self._pair = _every_two_words(left, right.rows, lefts, rights)
        self._first, self._second = left.words[ours], right.rows.words[theirs]
        self._alike = likeness_at_most(columns, self._first, self._second)
        self._person = left.person[lefts] | right.rows.person[rights]
        self._met = np.flatnonzero(self._alike >= weights.LEAST_SIMILARITY)
        beside = Beside(columns, right, right.entry[rights], self._person)
        same = np.flatnonzero(self._first == self._second)
        self._left = Side(beside, left, lefts, ours, self._pair, self._met, same)
        self._right = Side(beside, right.rows, rights, theirs, self._pair, self._met, same)

    def could_reach(self, least: float) -> npt.NDArray[np.bool_]:
        """Which pairs the scorer could give `least` for the names."""
        met, bits = self._met, self._columns.bits
        whole = np.minimum(bits[self._first[met]], bits[self._second[met]])
        worth = whole * _credits(self._alike[met])
        agreeing = np.minimum(self._left.most(worth), self._right.most(worth))
        missing = _missing(self._left.lacking(), self._right.lacking(), self._person)
        missing += np.maximum(self._left.least_lost(whole - worth), self._right.least_lost(whole - worth))
        kept = _scores(agreeing, missing) >= least
        other = self._other_part(kept)
        missing += other * np.maximum(weights.APART_BITS, weights.APART_SHARE * agreeing)
        reached: npt.NDArray[np.bool_] = _scores(agreeing, missing) >= least
        return reached

    @property
    def joinable(self) -> npt.NDArray[np.bool_]:
        """Where two words of one side without their equals might be a long one of the other."""
        left, right = self._left, self._right
        return ((left.open > 1) & right.open_and_long) | ((right.open > 1) & left.open_and_long)

    def _other_part(self, asked: npt.NDArray[np.bool_]) -> Floats:
        """How far a part of one name is another than one of the other's, 0..1, at least (see `measuring`)."""
        least = np.minimum(self._left.own_part(), self._right.own_part())
        least[least > 0] *= self._unlike(asked & (least > 0))[least > 0]
        return np.where(self._left.lacks_number(), 1.0, least)

    def _unlike(self, asked: npt.NDArray[np.bool_]) -> Floats:
        """How unlike the words of their own are that do not meet, at least, where it is asked."""
        columns, first, second = self._columns, self._first, self._second
        apart = asked[self._pair] & (self._alike < weights.LEAST_SIMILARITY)
        apart &= ~self._left.same_at & ~self._right.same_at
        found = np.flatnonzero(apart & (columns.own[first] > 0) & (columns.own[second] > 0))
        first, second = first[found], second[found]
        alike = exact_likeness(columns, first, second) / weights.SOUND_SHARE
        unclear = (columns.start[first] == columns.start[second]) | columns.vowelless[first] | columns.vowelless[second]
        alike[unclear] = weights.NOT_APART
        likest = np.zeros(self._count)
        np.maximum.at(likest, self._pair[found], alike)
        return np.clip((weights.NOT_APART - likest) / (weights.NOT_APART - weights.QUITE_UNLIKE), 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Beside:
    """What each pair of names has beside it: the list name's entry, and whether a person is meant."""

    columns: Columns
    listed: Listed
    entry: Ints
    person: npt.NDArray[np.bool_]

    def is_place(self, words: Ints, pair: Ints) -> npt.NDArray[np.bool_]:
        """Which words may only tell where a side is."""
        return self.listed.in_places(self.entry[pair], self.columns.place[words]) | self.columns.in_a_town[words]


class Side:
    """The words of one side of every pair, and which of them meet a word of the other side."""

    def __init__(self, beside: Beside, rows: Rows, names: Ints, words: Ints, pair: Ints, met: Ints, same: Ints) -> None:
        self._beside = beside
        self._held, self._owner = rows.words_of(names)
        self._count = len(names)
        sizes = np.diff(rows.starts)[names]
        slots = (np.cumsum(sizes) - sizes)[pair] + words - rows.starts[names][pair]
        self._slots = slots[met]
        self._lone = np.ones(len(self._held), dtype=np.bool_)
        self._lone[self._slots] = False
        equal = np.zeros(len(self._held), dtype=np.bool_)
        equal[slots[same]] = True
        self.same_at = equal[slots]
        opened = np.flatnonzero(~equal & ~beside.columns.legal[self._held])
        self.open = np.bincount(self._owner[opened], minlength=self._count)
        self.open_and_long = np.zeros(self._count, dtype=np.bool_)
        long = beside.columns.length[self._held[opened]] >= LEAST_JOINED
        self.open_and_long[self._owner[opened[long]]] = True
        placed = beside.is_place(self._held, self._owner)
        hardly = placed & ~beside.person[self._owner]
        self._worth = beside.columns.bits[self._held] * np.where(hardly, weights.PLACE_SHARE, 1.0)
        lone = np.flatnonzero(self._lone)
        self._alone, self._whose, self._placed = self._held[lone], self._owner[lone], placed[lone]

    def most(self, worth: Floats) -> Floats:
        """The most that the words can agree in."""
        most = np.zeros(len(self._held))
        np.maximum.at(most, self._slots, worth)
        return _sums(self._owner, most, self._count)

    def least_lost(self, lost: Floats) -> Floats:
        """The least that the words with a partner count against the pair: badly met, or not met after all."""
        least = self._worth * min(weights.MISSING_SHARE, weights.MISSING_SHARE_PERSON)
        least[self._lone] = 0.0
        np.minimum.at(least, self._slots, lost)
        return _sums(self._owner, least, self._count)

    def lacking(self) -> Floats:
        """The least that the words without a partner are worth: a place of an organisation hardly counts."""
        return _sums(self._whose, self._worth[self._lone], self._count)

    def own_part(self) -> Floats:
        """The most that a lone word of the name's own makes another name of it, 0..1."""
        found = np.zeros(self._count)
        np.maximum.at(found, self._whose, np.where(self._placed, 0.0, self._beside.columns.own[self._alone]))
        return found

    def lacks_number(self) -> npt.NDArray[np.bool_]:
        """Whether a number has no partner."""
        found = np.zeros(self._count, dtype=np.bool_)
        found[self._whose[self._beside.columns.number[self._alone]]] = True
        return found


def _sums(owner: Ints, values: Floats, count: int) -> Floats:
    return np.bincount(owner, weights=values, minlength=count).astype(np.float64, copy=False)


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


def _missing(lefts: Floats, rights: Floats, person: npt.NDArray[np.bool_]) -> Floats:
    """The bits against of `measuring`, of words without a partner."""
    missing = np.where(person, weights.MISSING_SHARE_PERSON, weights.MISSING_SHARE)
    facing = 2.0 * (weights.CONTRADICTION_SHARE - missing) * np.minimum(lefts, rights)
    against: Floats = missing * (lefts + rights) + facing
    return against


def _scores(agreeing: Floats, against: Floats) -> Floats:
    """The score formula of `measuring`."""
    doubt = 0.5 * 2.0 ** ((weights.DOUBTFUL_BITS - agreeing) / weights.HALVING_BITS)
    score: Floats = agreeing / np.maximum(agreeing + against, 1e-9) * (1.0 - np.minimum(doubt, 1.0))
    return score


# Names of which one lies in the other as nearly as this, blanks aside, may have words run together.
_RUN_TOGETHER = 85


def worth_a_look(columns: Columns, left: Rows, right: Listed, lefts: Ints, rights: Ints, least: float) -> Ints:
    """The positions of those pairs whose names by themselves could reach `least`."""
    if not len(lefts):
        return lefts
    facing = Facing(columns, left, right, lefts, rights)
    kept = facing.could_reach(least)
    joinable = np.flatnonzero(facing.joinable & ~kept)
    kept[joinable] = _may_be_joined(left, right.rows, lefts[joinable], rights[joinable])
    low = np.flatnonzero(~kept)
    kept[low] = _may_be_cut(left, right.rows, lefts[low], rights[low])
    return np.flatnonzero(kept)


def _may_be_joined(left: Rows, right: Rows, lefts: Ints, rights: Ints) -> npt.NDArray[np.bool_]:
    """Names of which one has neighbouring words that are a word of the other."""
    from rapidfuzz.fuzz import partial_ratio
    from rapidfuzz.process import cpdist

    ours, theirs = left.joined(lefts), right.joined(rights)
    alike = np.asarray(cpdist(ours, theirs, scorer=partial_ratio, score_cutoff=_RUN_TOGETHER, dtype=np.float64))
    found = alike > 0
    similarity = WordSimilarity()
    for position in np.flatnonzero(found).tolist():
        found[position] = has_joined(left.names[lefts[position]], right.names[rights[position]], similarity)
    return found


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
