"""Texts that are written once and shown in many cells are charged for each of them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

import duediligence.tables.excel.text_budget as shared_texts
import duediligence.tables.excel.xls as xls
import duediligence.tables.excel.xlsx as xlsx
from duediligence.errors import Code, InputRefused
from duediligence.settings import Settings
from duediligence.tables.excel.text_budget import ItemLengths, TextBudget
from duediligence.tables.excel.xls_guard import text_lengths
from duediligence.tables.excel.xlsx_streaming import read_row_by_row
from tests.tables import builders
from tests.tables.shapes import Packed, Read, Refused

LONG = "A" * 300


@pytest.fixture
def room_for_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (shared_texts, xls, xlsx):
        monkeypatch.setattr(module, "MOST_LETTERS", 3_300)


def workbook(cells: int) -> dict[str, str | bytes]:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>1</v></c></row>' for row in range(1, cells + 1))
    return builders.xlsx_parts(rows, shared=f'<sst xmlns="{namespace}"><si/><si><t>{LONG}</t></si></sst>')


@pytest.mark.usefixtures("room_for_ten")
def test_a_workbook_may_show_a_long_text_as_often_as_the_budget_allows(
    read: Read, refused: Refused, packed: Packed
) -> None:
    assert len(read(packed(workbook(10))).sheets[0].rows) == 10
    assert "each cell is counted" in refused(packed(workbook(12)), Code.FILE_SUSPECT).detail


@pytest.mark.usefixtures("room_for_ten")
def test_the_row_by_row_reader_counts_them_too(packed: Packed) -> None:
    with pytest.raises(InputRefused) as caught:
        read_row_by_row(packed(workbook(12)), Settings())
    assert caught.value.code is Code.FILE_SUSPECT


@pytest.mark.usefixtures("room_for_ten")
@pytest.mark.parametrize("place", ["table:number-rows-repeated", "table:number-columns-repeated"])
def test_repeated_cells_of_an_open_document_are_counted(refused: Refused, packed: Packed, place: str) -> None:
    row, column = (f'{place}="12"' if name in place else "" for name in ("rows", "columns"))
    cell = f'<table:table-cell {column} office:value-type="string"><text:p>{LONG}</text:p></table:table-cell>'
    refused(packed(builders.ods_parts(f"<table:table-row {row}>{cell}</table:table-row>")), Code.FILE_SUSPECT)


def shared(*texts: str) -> bytes:
    items = b"".join(struct.pack("<HB", len(text), 0) + text.encode() for text in texts)
    return struct.pack("<II", len(texts), len(texts)) + items


@pytest.mark.parametrize(("cells", "is_refused"), [(10, False), (12, True)])
@pytest.mark.usefixtures("room_for_ten")
def test_the_shared_texts_of_an_old_workbook_are_counted(
    read: Read, refused: Refused, tmp_path: Path, cells: int, is_refused: bool
) -> None:
    body = b"".join(builders.record(0xFD, struct.pack("<HHHI", row, 0, 0, 1)) for row in range(cells))
    stream = builders.biff(cells=body, globals_=builders.record(0xFC, shared("short", LONG)))
    path = builders.compound_file(tmp_path / "old.xls", {"Workbook": stream})
    if is_refused:
        refused(path, Code.FILE_SUSPECT)
    else:
        assert len(read(path).sheets[0].rows) == cells


def test_the_lengths_of_texts_that_run_over_several_records() -> None:
    first = struct.pack("<IIHB", 2, 2, 5, 0) + b"abc"
    second = b"\x01" + "de".encode("utf-16-le") + struct.pack("<HBHI", 2, 0b1100, 1, 3) + b"xy" + bytes(4) + b"e"
    assert text_lengths([first, second, b"xt" + struct.pack("<HB", 1, 0) + b"z"]) == [5, 2, 1]
    assert text_lengths([first]) == []


@pytest.mark.usefixtures("room_for_ten")
def test_short_texts_are_free(read: Read, packed: Packed) -> None:
    parts = {name: str(part).replace(LONG, "A" * 150) for name, part in workbook(1_000).items()}
    assert len(read(packed({**parts})).sheets[0].rows) == 1_000


@pytest.mark.parametrize("size", [1, 7, 1_000])
def test_the_lengths_do_not_depend_on_where_the_pieces_end(size: int) -> None:
    text = b"<sst><si><t>one</t></si><si/><x:si><x:t>two</x:t></x:si></sst>"
    tags = [piece + b">" for piece in text.split(b">")[:-1]]
    lengths = ItemLengths()
    for start in range(0, len(tags), size):
        lengths.feed(b"".join(tags[start : start + size]))
    assert lengths.lengths == [len("<sst><si><t>one</t>"), 0, len("<x:si><x:t>two</x:t>")]


def test_cells_are_found_across_the_seams_of_a_part() -> None:
    cells = b'<c r="A1" t="s"><v>0</v></c>' * 500

    def pieces() -> Iterator[bytes]:
        yield from (cells[at : at + 3_000] for at in range(0, len(cells), 3_000))

    budget = TextBudget("x.xlsx")
    budget.take_shared(pieces(), [1_000])
    left = shared_texts.MOST_LETTERS - budget._left
    assert 490_000 <= left <= 500_000
