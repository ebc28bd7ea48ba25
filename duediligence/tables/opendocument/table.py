"""One OpenDocument sheet while it is being read: repeated cells and rows written out, within limits."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.settings import Settings
from duediligence.tables.excel.text_budget import TextBudget
from duediligence.tables.limits import Extent, SlotBudget, check_merged
from duediligence.tables.problems import cell_error
from duediligence.tables.sheets import Merged, Row, Sheet
from duediligence.tables.values import Tidier


class TableBuilder:
    """Told of each row and cell in order; makes the `Sheet`.

    The empty cells and rows that pad a sheet to its full size cost nothing: they are only counted until a value
    follows. Every method raises `InputRefused` where a limit is passed.
    """

    def __init__(
        self, name: str, hidden: bool, file: str, settings: Settings, budget: SlotBudget, texts: TextBudget
    ) -> None:
        self.problems: list[Problem] = []
        self._name, self._hidden, self._file = name, hidden, file
        self._settings, self._budget, self._texts = settings, budget, texts
        self._extent = Extent()
        self._tidy = Tidier()
        self._rows: list[Row] = []
        self._merged: list[Merged] = []
        self._number = 1
        self._repeats = 1
        self._cells: list[Any] = []
        self._errors: list[tuple[int, str]] = []
        self._pending = 0

    def start_row(self, repeats: int) -> None:
        """A row begins, which stands for `repeats` equal rows."""
        self._repeats = repeats
        self._cells = []
        self._errors = []
        self._pending = 0

    def add_cell(self, value: Any, repeats: int) -> None:
        """The next cell, which stands for `repeats` equal cells. None is an empty one."""
        if value is None or value == "":
            self._pending += repeats
            return
        self._make_room(repeats)
        self._cells += [None] * self._pending + [value] * repeats
        self._pending = 0

    def add_merged(self, rows: int) -> None:
        """The next cell is merged over so many rows."""
        if rows > 1:
            column = len(self._cells) + self._pending + 1
            self._merged.append(Merged(self._number, self._number + rows - 1, column))
            check_merged(len(self._merged), self._file)

    def add_error(self, text: str, repeats: int) -> None:
        """The next cell holds an error; it counts as empty."""
        self._make_room(repeats)
        first = len(self._cells) + self._pending + 1
        self._errors += [(column, text) for column in range(first, first + repeats)]
        self._pending += repeats

    def end_row(self) -> None:
        """The row is complete."""
        values = self._tidy.row(self._cells)
        if values or self._errors:
            self._check_rows(len(values) + len(self._errors))
        for number in range(self._number, self._number + (self._repeats if self._errors else 0)):
            self.problems += [
                cell_error(CellRef(self._file, self._name, number, column), text) for column, text in self._errors
            ]
        if values:
            self._add_rows(values)
        self._number += self._repeats

    def sheet(self) -> Sheet:
        """The whole sheet."""
        self._extent.check(self._settings, self._file)
        return Sheet(self._name, tuple(self._rows), self._hidden, tuple(self._merged))

    def _add_rows(self, values: tuple[Any, ...]) -> None:
        for value in values:
            if isinstance(value, str):
                self._texts.take(len(value), self._repeats)
        self._rows += [Row(self._number + offset, values) for offset in range(self._repeats)]
        self._extent.rows = self._number + self._repeats - 1
        self._extent.columns = max(self._extent.columns, len(values))
        self._extent.cells += self._repeats * sum(value is not None for value in values)

    def _make_room(self, repeats: int) -> None:
        width = len(self._cells) + self._pending + repeats
        if width > self._settings.max_columns:
            raise InputRefused(Code.FILE_TOO_LARGE, where=self._file, detail=f"a row of {width} columns")
        self._budget.take(repeats + self._pending)

    def _check_rows(self, width: int) -> None:
        last = self._number + self._repeats - 1
        if last > self._settings.max_rows:
            raise InputRefused(Code.FILE_TOO_LARGE, where=self._file, detail=f"a sheet of {last} rows")
        self._budget.take((self._repeats - 1) * width)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "

_DURATION = re.compile(r"(-?)P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d*)?S)?")

CellValue = str | float | bool | date | datetime | time | timedelta | None


def is_error(attributes: dict[str, str]) -> bool:
    """Whether LibreOffice marked the cell as holding an error; the standard itself has no such type."""
    return attributes.get(f"{CALC}value-type") == "error"


def cell_value(attributes: dict[str, str], text: str) -> CellValue:
    """The cell's value; its shown text where the typed value is missing or unreadable."""
    kind = attributes.get(f"{OFFICE}value-type", "")
    if kind in ("", "string"):
        return attributes.get(f"{OFFICE}string-value") or text
    try:
        return _typed(kind, attributes)
    except (ValueError, KeyError):
        return text


def _typed(kind: str, attributes: dict[str, str]) -> CellValue:
    if kind == "boolean":
        return attributes[f"{OFFICE}boolean-value"] == "true"
    if kind == "date":
        return _date(attributes[f"{OFFICE}date-value"])
    if kind == "time":
        return _time(attributes[f"{OFFICE}time-value"])
    return float(attributes[f"{OFFICE}value"])


def _date(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _time(text: str) -> time | timedelta:
    found = _DURATION.fullmatch(text)
    if not found:
        raise ValueError(text)
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if found[1]:
        return -length
    return (datetime.min + length).time() if length < timedelta(days=1) else length
