"""Texts come back as they were written, whatever wrote them; a guess is said to be one."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code
from duediligence.model import Severity
from tests.tables.shapes import Read, TextFile

CASES: list[dict[str, Any]] = importlib.import_module("yaml").safe_load(
    (Path(__file__).parent / "encodings.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['written']} {case['text'][:4]}")
def test_a_text_comes_back_as_it_was_written(read: Read, text_file: TextFile, case: dict[str, Any]) -> None:
    table = read(text_file(case["text"].encode(case["written"])))
    separator = ";" if ";" in case["text"] else ","
    assert [list(row.values) for row in table.sheets[0].rows] == list(
        csv.reader(case["text"].splitlines(), delimiter=separator)
    )
    guesses = [problem.severity for problem in table.problems if problem.code is Code.ENCODING_GUESSED]
    assert guesses == ([Severity.NOTE] if case["guessed"] else [])


def test_utf_8_with_some_older_text_pasted_in_keeps_both(read: Read, text_file: TextFile) -> None:
    content = "név,ország\n".encode() + "Győr Kft.,Magyarország\n".encode() * 20 + "Café Noir,France\n".encode("cp1252")
    table = read(text_file(content))
    assert table.sheets[0].rows[-1].values == ("Café Noir", "France")
    assert table.sheets[0].rows[1].values == ("Győr Kft.", "Magyarország")
    assert [problem.found for problem in table.problems] == ["utf-8 with cp1252"]


def test_utf_8_that_is_cut_off_inside_a_letter_is_read_up_to_there(read: Read, text_file: TextFile) -> None:
    table = read(text_file("name,town\nA,Łódź".encode()[:-1]))
    assert table.sheets[0].rows[1].values == ("A", "Łód")
    assert [problem.code for problem in table.problems] == [Code.FILE_DAMAGED]


def test_utf_16_with_half_a_letter_at_its_end_is_read_and_reported(read: Read, text_file: TextFile) -> None:
    table = read(text_file("name,town\nA,B\n".encode("utf-16") + b"\x41"))
    assert table.sheets[0].rows[1].values == ("A", "B")
    assert [problem.code for problem in table.problems] == [Code.FILE_DAMAGED]
