"""The index is held against an exhaustive search: what it leaves out is never compared."""

from __future__ import annotations

import random

import pytest

from duediligence.model import NameType
from duediligence.names import PreparedName, prepare
from duediligence.screening import CandidateIndex, NameIndex, Rarity, Scales
from duediligence.screening.index.ngrams import NgramIndex
from duediligence.settings import Settings

SYLLABLES = (
    "ba be bor dan der el fa gor ha il ka kul lim lo mar mi na nor or pa qar ri sa shi su ta tem ul va wen ya zo"
).split()
TRADES = "Trading|Shipping|Construction|General Trading|Textile|Manpower|International|Group|Industries|Energy".split(
    "|"
)
FORMS = "Ltd|LLC|S.A.|GmbH|Co., Ltd.|".split("|")


def made_up_names(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).title() for _ in range(count)]
    return [
        " ".join((*chance.choices(vocabulary, k=chance.randint(1, 3)), chance.choice(TRADES), chance.choice(FORMS)))
        for _ in range(count)
    ]


def damaged(name: str, chance: random.Random) -> str:
    words = name.split()
    match chance.randrange(5):
        case 0:
            at = chance.randrange(len(words[0]))
            words[0] = words[0][:at] + words[0][at + 1 :]
        case 1:
            chance.shuffle(words)
        case 2:
            words = words[:-1] if len(words) > 2 else words
        case 3:
            words = [words[0] + words[1].lower(), *words[2:]]
        case _:
            words[0] = words[0].replace("k", "c").replace("i", "y").replace("sh", "sch")
    return " ".join(words)


LISTED = made_up_names(1200, seed=7)
PREPARED = [prepare(name, NameType.ORGANISATION) for name in LISTED]
CHANCE = random.Random(11)
QUERIES = [damaged(CHANCE.choice(LISTED), CHANCE) for _ in range(160)]


@pytest.fixture(scope="module")
def index() -> CandidateIndex:
    return NameIndex(PREPARED)


def test_what_an_exhaustive_comparison_calls_possible_is_found(index: CandidateIndex) -> None:
    scales = Scales(Rarity(PREPARED))
    wanted = found = 0
    for query in QUERIES[:60]:
        name = prepare(query, NameType.ORGANISATION)
        best = {n for n, other in enumerate(PREPARED) if scales.weigh(name, other).score >= Settings().possible_score}
        wanted += len(best)
        found += len(best & set(index.find(name)))
    assert wanted > 60
    assert found / wanted >= 0.995


def test_what_an_exhaustive_text_search_calls_alike_is_found(index: CandidateIndex) -> None:
    from rapidfuzz import fuzz, process

    scores = process.cdist(
        [query.casefold() for query in QUERIES], [name.casefold() for name in LISTED], scorer=fuzz.ratio
    )
    wanted = [(row, int(best)) for row, best in enumerate(scores.argmax(axis=1)) if scores[row, best] >= 90]
    found = sum(best in set(index.find(prepare(QUERIES[row], NameType.ORGANISATION))) for row, best in wanted)
    assert len(wanted) > 60
    assert found / len(wanted) >= 0.995


@pytest.mark.parametrize(("listed", "query"), [("HAMIRS", "HAMITRS"), ("Na Qu", "Nq Qu"), ("Ali Ozmai", "Ali Zomai")])
def test_a_slip_in_a_short_name_is_found(listed: str, query: str) -> None:
    names = [*PREPARED, prepare(listed)]
    assert len(PREPARED) in NameIndex(names).find(prepare(query))


def test_the_index_gives_the_same_candidates_again(index: CandidateIndex) -> None:
    again = NameIndex(PREPARED)
    assert all(list(index.find(name)) == list(again.find(name)) for name in map(prepare, QUERIES[:40]))


def test_a_vowelless_script_is_found_by_its_consonants() -> None:
    names = [*PREPARED[:200], prepare("Samir Khalid Zarbani", NameType.PERSON)]
    assert 200 in NameIndex(names).find(prepare("سمير خالد زرباني", NameType.PERSON))


def test_candidates_are_few_and_each_once(index: CandidateIndex) -> None:
    for name in map(prepare, QUERIES):
        found = list(index.find(name))
        assert len(found) == len(set(found)) <= 40


def test_an_index_of_nothing_finds_nothing() -> None:
    empty: list[PreparedName] = []
    assert list(NameIndex(empty).find(prepare("Volmaris"))) == []
    assert NgramIndex(empty).candidates(prepare("Volmaris"), 5, 0.1) == []


def test_a_name_without_words_finds_nothing(index: CandidateIndex) -> None:
    assert list(index.find(prepare("???"))) == []
