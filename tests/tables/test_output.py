"""What is written is inert, the same bytes each time, and whole or not there."""

from __future__ import annotations

import importlib
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code, OutputRefused
from duediligence.tables import Value, csv_text, inert, save_workbook, write_csv, write_text
from tests.tables.shapes import Read

openpyxl: Any = importlib.import_module("openpyxl")
AS_OF = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "\u200b=1", "\ufeff=1", "\x00=1", "＝1", "\u202e=1"],
)
def test_what_could_start_a_formula_is_made_inert(text: str) -> None:
    assert inert(text).startswith("'")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Lotus Ltd", "Lotus Ltd"),
        ("a=b", "a=b"),
        ("", ""),
        ("=1", "'=1"),
        ("a\x00\x07b\x7f", "ab"),
        ("Ltd\u202egnp.exe\u2066", "Ltdgnp.exe"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("شركة\u200fالنور", "شركة\u200fالنور"),
        ("a\ud800\uffffb", "ab"),
        ("🌾 Rice", "🌾 Rice"),
    ],
)
def test_other_text_stays_but_for_control_characters(text: str, safe: str) -> None:
    assert inert(text) == safe


def test_inert_text_stays_as_it_is() -> None:
    assert inert(inert("=cmd()")) == "'=cmd()"


def test_csv_has_commas_line_feeds_and_quotes_where_needed() -> None:
    rows: list[list[Value]] = [
        ["A, Ltd", 1, -2.5, True, None, date(2024, 2, 3), datetime(2024, 2, 3, 4, 5)],
        ['a"b', "=x", "c\nd"],
    ]
    assert csv_text(["name", "+n"], rows) == (
        'name,\'+n\n"A, Ltd",1,-2.5,true,,2024-02-03,2024-02-03T04:05:00\n"a""b",\'=x,"c\nd"\n'
    )


def test_csv_is_written_as_utf_8_without_a_mark(tmp_path: Path) -> None:
    write_csv(tmp_path / "out.csv", ["név"], [["Győr"]])
    assert (tmp_path / "out.csv").read_bytes() == "név\nGyőr\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_a_place_that_cannot_be_written_is_an_error_with_a_code(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused) as caught:
        write_csv(tmp_path / "missing" / "out.csv", ["a"], [])
    assert caught.value.code is Code.OUTPUT_UNWRITABLE
    (tmp_path / "taken").mkdir()
    with pytest.raises(OutputRefused):
        write_csv(tmp_path / "taken", ["a"], [])
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def filled(*texts: str) -> Any:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row, text in enumerate(texts, start=1):
        write_text(sheet.cell(row, 1), text)
    return workbook


def test_a_workbook_is_the_same_bytes_at_another_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_workbook(filled("a", "b"), tmp_path / "first.xlsx", AS_OF)
    monkeypatch.setattr(importlib.import_module("time"), "time", lambda: 1.0)
    monkeypatch.setattr(importlib.import_module("time"), "localtime", lambda *seconds: (1999, 1, 2, 3, 4, 6, 0, 2, 0))

    class OtherDay(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> OtherDay:
            return cls(1999, 1, 2, tzinfo=tz)

    monkeypatch.setattr(importlib.import_module("openpyxl.writer.excel").datetime, "datetime", OtherDay)
    monkeypatch.setattr(importlib.import_module("openpyxl.packaging.core").datetime, "datetime", OtherDay)
    save_workbook(filled("a", "b"), tmp_path / "second.xlsx", AS_OF)
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()


def test_a_workbook_is_dated_by_its_as_of_day(tmp_path: Path) -> None:
    save_workbook(filled("a"), tmp_path / "a.xlsx", AS_OF)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        properties = archive.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert properties.count("2026-11-24T00:00:00Z") == 2


@pytest.mark.parametrize("text", ["=1+1", "#N/A", "#DIV/0!", "_x0041_", "001", "1e5", "TRUE"])
def test_text_stays_text_in_a_workbook(read: Read, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    save_workbook(filled(text), path, AS_OF)
    table = read(path)
    assert table.sheets[0].rows[0].values == (inert(text),)
    assert table.problems == ()
    assert openpyxl.load_workbook(path).active["A1"].data_type == "s"


def test_text_beyond_the_limit_of_a_cell_ends_in_an_ellipsis(read: Read, tmp_path: Path) -> None:
    save_workbook(filled("x" * 40_000), tmp_path / "a.xlsx", AS_OF)
    value = read(tmp_path / "a.xlsx").sheets[0].rows[0].values[0]
    assert value == "x" * 32_766 + "…"
