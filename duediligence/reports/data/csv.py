"""matches.csv and problems.csv: one row for each, columns that scripts may rely on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from duediligence.errors import Code, OutputRefused
from duediligence.model import Match, Problem
from duediligence.tables import Value, save_workbook, write_csv, write_text

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
        *(match.party_id, match.party_name, match.kind, str(match.row), match.list, match.list_entry_id),
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


PAIR_COLUMNS = ("pair_id", "score")


def write_pair_scores(path: Path, scores: Sequence[tuple[str, float | None]], as_of: date) -> None:
    """Writes csv or xlsx by the path's ending; `-` is csv on standard output. A pair without a score has none there.

    Raises `OutputRefused` for another ending, and where the file cannot be written.
    """
    if str(path) == "-" or path.suffix.lower() == ".csv":
        write_csv(path, PAIR_COLUMNS, [(pair_id, _text(score)) for pair_id, score in scores])
    elif path.suffix.lower() == ".xlsx":
        _write_workbook(path, scores, as_of)
    else:
        raise OutputRefused(Code.OUTPUT_UNWRITABLE, where=path.name, detail="the ending is not csv or xlsx")


def _text(score: float | None) -> str:
    return "" if score is None else f"{score:.4f}"


def _write_workbook(path: Path, scores: Sequence[tuple[str, float | None]], as_of: date) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Scores"
    for column, name in enumerate(PAIR_COLUMNS, 1):
        write_text(sheet.cell(1, column), name)
    for number, (pair_id, score) in enumerate(scores, 2):
        write_text(sheet.cell(number, 1), pair_id)
        if score is not None:
            sheet.cell(number, 2, score)
    save_workbook(workbook, path, as_of)
