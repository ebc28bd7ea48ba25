"""How high the score of a pair of names could be at most, for many pairs at once: most need no closer look."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from duediligence.screening import weights
from duediligence.screening.prefilter.name_bound import Facing, Listed
from duediligence.screening.prefilter.word_arrays import Columns, Ints, Rows
from duediligence.screening.score.alignment import has_joined
from duediligence.screening.score.similarity import WordSimilarity

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
