from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from duediligence.model import EntryKind, NameType
from duediligence.resources import load_yaml
from duediligence.screening import screen
from duediligence.settings import Settings
from tests.screening.builders import entry, party

CASES = load_yaml(Path(__file__).parents[1] / "cases" / "matching.yaml")
ENTRY_KINDS = {"person": EntryKind.PERSON, "organisation": EntryKind.ORGANISATION}


def best_score(case: dict[str, Any]) -> float:
    """The score through the whole way, candidates included: what is not found scores 0."""
    supplier = party(
        case["party"],
        name_type=NameType(case["kind"]),
        country=case.get("party_country", ""),
        city=case.get("city", ""),
    )
    listed = entry(
        case["entry"],
        kind=ENTRY_KINDS[case["kind"]],
        country=case.get("entry_country", ""),
        address=case.get("address", ""),
    )
    matches = screen([supplier], [listed], Settings(min_score=0.0))
    return max((match.score for match in matches), default=0.0)


def title(case: dict[str, Any]) -> str:
    return f"{case['party']} | {case['entry']}: {case['reason']}"


@pytest.mark.parametrize("case", CASES["same"], ids=title)
def test_names_that_should_meet_reach_the_possible_band(case: dict[str, Any]) -> None:
    assert best_score(case) >= Settings().possible_score


@pytest.mark.parametrize("case", CASES["different"], ids=title)
def test_names_that_must_not_meet_stay_below_the_possible_band(case: dict[str, Any]) -> None:
    assert best_score(case) < Settings().possible_score


def test_there_are_enough_cases_and_each_has_its_reason() -> None:
    cases = [*CASES["same"], *CASES["different"]]
    assert len(cases) >= 100
    assert all(case["reason"] for case in cases)
