"""Old workbooks: protected, broken and hostile ones."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from duediligence.errors import Code
from duediligence.tables.excel.xls_guard import scan_workbook
from tests.tables import builders
from tests.tables.builders import biff, number_cell, record
from tests.tables.shapes import Read, Refused


def test_a_protected_new_workbook_is_refused_as_encrypted(refused: Refused, tmp_path: Path) -> None:
    streams = {"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"\0" * 9000}
    refused(builders.compound_file(tmp_path / "locked.xlsx", streams), Code.FILE_ENCRYPTED)


def test_a_protected_old_workbook_is_refused_as_encrypted(refused: Refused, data: Path, tmp_path: Path) -> None:
    refused(data / "locked.xls", Code.FILE_ENCRYPTED)
    stream = biff(cells=number_cell(0, 0), globals_=record(0x2F, b"\1\0" + b"\0" * 52))
    refused(builders.compound_file(tmp_path / "locked.xls", {"Workbook": stream}), Code.FILE_ENCRYPTED)


def test_the_builders_file_is_one_that_calamine_reads(read: Read, tmp_path: Path) -> None:
    path = builders.compound_file(tmp_path / "a.xls", {"Workbook": biff(cells=number_cell(2, 1, 5.0))})
    assert [(row.number, row.values) for row in read(path).sheets[0].rows] == [(3, (None, 5))]


def test_many_sheets_over_the_same_two_corners_are_refused(refused: Refused, tmp_path: Path) -> None:
    corners = b"".join(number_cell(row, 0) for row in range(20)) + number_cell(65_535, 255)
    path = builders.compound_file(tmp_path / "a.xls", {"Workbook": biff(2, corners)})
    assert "stretched over 33554432 cells" in refused(path, Code.FILE_SUSPECT).detail


@pytest.mark.parametrize("size", [100, 600, 1_500, 3_000, 5_000])
def test_a_workbook_that_is_cut_off_is_damaged(refused: Refused, data: Path, tmp_path: Path, size: int) -> None:
    path = tmp_path / "cut.xls"
    path.write_bytes((data / "positions.xls").read_bytes()[:size])
    refused(path, Code.FILE_DAMAGED)


@pytest.mark.parametrize("entry", [2, 3, 4, 5])
def test_a_table_that_runs_in_circles_is_damaged(refused: Refused, tmp_path: Path, entry: int) -> None:
    path = builders.compound_file(tmp_path / "a.xls", {"Workbook": biff(cells=number_cell(0, 0)), "Other": b""})
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, 512 + 4 * entry, 2)
    path.write_bytes(content)
    refused(path, Code.FILE_DAMAGED)


def test_every_kind_of_error_record_is_seen() -> None:
    plain = record(0x205, struct.pack("<HHHBB", 4, 1, 0, 0x2A, 1))
    truth = record(0x205, struct.pack("<HHHBB", 4, 2, 0, 1, 0))
    formula = record(0x06, struct.pack("<HHH", 5, 3, 0) + b"\2\0\x07\0\0\0\xff\xff" + b"\0" * 8)
    text_formula = record(0x06, struct.pack("<HHH", 6, 3, 0) + b"\0\0\0\0\0\0\xff\xff" + b"\0" * 8)
    packed_numbers = record(0xBD, struct.pack("<HH", 7, 2) + b"\0" * 12 + struct.pack("<H", 3))
    scan = scan_workbook(biff(cells=plain + truth + formula + text_formula + packed_numbers))
    assert scan.sheets[0].errors == {(5, 2): "#N/A", (6, 4): "#DIV/0!"}
    extent = scan.sheets[0].extent
    assert (scan.sheets[0].name, extent.rows, extent.columns, extent.cells) == ("S1", 8, 4, 6)


@pytest.mark.parametrize(
    ("first_row", "end_row", "first_column", "end_column"),
    [(0x6402, 5, 0, 9), (0, 0x10001, 0, 9), (0, 5, 9, 1), (0, 5, 0, 257), (0xFFFFFFFF, 0xFFFFFFFF, 0, 1)],
)
def test_a_sheet_that_claims_an_impossible_size_is_damaged(
    refused: Refused, tmp_path: Path, first_row: int, end_row: int, first_column: int, end_column: int
) -> None:
    size = record(0x200, struct.pack("<IIHHH", first_row, end_row, first_column, end_column, 0))
    path = builders.compound_file(tmp_path / "a.xls", {"Workbook": biff(cells=size + number_cell(0, 0))})
    assert refused(path, Code.FILE_DAMAGED).detail == "it claims a sheet of an impossible size"


def test_a_workbook_that_claims_more_texts_than_it_holds_is_damaged(refused: Refused, tmp_path: Path) -> None:
    texts = record(0xFC, struct.pack("<II", 1, 0x7FFFFFFF))
    path = builders.compound_file(tmp_path / "a.xls", {"Workbook": biff(cells=number_cell(0, 0), globals_=texts)})
    assert refused(path, Code.FILE_DAMAGED).detail == "it claims more texts than it can hold"


@pytest.mark.parametrize("at", [40, 44, 64, 72])
def test_a_container_that_claims_huge_tables_is_damaged(refused: Refused, data: Path, tmp_path: Path, at: int) -> None:
    content = bytearray((data / "positions.xls").read_bytes())
    struct.pack_into("<I", content, at, 0x7FFFFFFF)
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert refused(path, Code.FILE_DAMAGED).detail == "its tables are longer than the file"


def test_a_stream_that_claims_to_be_longer_than_the_file_is_damaged(
    refused: Refused, data: Path, tmp_path: Path
) -> None:
    content = bytearray((data / "positions.xls").read_bytes())
    at = content.index("Workbook".encode("utf-16-le"))
    struct.pack_into("<I", content, at + 120, 0x7FFFFFFF)
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert refused(path, Code.FILE_DAMAGED).detail == "a stream is longer than the file"
