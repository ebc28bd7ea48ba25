"""What a file is shows in its content; what is no table is refused with the reason."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from duediligence.errors import Code
from duediligence.settings import Settings
from tests.tables import builders
from tests.tables.shapes import Packed, Read, Refused, TextFile, rows_of

NOT_TABLES = {
    "png": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
    "pdf": b"%PDF-1.7\n1 0 obj",
    "web page": b"\xef\xbb\xbf \n<!DOCTYPE html><html><table><tr><td>Supplier</td></tr></table></html>",
    "web page in utf-16": "<html><table>".encode("utf-16"),
    "xml spreadsheet 2003": b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    "empty zip": b"PK\x05\x06" + b"\0" * 18,
    "gzip": b"\x1f\x8b\x08\0",
    "control characters": bytes(range(1, 9)) * 20,
    "random bytes": random.Random(7).randbytes(5000),
    "random bytes without nul": random.Random(8).randbytes(5000).replace(b"\0", b"\1"),
    "short random bytes": random.Random(9).randbytes(60),
}


@pytest.mark.parametrize("suffix", ["csv", "dat", "xls"])
def test_the_content_decides_and_not_the_suffix(read: Read, data: Path, tmp_path: Path, suffix: str) -> None:
    renamed = tmp_path / f"list.{suffix}"
    renamed.write_bytes((data / "positions.xlsx").read_bytes())
    assert read(renamed).sheets == read(data / "positions.xlsx").sheets


def test_text_with_the_suffix_of_a_workbook_is_read_as_text(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    path.write_text("name;country\nA;B\n")
    assert rows_of(read(path).sheets[0]) == [(1, ("name", "country")), (2, ("A", "B"))]


@pytest.mark.parametrize("content", NOT_TABLES.values(), ids=NOT_TABLES)
def test_what_is_no_table_is_refused(refused: Refused, text_file: TextFile, content: bytes) -> None:
    assert refused(text_file(content), Code.FILE_NOT_A_TABLE).detail


@pytest.mark.parametrize(
    ("part", "reason"),
    [("xl/workbook.bin", "xlsb"), ("word/document.xml", "Word"), ("notes.txt", "zip archive")],
)
def test_other_packages_are_refused_by_name(refused: Refused, packed: Packed, part: str, reason: str) -> None:
    assert reason in refused(packed({part: "x"}), Code.FILE_NOT_A_TABLE).detail


def test_a_word_document_of_the_old_kind_is_refused(refused: Refused, tmp_path: Path) -> None:
    path = builders.compound_file(tmp_path / "old.doc", {"WordDocument": b"x"})
    assert refused(path, Code.FILE_NOT_A_TABLE).detail == "a Word document"


@pytest.mark.parametrize("content", ["", " \n\t\n", ";;;\n;;;\n", "\ufeff"])
def test_a_file_without_a_value_is_empty(refused: Refused, text_file: TextFile, content: str) -> None:
    refused(text_file(content), Code.FILE_EMPTY)


def test_workbooks_without_a_value_are_empty(refused: Refused, packed: Packed) -> None:
    refused(packed(builders.xlsx_parts('<row r="1"><c r="A1" s="1"/></row>')), Code.FILE_EMPTY)
    refused(packed(builders.ods_parts("<table:table-row><table:table-cell/></table:table-row>")), Code.FILE_EMPTY)


def test_a_missing_file_and_a_folder_are_refused(refused: Refused, tmp_path: Path) -> None:
    refused(tmp_path / "nowhere.xlsx", Code.FILE_MISSING)
    assert refused(tmp_path, Code.FILE_MISSING).detail == "it is a folder"


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(refused: Refused, text_file: TextFile) -> None:
    path = text_file(b"a,b\n" * 300_000)
    assert refused(path, Code.FILE_TOO_LARGE, Settings(max_file_mb=1)).detail == "1 MB, the limit is 1 MB"
