"""Excel workbooks read row by row through openpyxl: ten times slower, but never more memory than the rows take.

For sheets whose cells lie far apart, and for XML that calamine reads wrongly or not at all. Uses openpyxl's parser
and not its `iter_rows`, which yields every empty row up to the next full one, makes each row as wide as its last
cell, and drops a cell that stands after one further to the right.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.settings import Settings
from duediligence.tables.excel.text_budget import TextBudget
from duediligence.tables.limits import Extent, SlotBudget
from duediligence.tables.problems import cell_error
from duediligence.tables.sheets import Merged, Row, Sheet, Value
from duediligence.tables.values import tidy_value

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


def read_row_by_row(path: Path, settings: Settings) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Every worksheet with its true positions, and a problem for each error cell. Raises `InputRefused`."""
    from openpyxl import load_workbook

    reading = _Reading(path.name, settings)
    try:
        with path.open("rb") as stream, warnings.catch_warnings():
            # It warns of styles, extensions and print settings, none of which are read here.
            warnings.simplefilter("ignore")
            workbook = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            return tuple(reading.sheets(workbook)), tuple(reading.problems)
    except (InputRefused, MemoryError):
        raise
    except Exception as error:  # openpyxl lets every kind of error through from a damaged part
        raise InputRefused(Code.FILE_DAMAGED, where=path.name, detail="its parts do not fit together") from error


class _Reading:
    """One workbook being read: its problems so far and the memory it may still take."""

    def __init__(self, file: str, settings: Settings) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._settings = settings
        self._budget = SlotBudget(file)
        self._texts = TextBudget(file)

    def sheets(self, workbook: Workbook) -> Iterator[Sheet]:
        for sheet in workbook.worksheets:
            merged: list[Merged] = []
            rows = tuple(self._filled_rows(workbook, sheet, merged))
            yield Sheet(sheet.title, rows, sheet.sheet_state != "visible", tuple(merged))

    def _filled_rows(self, workbook: Any, sheet: Any, merged: list[Merged]) -> Iterator[Row]:
        """The rows; `merged` is filled with the ranges, which stand behind them in the file."""
        from openpyxl.worksheet._reader import WorkSheetParser

        cells: dict[int, dict[int, Any]] = defaultdict(dict)
        formats = (workbook._date_formats, workbook._timedelta_formats)
        with sheet._get_source() as source:
            parser = WorkSheetParser(source, sheet._shared_strings, True, workbook.epoch, *formats)
            for _, row in parser.parse():
                for cell in row:
                    if cell["value"] is not None:
                        cells[cell["row"]][cell["column"]] = self._value(sheet.title, cell)
        merged += _merged(parser)
        self._check(sheet.title, cells)
        for number in sorted(cells):
            self._budget.take(max(cells[number]))
            values = _line(cells[number])
            if values:
                yield Row(number, values)

    def _value(self, sheet: str, cell: dict[str, Any]) -> Any:
        value = cell["value"]
        if cell["data_type"] == "e":
            where = CellRef(self._file, sheet, cell["row"], cell["column"])
            self.problems.append(cell_error(where, str(value)))
            return None
        if not isinstance(value, str):
            return value
        self._texts.take(len(value))
        return _unescaped(value)

    def _check(self, sheet: str, cells: dict[int, dict[int, Any]]) -> None:
        last_column = max((max(row) for row in cells.values()), default=0)
        extent = Extent(max(cells, default=0), last_column, sum(map(len, cells.values())))
        extent.check(self._settings, self._file, sheet)


def _merged(parser: Any) -> Iterator[Merged]:
    ranges = parser.merged_cells.mergeCell if parser.merged_cells else ()
    return (Merged(cells.min_row, cells.max_row, cells.min_col) for cells in ranges if cells.min_row < cells.max_row)


def _line(row: dict[int, Any]) -> tuple[Value, ...]:
    filled = {column: value for column, raw in row.items() if (value := tidy_value(raw)) is not None}
    line: list[Value] = [None] * max(filled, default=0)
    for column, value in filled.items():
        line[column - 1] = value
    return tuple(line)


def _unescaped(text: str) -> str:
    from openpyxl.utils.escape import unescape

    return unescape(text) if "_x" in text else text
