"""A cell keeps the address that the spreadsheet shows, in every format."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from duediligence.errors import Code
from duediligence.model import CellRef, Severity
from duediligence.settings import Settings
from duediligence.tables import TableFile
from duediligence.tables.excel.xlsx_streaming import read_row_by_row
from tests.tables.shapes import Read, rows_of

FORMATS = ("xlsx", "ods", "xls")
HEADER = ("Supplier name", "Country", "Workers", "Since", "Share", "Checked at", "Shift", "Active")


def positions(read: Read, data: Path, suffix: str) -> TableFile:
    return read(data / f"positions.{suffix}")


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_table_that_begins_at_b3_keeps_its_rows_and_columns(read: Read, data: Path, suffix: str) -> None:
    sheet = positions(read, data, suffix).sheets[0]
    assert [row.number for row in sheet.rows] == [3, 4, 5]
    assert sheet.rows[0].values == (None, *HEADER)
    assert sheet.rows[2].values[1] == "Golden Lotus Manpower (fictional)"


@pytest.mark.parametrize("suffix", FORMATS)
def test_values_keep_their_kind(read: Read, data: Path, suffix: str) -> None:
    table = positions(read, data, suffix)
    _, first, second = table.sheets[0].rows
    assert first.values[3:8] == (120, date(2024, 2, 3), 0.25, datetime(2024, 2, 3, 4, 5, 6), "30:02:00")
    assert isinstance(first.values[3], int)
    assert second.values[4:8] == (date(2019, 12, 31), None, date(2024, 2, 3), time(4, 5))
    assert (first.values[8], second.values[8]) == (True, False)


@pytest.mark.parametrize("suffix", FORMATS)
def test_error_cells_are_named_and_read_as_empty(read: Read, data: Path, suffix: str) -> None:
    table = positions(read, data, suffix)
    file = f"positions.{suffix}"
    assert [(problem.where, problem.found) for problem in table.problems] == [
        (CellRef(file, "Suppliers", 5, 4), "#DIV/0!"),
        (CellRef(file, "Suppliers", 5, 6), "#N/A"),
    ]
    assert {problem.code for problem in table.problems} == {Code.CELL_ERROR}
    assert {problem.severity for problem in table.problems} == {Severity.WARNING}
    assert table.sheets[0].rows[2].values[3] is None


@pytest.mark.parametrize("suffix", FORMATS)
def test_hidden_sheets_are_read_and_marked(read: Read, data: Path, suffix: str) -> None:
    sheets = positions(read, data, suffix).sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Suppliers", False), ("Look-up", True)]
    assert rows_of(sheets[1]) == [(1, ("Poland",))]


def test_the_row_by_row_reader_agrees_with_the_fast_one(read: Read, data: Path) -> None:
    path = data / "positions.xlsx"
    fast = read(path)
    assert read_row_by_row(path, Settings()) == (fast.sheets, fast.problems)


def test_the_source_is_the_file_by_name_size_and_digest(read: Read, data: Path) -> None:
    source = read(data / "positions.xls").source
    assert (source.name, source.size) == ("positions.xls", (data / "positions.xls").stat().st_size)
    assert len(source.sha256) == 64


def test_a_cell_can_be_addressed_through_the_table(read: Read, data: Path) -> None:
    table = read(data / "positions.ods")
    assert str(table.cell(table.sheets[0], 4, 2)) == "positions.ods › Suppliers!B4"
