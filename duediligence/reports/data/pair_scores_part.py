"""The scores of a person's own pairs, one row for each, as csv or xlsx."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from duediligence.errors import Code, OutputRefused
from duediligence.tables import save_workbook, write_csv, write_text

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
