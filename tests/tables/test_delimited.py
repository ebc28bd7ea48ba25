"""Delimited text: separators, quotes, row numbers, and what a missing quotation mark does."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code
from duediligence.settings import Settings
from tests.tables.shapes import Read, Refused, TextFile, addresses, rows_of

CASES: list[dict[str, Any]] = importlib.import_module("yaml").safe_load(
    (Path(__file__).parent / "delimited.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["says"]))
def test_a_text_is_parted_into_rows(read: Read, text_file: TextFile, case: dict[str, Any]) -> None:
    table = read(text_file(case["text"]))
    assert [(number, list(values)) for number, values in rows_of(table.sheets[0])] == list(case["rows"].items())
    assert table.problems == ()
    assert table.sheets[0].name == ""


def test_a_file_cut_off_inside_a_quote_keeps_what_is_there(read: Read, text_file: TextFile) -> None:
    table = read(text_file('name,address,town\n"A, Ltd",x,Lima\n"B, Ltd","Street 5, bloc'))
    assert rows_of(table.sheets[0])[-1] == (3, ("B, Ltd", "Street 5, bloc"))
    assert [problem.code for problem in table.problems] == [Code.FILE_DAMAGED]
    assert addresses(table)[0][0] == "row 3"


def test_a_stray_quote_does_not_swallow_the_rows_after_it(read: Read, text_file: TextFile) -> None:
    rest = "".join(f"S{number},Peru,{number}\n" for number in range(100))
    table = read(text_file(f'name,country,id\n"Lotus Ltd,Peru,7\n{rest}'))
    rows = rows_of(table.sheets[0])
    assert len(rows) == 102
    assert rows[1] == (2, ("Lotus Ltd,Peru,7",))
    assert rows[2] == (3, ("S0", "Peru", "0"))
    assert [problem.code for problem in table.problems] == [Code.FILE_DAMAGED]


def test_rows_that_a_stray_pair_of_quotes_joined_are_reported(read: Read, text_file: TextFile) -> None:
    rows = "".join(f"S{number},Peru,Lima,{number}\n" for number in range(20))
    table = read(text_file(f'name,country,town,id\n"Lotus,Peru,Lima,7\n{rows}Acme" Ltd,Peru,Cusco,8\n{rows}'))
    assert [(problem.code, problem.where and problem.where.row) for problem in table.problems] == [
        (Code.FILE_DAMAGED, 2)
    ]


def test_an_address_of_several_lines_is_no_joined_row(read: Read, text_file: TextFile) -> None:
    table = read(text_file('a,b,c,d\n1,"Street 5, Yangon,\nMyanmar",x,y\n2,z,x,y\n'))
    assert table.problems == ()


def test_a_long_cell_is_read_and_an_endless_one_refused(read: Read, refused: Refused, text_file: TextFile) -> None:
    table = read(text_file(f"name,note\nA,{'x' * 500_000}\n"))
    assert table.sheets[0].rows[1].values[1] == "x" * 500_000
    assert "too long" in refused(text_file(f"name,note\nA,{'x' * 1_100_000}\n"), Code.FILE_SUSPECT).detail


def test_too_many_rows_or_columns_are_refused(refused: Refused, text_file: TextFile) -> None:
    refused(text_file("a,b\n" * 11), Code.FILE_TOO_LARGE, Settings(max_rows=10))
    refused(text_file("," * 10 + "x\n"), Code.FILE_TOO_LARGE, Settings(max_columns=10))
