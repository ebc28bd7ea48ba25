from __future__ import annotations

from pathlib import Path
from typing import Any

from duediligence.model import EntryKind, NameType
from duediligence.resources import load_yaml
from duediligence.screening import screen
from duediligence.settings import Settings
from tests.screening.builders import entry, party

CASES = load_yaml(Path(__file__).parents[1] / "cases" / "matching.yaml")
WANTED = CASES["wanted"]
EVERY = [*CASES["same"], *CASES["different"], *WANTED["same"], *WANTED["different"]]
KEYS = frozenset("party entry kind reason party_country entry_country city address least below".split())
BANDS = {"possible": Settings().possible_score, "strong": Settings().strong_score}
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


def limit(case: dict[str, Any], key: str) -> float:
    """A score, or the lower end of the band that is named; the possible band where nothing is said."""
    said = case.get(key, "possible")
    return BANDS[said] if isinstance(said, str) else float(said)


def meets(case: dict[str, Any]) -> bool:
    return best_score(case) >= limit(case, "least")


def stays_apart(case: dict[str, Any]) -> bool:
    return best_score(case) < limit(case, "below")


def title(case: dict[str, Any]) -> str:
    return f"{case['party']} | {case['entry']}: {case['reason']}"


def named(cases: list[dict[str, Any]]) -> str:
    return "\n".join(map(title, cases))


def test_names_that_should_meet_reach_the_possible_band() -> None:
    assert not named([case for case in CASES["same"] if not meets(case)])


def test_names_that_must_not_meet_stay_below_the_possible_band() -> None:
    assert not named([case for case in CASES["different"] if not stays_apart(case)])


def test_what_is_wanted_is_not_yet_so() -> None:
    """A case that begins to hold is moved up in the file, so that it cannot be lost again."""
    held = [case for case in WANTED["same"] if meets(case)]
    held += [case for case in WANTED["different"] if stays_apart(case)]
    assert not named(held)


def test_there_are_enough_cases_and_each_has_its_reason() -> None:
    assert len(CASES["same"]) >= 320
    assert len(CASES["different"]) >= 150
    assert all(case["reason"] for case in EVERY)
    assert {key for case in EVERY for key in case} <= KEYS


def test_no_case_stands_there_twice() -> None:
    ways = [tuple(str(case.get(key, "")) for key in sorted(KEYS - {"reason"})) for case in EVERY]
    assert len(set(ways)) == len(ways)
