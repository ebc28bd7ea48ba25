from __future__ import annotations

from dataclasses import replace
from datetime import date

from duediligence.model import DateBasis
from duediligence.watchlists import load_lists, staleness
from tests.watchlists.helpers import DATA

EDITIONS = load_lists([DATA / "un.xml"]).editions


def test_a_list_within_its_age_is_no_problem() -> None:
    assert staleness(EDITIONS, date(2026, 3, 29), 30) == ()


def test_a_list_a_day_too_old_says_its_date_its_age_and_what_that_means() -> None:
    (problem,) = staleness(EDITIONS, date(2026, 11, 24), 30)
    assert problem.code.name == "LIST_STALE"
    assert problem.found == (
        "the UN list is dated 27 February 2026: 270 days old. Names added since then are not found"
    )
    assert len(staleness(EDITIONS, date(2026, 3, 30), 30)) == 1


def test_a_list_known_only_not_to_be_older_may_be_younger() -> None:
    edition = replace(EDITIONS[0], date_basis=DateBasis.NEWEST_INSIDE)
    (problem,) = staleness([edition], date(2026, 11, 24), 30)
    assert "not older than 27 February 2026: up to 270 days old" in problem.found


def test_a_list_without_a_date_is_a_problem_of_its_own() -> None:
    edition = replace(EDITIONS[0], dated=None, date_basis=DateBasis.UNKNOWN)
    (problem,) = staleness([edition], date(2026, 11, 24), 30)
    assert (problem.code.name, str(problem.where)) == ("LIST_UNDATED", "un.xml")
