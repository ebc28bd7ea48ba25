"""Any table of text that we write comes back with the same cells at the same addresses."""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from duediligence.settings import Settings
from duediligence.tables import inert, read_table, save_workbook, write_csv, write_text
from duediligence.tables.xlsx_rows import read_row_by_row

CELL = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.sampled_from(
        ["=1+1", "a,b", 'a"b', "a;b;c", "x\ty", "first\nsecond", "#N/A", "_x000D_", "sep=;", "<b>&amp;]]>"]
    ),
)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6)
AFTER_ANOTHER = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

Rows = list[tuple[int, tuple[Any, ...]]]


def expected(table: list[list[str | None]]) -> Rows:
    """What a reader must give: inert, stripped, no trailing blanks, no empty rows; row 1 is the header."""
    rows: Rows = [(1, ("Name",))]
    for number, cells in enumerate(table, start=2):
        values = [inert(cell or "").strip() or None for cell in cells]
        while values and values[-1] is None:
            values.pop()
        if values:
            rows.append((number, tuple(values)))
    return rows


def found(path: Path) -> Rows:
    return [(row.number, row.values) for row in read_table(path, Settings()).sheets[0].rows]


@AFTER_ANOTHER
@given(TABLE)
@example([["0\x85", "\u2028"], ["\x1c", None]])
def test_text_through_a_workbook(tmp_path: Path, table: list[list[str | None]]) -> None:
    workbook = importlib.import_module("openpyxl").Workbook()
    write_text(workbook.active.cell(1, 1), "Name")
    for row, cells in enumerate(table, start=2):
        for column, cell in enumerate(cells, start=1):
            if cell is not None:
                write_text(workbook.active.cell(row, column), cell)
    path = tmp_path / "table.xlsx"
    save_workbook(workbook, path, date(2026, 11, 24))
    assert found(path) == expected(table)
    rows = read_row_by_row(path, Settings())[0][0].rows
    assert [(row.number, row.values) for row in rows] == expected(table)


@AFTER_ANOTHER
@given(TABLE)
def test_text_through_csv(tmp_path: Path, table: list[list[str | None]]) -> None:
    path = tmp_path / "table.csv"
    write_csv(path, ["Name", *([""] * 4)], [[*cells, *([None] * (5 - len(cells)))] for cells in table])
    assert found(path) == expected(table)


@pytest.mark.parametrize("cell", ["", " ", "\x85", "\u3000", "\x1f"])
def test_blank_text_is_no_value(tmp_path: Path, cell: str) -> None:
    write_csv(tmp_path / "a.csv", ["a", "b"], [[cell, "x"]])
    assert found(tmp_path / "a.csv")[1] == (2, (None, "x"))
