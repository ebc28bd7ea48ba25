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
from duediligence.tables.excel.xlsx_streaming import read_row_by_row
from tests.tables import builders

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


def expected(table: list[list[str | None]], *, as_written: bool = False) -> Rows:
    """What a reader must give: inert (or `as_written`), stripped, no trailing blanks, no empty rows."""
    rows: Rows = [(1, ("Name",))]
    for number, cells in enumerate(table, start=2):
        texts = [cell or "" if as_written else inert(cell or "") for cell in cells]
        values = [text.strip() or None for text in texts]
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


PRINTED = st.one_of(
    st.none(),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=12
    ),
    st.sampled_from(["=1+1", "a  b", "x\ty", "first\nsecond", "   ", "<b>&amp;]]>", "of:=A1"]),
)
MARKS = {" ": "<text:s/>", "\t": "<text:tab/>", "\n": "<text:line-break/>", "<": "&lt;", "&": "&amp;", ">": "&gt;"}


def ods_cell(cell: str | None) -> str:
    if cell is None:
        return "<table:table-cell/>"
    text = "".join(MARKS.get(letter, letter) for letter in cell)
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


@AFTER_ANOTHER
@given(st.lists(st.lists(PRINTED, min_size=2, max_size=5), min_size=1, max_size=6))
def test_text_through_an_open_document(tmp_path: Path, table: list[list[str | None]]) -> None:
    lines: list[list[str | None]] = [["Name"], *table]
    rows = "".join(f"<table:table-row>{''.join(map(ods_cell, line))}</table:table-row>" for line in lines)
    path = builders.package(tmp_path / "table.ods", builders.ods_parts(rows))
    assert found(path) == expected(table, as_written=True)


@AFTER_ANOTHER
@given(TABLE, st.sampled_from(["utf-8-sig", "utf-16", "utf-16-le"]), st.sampled_from([",", ";", "\t", "|"]))
def test_text_through_csv_of_others(
    tmp_path: Path, table: list[list[str | None]], encoding: str, separator: str
) -> None:
    """Every cell is quoted and the header holds the separator four times, as in a real export."""
    path = tmp_path / "table.csv"
    filled = [[inert(cell or "") for cell in cells] for cells in table]
    lines = [["Name", *[f"Field {number}" for number in range(1, 5)]], *(row + [""] * (5 - len(row)) for row in filled)]
    quoted = (separator.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    path.write_bytes("".join(line + "\r\n" for line in quoted).encode(encoding))
    assert found(path)[1:] == expected(table)[1:]


@AFTER_ANOTHER
@given(TABLE, st.integers(0, 40), st.integers(0, 30))
def test_a_table_anywhere_in_a_workbook_keeps_its_addresses(
    tmp_path: Path, table: list[list[str | None]], down: int, right: int
) -> None:
    workbook = importlib.import_module("openpyxl").Workbook()
    lines: list[list[str | None]] = [["Name"], *table]
    for row, cells in enumerate(lines, start=1):
        for column, cell in enumerate(cells, start=1):
            if cell is not None:
                write_text(workbook.active.cell(row + down, column + right), cell)
    path = tmp_path / "table.xlsx"
    save_workbook(workbook, path, date(2026, 11, 24))
    moved = [(number + down, (*[None] * right, *values)) for number, values in expected(table)]
    assert found(path) == moved
    assert [(row.number, row.values) for row in read_row_by_row(path, Settings())[0][0].rows] == moved


@pytest.mark.parametrize("cell", ["", " ", "\x85", "\u3000", "\x1f"])
def test_blank_text_is_no_value(tmp_path: Path, cell: str) -> None:
    write_csv(tmp_path / "a.csv", ["a", "b"], [[cell, "x"]])
    assert found(tmp_path / "a.csv")[1] == (2, (None, "x"))
