"""What a reader gives, whatever the file format: sheets of rows whose positions are the file's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from duediligence.model import CellRef, Problem, SourceFile, maker_of

Value = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as the spreadsheet shows it (from 1) and its values, `values[0]` being column A.

    Empty cells, blank text and error cells are None. The last value never is: rows of one sheet differ in length.
    """

    number: int
    values: tuple[Value, ...]


class Merged(NamedTuple):
    """Cells merged over several rows: first and last row, and the first column, where the value stands. From 1."""

    first_row: int
    last_row: int
    column: int


make_row = maker_of(Row)
"""`Row`, for the loops of the readers."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows` holds only rows with at least one value, in order, with their true numbers.

    `name` is empty for files that have no sheets (csv, tsv). `merged` has no range within one row: a value that was
    merged across columns stands in the first of them and means that one.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True)
class TableFile:
    """One file as read: who it is, its sheets, and the problems met while reading (error cells, guessed encoding)."""

    source: SourceFile
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()

    def cell(self, sheet: Sheet, row: int, column: int = 0) -> CellRef:
        """The address of a cell of this file."""
        return CellRef(self.source.name, sheet.name, row, column)
