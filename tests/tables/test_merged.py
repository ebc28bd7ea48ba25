"""Which cells are merged over several rows, from each kind of workbook."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

import duediligence.tables.excel.xlsx_guard as xlsx_scan
import duediligence.tables.limits as limits
from duediligence.errors import Code
from duediligence.settings import Settings
from duediligence.tables.excel.xlsx_streaming import read_row_by_row
from duediligence.tables.sheets import Merged
from tests.tables import builders
from tests.tables.shapes import Packed, Read, Refused

ROWS = '<row r="3"><c r="B3" t="s"><v>0</v></c></row>'
MERGED = '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="B3:C5"/></mergeCells>'


def merged_sheet(merged: str = MERGED) -> dict[str, str | bytes]:
    return builders.xlsx_parts(sheet=builders.worksheet(ROWS).replace("</sheetData>", f"</sheetData>{merged}"))


def test_ranges_over_several_rows_are_kept_by_both_readers_of_a_workbook(read: Read, packed: Packed) -> None:
    path = packed(merged_sheet())
    assert read(path).sheets[0].merged == (Merged(3, 5, 2),)
    assert read_row_by_row(path, Settings())[0][0].merged == (Merged(3, 5, 2),)


def test_cells_that_span_rows_of_an_open_document_are_kept(read: Read, packed: Packed) -> None:
    text = 'table:number-rows-spanned="3" office:value-type="string"><text:p>x</text:p>'
    spanning = f"<table:table-cell {text}</table:table-cell>"
    body = f"<table:table-row><table:table-cell/>{spanning}</table:table-row>" + (
        "<table:table-row><table:table-cell/><table:covered-table-cell/></table:table-row>" * 2
    )
    assert read(packed(builders.ods_parts(body))).sheets[0].merged == (Merged(1, 3, 2),)


def test_merged_ranges_of_an_old_workbook_are_kept(read: Read, tmp_path: Path) -> None:
    ranges = struct.pack("<H8H", 2, 0, 0, 0, 3, 1, 2, 1, 1)
    stream = builders.biff(cells=builders.number_cell(1, 1) + builders.record(0xE5, ranges))
    path = builders.compound_file(tmp_path / "old.xls", {"Workbook": stream})
    assert read(path).sheets[0].merged == (Merged(2, 3, 2),)


def test_more_merged_ranges_than_any_list_has_are_refused(
    refused: Refused, packed: Packed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_MERGED", 2)
    monkeypatch.setattr(xlsx_scan, "MOST_MERGED", 2)
    refused(packed(merged_sheet(MERGED + MERGED.replace("5", "6") * 2)), Code.FILE_SUSPECT)
