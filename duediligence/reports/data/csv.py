"""matches.csv and problems.csv: one row for each, columns that scripts may rely on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from duediligence.model import Match, Problem
from duediligence.tables import Value, write_csv

MATCH_COLUMNS = (
    *("party_id", "party_name", "kind", "row", "list", "list_entry_id", "list_name", "matched_name", "score"),
    *("band", "country_party", "country_entry", "listed_for", "explanation"),
)
PROBLEM_COLUMNS = ("code", "severity", "where", "message", "advice", "found", "rows")


def write_matches_csv(matches: Iterable[Match], path: Path) -> None:
    """Writes matches.csv; the path `-` is standard output."""
    write_csv(path, MATCH_COLUMNS, [match_row(match) for match in matches])


def match_row(match: Match) -> tuple[Value, ...]:
    """One match by `MATCH_COLUMNS`; several countries or topics are joined by `; `."""
    return (
        *(match.party_id, match.party_name, match.kind, match.row, match.list, match.list_entry_id),
        *(match.list_name, match.matched_name, f"{match.score:.4f}", str(match.band), match.country_party),
        *("; ".join(match.country_entry), "; ".join(match.listed_for), match.explanation),
    )


def write_problems_csv(problems: Iterable[Problem], path: Path) -> None:
    """Writes problems.csv."""
    write_csv(path, PROBLEM_COLUMNS, [problem_row(problem) for problem in problems])


def problem_row(problem: Problem) -> tuple[Value, ...]:
    """One problem by `PROBLEM_COLUMNS`."""
    where = str(problem.where) if problem.where else ""
    return (
        *(problem.code.code, str(problem.severity), where, problem.message, problem.advice),
        *(problem.found, problem.rows),
    )
