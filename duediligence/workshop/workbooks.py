"""Writes the workshop tables as the untidy files that officers get."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duediligence.tables import save_workbook, write_text
from duediligence.workshop.demo import DemoTable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def write_csv_table(table: DemoTable, path: Path) -> None:
    """A csv as an old program exports it: its own separator and encoding, no neutralising."""
    with path.open("w", newline="", encoding=table.encoding) as stream:
        writer = csv.writer(stream, delimiter=table.delimiter)
        writer.writerow(table.headers)
        writer.writerows(table.rows)


def write_workbook(tables: Sequence[DemoTable], path: Path, as_of: date) -> None:
    """One workbook with a sheet for each table."""
    from openpyxl import Workbook

    workbook = Workbook()
    for table in tables:
        sheet = workbook.create_sheet(table.sheet)
        _fill(sheet, table)
    del workbook["Sheet"]
    save_workbook(workbook, path, as_of)


def _fill(sheet: Worksheet, table: DemoTable) -> None:
    lines: list[Sequence[Any]] = [(line,) for line in table.top]
    lines.extend((table.headers, *table.rows) if table.headers else ())
    lines.extend(line or () for line in table.below)
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=table.first_column):
            _put(sheet, row, column, value)
    first_row = len(table.top) + 2
    for header, cells in table.error_cells.items():
        column = table.first_column + table.headers.index(header)
        for offset, values in enumerate(table.rows):
            if values[0] in cells:
                cell = sheet.cell(first_row + offset, column, cells[values[0]])
                cell.data_type = "e"


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    if isinstance(value, str) and value:
        write_text(sheet.cell(row, column), value)
    elif value is not None and value != "":
        sheet.cell(row, column, value)
