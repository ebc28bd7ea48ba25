"""Days of birth beside each other, and what they do to a match."""

from __future__ import annotations

import pytest

from duediligence.model import EntryKind, NameType
from duediligence.screening.score.context import Birth, births_met, name_score_needed, raised
from duediligence.screening.weights import BIRTH_AGREES, COUNTRY_AGREES, TOWN_AGREES
from tests.screening.builders import entry, party
from tests.screening.test_screen import only


@pytest.mark.parametrize(
    ("party_birth", "entry_births", "birth"),
    [
        ("1971-03-12", ("1971-03-12",), Birth.SAME_DAY),
        ("1971-03-12", ("1950", "1971-03-12"), Birth.SAME_DAY),
        ("1971-03-12", ("1971",), Birth.SAME_YEAR),
        ("1971", ("1971-03-12",), Birth.SAME_YEAR),
        ("1971-03-12", ("1971-12-03",), Birth.UNCLEAR),
        ("1971-03-12", ("1972",), Birth.UNCLEAR),
        ("1971", ("1968/1973",), Birth.UNCLEAR),
        ("1971", ("about 1970",), Birth.UNCLEAR),
        ("1971", ("1968/1969",), Birth.OTHER),
        ("1971-03-12", ("1985-03-12", "1986"), Birth.OTHER),
        ("1971", ("unknown",), Birth.UNCLEAR),
        ("1971", (), Birth.UNCLEAR),
    ],
)
def test_births_are_compared_as_far_as_they_are_known(
    party_birth: str, entry_births: tuple[str, ...], birth: Birth
) -> None:
    assert births_met(party_birth, entry_births)[0] is birth


def test_a_birth_that_agrees_raises_and_one_that_differs_lowers() -> None:
    def score(party_birth: str) -> float:
        one = party("Selim Volmarov", name_type=NameType.PERSON, birth_date=party_birth)
        listed = entry("Salim VOLMAROV", kind=EntryKind.PERSON, birth_dates=("1971-03-12",))
        return only(one, listed).score

    assert score("1990") < score("") < score("1971") < score("1971-03-12")


def test_the_explanation_tells_of_the_birth() -> None:
    one = party("Selim Volmarov", name_type=NameType.PERSON, birth_date="1971-03-12")
    found = only(one, entry("Selim VOLMAROV", kind=EntryKind.PERSON, birth_dates=("1971-03-12",)))
    assert "birth: same day (1971-03-12; list: 1971-03-12)" in found.explanation
    assert [item.feature for item in found.evidence][-1] == "birth"


@pytest.mark.parametrize("births", [True, False])
@pytest.mark.parametrize("score", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_everything_that_agrees_raises_the_needed_score_to_the_wanted_one(score: float, births: bool) -> None:
    reached = name_score_needed(score, births=births)
    for share in (COUNTRY_AGREES, TOWN_AGREES, *([BIRTH_AGREES] if births else [])):
        reached = raised(reached, share)
    assert reached == pytest.approx(score)
