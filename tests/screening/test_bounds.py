"""The quick look is held against the scorer: what it leaves out is never scored."""

from __future__ import annotations

import numpy as np

from duediligence.model import NameType
from duediligence.names import PreparedName, prepare
from duediligence.screening import Rarity, Scales
from duediligence.screening.index.arrays import Lists
from duediligence.screening.prefilter.name_bound import Listed, worth_a_look
from duediligence.screening.prefilter.word_arrays import Words
from duediligence.screening.score.name_score import Sides
from tests.screening.test_candidates import PREPARED, QUERIES

LEAST = 0.5


def kept(parties: list[PreparedName], listed: list[PreparedName], places: list[list[int]]) -> set[tuple[int, int]]:
    words = Words()
    rarity = Rarity([*listed, *parties])
    theirs = Listed(words.rows(listed), np.arange(len(listed)), Lists.of(places))
    ours = words.rows(parties)
    columns = words.columns(rarity.bits, {"kinsasa": 0}, frozenset())
    lefts = np.repeat(np.arange(len(parties)), len(listed))
    rights = np.tile(np.arange(len(listed)), len(parties))
    found = worth_a_look(columns, ours, theirs, lefts, rights, LEAST)
    return set(zip(lefts[found].tolist(), rights[found].tolist(), strict=True))


def test_what_scores_high_is_looked_at_and_most_else_is_not() -> None:
    parties = [prepare(query, NameType.ORGANISATION) for query in QUERIES[:40]]
    found = kept(parties, PREPARED, [[] for _ in PREPARED])
    scales = Scales(Rarity([*PREPARED, *parties]))
    wanted = {
        (left, right)
        for left, name in enumerate(parties)
        for right, other in enumerate(PREPARED)
        if scales.weigh(name, other, Sides(listed=True)).score >= LEAST
    }
    assert len(wanted) > 40
    assert len(found & wanted) / len(wanted) >= 0.995
    assert len(found) < 0.1 * len(parties) * len(PREPARED)


def test_a_town_of_the_entry_words_run_together_cut_names_and_vowelless_scripts_are_looked_at() -> None:
    pairs = [
        ("Safari Volmaris Kinshasa", "Safari Volmaris", NameType.ORGANISATION),
        ("Bar zagani Tavanmad", "Barzagani Tavanmad", NameType.ORGANISATION),
        ("Promesas del Zelmira Colombian", "Promesas del Zelmira Colombiano de Negocios", NameType.ORGANISATION),
        ("سمير خالد زرباني", "Samir Khalid Zarbani", NameType.PERSON),
    ]
    for party, listed, kind in pairs:
        assert kept([prepare(party, kind)], [prepare(listed, kind)], [[0]]) == {(0, 0)}


def test_nothing_beside_nothing_is_no_pair() -> None:
    assert kept([], [prepare("Volmaris")], [[]]) == set()
    assert kept([prepare("???")], [prepare("Volmaris")], [[]]) == set()
