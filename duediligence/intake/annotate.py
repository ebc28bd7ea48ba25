"""A copy of the workbook with each problem as a comment at its cell, for the person who has to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duediligence.errors import Code, InputRefused
from duediligence.model import Problem
from duediligence.settings import Settings
from duediligence.tables import read_table, save_workbook, write_text

if TYPE_CHECKING:
    from openpyxl import Workbook

_WORKBOOKS = (".xlsx", ".xlsm")
_MARK_FILL = "FFF2CC"
_LONGEST_COMMENT = 2_000
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def mark_problems(source: Path, problems: Sequence[Problem], out: Path, settings: Settings, as_of: date) -> int:
    """Writes the marked copy as xlsx and returns how many cells carry a comment.

    An Excel workbook keeps its sheets, formulas and formats, and loses its macros; of other files the values are
    copied. `source` must have been read before: the guard has seen it. Raises `InputRefused`, `OutputRefused`.
    """
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    workbook = _opened(source) if source.suffix.lower() in _WORKBOOKS else _copied(source, settings)
    fill = PatternFill("solid", start_color=_MARK_FILL)
    marked = _by_cell(problems, workbook)
    for (sheet, row, column), texts in marked.items():
        cell = workbook[sheet].cell(row, column)
        comment = Comment("\n\n".join(texts)[:_LONGEST_COMMENT], "duediligence")
        comment.width, comment.height = 420, 60 + 60 * min(len(texts), 5)
        cell.comment, cell.fill = comment, fill
    save_workbook(workbook, out, as_of)
    return len(marked)


def _opened(source: Path) -> Workbook:
    import warnings

    from openpyxl import load_workbook

    try:
        with source.open("rb") as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(stream, keep_links=False)
    except Exception as error:  # openpyxl lets every kind of error through from a damaged part
        raise InputRefused(Code.FILE_DAMAGED, where=source.name, detail="openpyxl cannot open it to mark it") from error


def _copied(source: Path, settings: Settings) -> Workbook:
    """The values of any other table file, each at its own place."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in read_table(source, settings).sheets:
        copy = workbook.create_sheet(_title(sheet.name or source.stem))
        for row in sheet.rows:
            for column, value in enumerate(row.values, start=1):
                if isinstance(value, str):
                    write_text(copy.cell(row.number, column), value)
                elif value is not None:
                    copy.cell(row.number, column, value)
    return workbook


def _title(name: str) -> str:
    return _NOT_IN_TITLES.sub("_", name)[:31] or "Sheet"


def _by_cell(problems: Iterable[Problem], workbook: Workbook) -> dict[tuple[str, int, int], list[str]]:
    """The texts for each cell; a problem of a whole row stands at its first cell, one of a sheet at A1."""
    found: dict[tuple[str, int, int], list[str]] = {}
    for problem in problems:
        if problem.where is None:
            continue
        sheet = _title(problem.where.sheet) if problem.where.sheet else workbook.sheetnames[0]
        if sheet in workbook.sheetnames and hasattr(workbook[sheet], "cell"):
            key = (sheet, max(problem.where.row, 1), max(problem.where.column, 1))
            found.setdefault(key, []).append(f"{problem.message} {problem.advice} [{problem.code.code}]")
    return found
