from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duediligence.model import NameType
from duediligence.screening import compare, screen
from duediligence.settings import Settings
from tests.screening.builders import entry, party

WORDS = (
    "Sahara Saharah Manpower Trading Intl Ltd LLC GmbH Co Al Noor Nour No 2 3 Third Zelmira Tekstil Textile "
    "Mohamed Muhammad Khalid J. M. Petra and & the Shanghai S.A. Сахара ООО عبد القادر 新疆 有限公司 Şti (Dubai)"
).split()
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
# Without the signs whose reading depends on what stands beside them.
plain = st.lists(st.sampled_from("Sahara Saharah Manpower Textile Zelmira Volmaris Petra".split()), max_size=4).map(
    " ".join
)
any_names = names | st.text(max_size=40)
kinds = st.sampled_from(NameType)
countries = st.sampled_from(["", "AE", "TR"])


@given(any_names, any_names, kinds)
@settings(deadline=None)
def test_a_comparison_is_the_same_from_both_sides(left: str, right: str, kind: NameType) -> None:
    one, other = compare(left, right, kind), compare(right, left, kind)
    assert (one.score, one.likeness, one.bits) == (other.score, other.likeness, other.bits)


@given(any_names, any_names, kinds)
@settings(deadline=None)
def test_a_score_lies_between_nothing_and_one_and_is_the_same_again(left: str, right: str, kind: NameType) -> None:
    first = compare(left, right, kind)
    assert 0.0 <= first.score <= first.likeness <= 1.0
    assert compare(left, right, kind) == first


@given(any_names, any_names, kinds)
@settings(deadline=None)
def test_no_other_name_is_more_like_a_name_than_itself(left: str, right: str, kind: NameType) -> None:
    assert compare(left, right, kind).likeness <= (itself := compare(left, left, kind)).likeness
    assert itself.likeness == (1.0 if itself.evidence[:-1] else 0.0)


@given(names, names, countries, st.sampled_from(["", "Dubai"]))
@settings(max_examples=60, deadline=None)
def test_an_agreeing_country_never_lowers(left: str, right: str, listed: str, city: str) -> None:
    everything = Settings(min_score=0.0)
    against = [entry(right, country=listed or "AE", address="Dubai")]
    without = screen([party(left, city=city)], against, everything)
    agreeing = screen([party(left, city=city, country=listed or "AE")], against, everything)
    assert [match.score for match in agreeing] >= [match.score for match in without]


@given(st.lists(names, min_size=1, max_size=4), st.lists(names, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_screening_twice_gives_the_same(ours: list[str], theirs: list[str]) -> None:
    parties = [party(name, party_id=str(number)) for number, name in enumerate(ours)]
    entries = [entry(name, entry_id=str(number)) for number, name in enumerate(theirs)]
    assert screen(parties, entries, Settings()) == screen(parties, entries, Settings())


def test_more_that_agrees_scores_higher() -> None:
    scores = [compare(name, "Zelmira Brezhmark Textile").score for name in ("Textile", "Zelmira", "Zelmira Brezhmark")]
    assert scores == sorted(scores)
    assert compare("Zelmira Brezhmark Textile", "Zelmira Brezhmark Textile").score > scores[-1]


def test_a_closer_spelling_scores_higher() -> None:
    scores = [compare(name, "Brezhmark").score for name in ("Brechmack", "Bretzmark", "Brezmark", "Brezhmark")]
    assert scores == sorted(scores)


def test_a_comparison_tells_which_word_met_which() -> None:
    evidence = compare("Saharah Manpower", "SAHARA MANPOWER LTD", NameType.ORGANISATION).evidence
    words = [(item.feature, item.party_value, item.entry_value) for item in evidence]
    assert words == [
        ("word", "Saharah", "SAHARA"),
        ("word", "Manpower", "MANPOWER"),
        ("missing", "", "LTD"),
        ("little compared", "", ""),
    ]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Zelmira Textile Plant No. 2 of Brezhmark", "Zelmira Textile Plant No. 3 of Brezhmark", NameType.ORGANISATION),
        ("Petra Marie Zarbani Halvorsen", "Ingrid Marie Zarbani Halvorsen", NameType.PERSON),
        ("Zelmira Qarbeza Volmaris Textile", "Zelmira Tessandra Volmaris Textile", NameType.ORGANISATION),
        (
            "Zelmira Qarbeza Volmaris Brezhmark Textile",
            "Zelmira Tessandra Volmaris Brezhmark Textile",
            NameType.UNKNOWN,
        ),
    ],
)
def test_one_part_that_is_another_keeps_a_pair_below_the_possible_band(left: str, right: str, kind: NameType) -> None:
    assert compare(left, right, kind).score < Settings().possible_score


def test_a_misspelt_part_is_no_other_part() -> None:
    whole = "Zelmira Qarbeza Volmaris"
    assert compare("Zelmira Qarbzea Volmaris", whole).score > compare("Zelmira Tessandra Volmaris", whole).score + 0.2


@given(plain, plain, st.sampled_from(["Okvelin", "Dutschanka"]), kinds)
@settings(deadline=None)
def test_a_rare_word_more_on_both_sides_never_lowers(left: str, right: str, word: str, kind: NameType) -> None:
    more = compare(f"{left} {word}", f"{right} {word}", kind).score
    assert more >= compare(left, right, kind).score - 0.0001
