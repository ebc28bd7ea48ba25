"""What a layout is, and the writers that its builders share."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duediligence.model import Intake
from tests.tables import builders

Lines = Sequence[Any]
"""Rows of cells."""


@dataclass(frozen=True, slots=True)
class Truth:
    """One table as a person would read it: what it lists, column → field (empty: kept as it is), rows, parties."""

    columns: Mapping[str, str]
    rows: int
    parties: int
    kind: str = "supplier"


@dataclass(frozen=True, slots=True)
class Layout:
    """One file as somebody sends it, and everything that must be found in it. `problems`: code names in order.

    `values`: what some fields of the parties must hold, as text, party by party.
    """

    title: str
    build: Callable[[Path], Path]
    tables: tuple[Truth, ...]
    problems: tuple[str, ...]
    values: Mapping[str, tuple[Any, ...]]

    @property
    def name(self) -> str:
        return self.build.__name__


def layout(
    title: str, *tables: Truth, problems: str = "", **values: tuple[str, ...]
) -> Callable[[Callable[[Path], Path]], Layout]:
    """Makes a builder a layout. `problems` are code names between blanks, `values` texts of the parties' fields."""
    return lambda build: Layout(title, build, tables, tuple(problems.split()), values)


def found(intake: Intake) -> tuple[tuple[Truth, ...], tuple[str, ...]]:
    """What was found, to be compared with the truth."""
    tables = tuple(
        Truth({column.header: column.field for column in item.columns}, item.rows, item.parties, item.kind.value)
        for item in intake.tables
    )
    return tables, tuple(problem.code.name for problem in intake.problems)


def xlsx(
    path: Path,
    sheets: Mapping[str, Lines],
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[str] = (),
    first: tuple[int, int] = (1, 1),
) -> Path:
    """A workbook. Lines begin at row and column `first`; None and empty text are no cells; `merged` like `S!A1:A3`."""
    book = importlib.import_module("openpyxl").Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row, line in enumerate(lines, first[0]):
            for column, value in enumerate(line, first[1]):
                if value not in (None, ""):
                    sheet.cell(row, column, value)
    for address in merged:
        name, _, cells = address.partition("!")
        book[name].merge_cells(cells)
    book.save(path)
    return path


def text(path: Path, lines: Lines, *, separator: str = ",", encoding: str = "utf-8") -> Path:
    """Delimited text without quotes; no cell may hold the separator."""
    path.write_bytes("".join(separator.join(map(str, line)) + "\r\n" for line in lines).encode(encoding))
    return path


def ods(path: Path, lines: Lines) -> Path:
    """An OpenDocument spreadsheet of text cells; None is covered by a cell that spans rows from above."""
    body = "".join(
        f"<table:table-row>{''.join(_ods_cell(lines, row, at) for at in range(len(line)))}</table:table-row>"
        for row, line in enumerate(lines)
    )
    return builders.package(path, builders.ods_parts(body))


def _ods_cell(lines: Lines, row: int, at: int) -> str:
    value = lines[row][at]
    if value is None:
        return "<table:covered-table-cell/>"
    below = [line[at] for line in lines[row + 1 :]]
    spanned = 1 + next((count for count, other in enumerate(below) if other is not None), len(below))
    span = f' table:number-rows-spanned="{spanned}"' if spanned > 1 else ""
    return f'<table:table-cell{span} office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
