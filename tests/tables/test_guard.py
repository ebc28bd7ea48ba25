"""Packages that are built to harm, or that are broken, are refused before a parser sees them."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from duediligence.errors import Code
from duediligence.settings import Settings
from tests.tables import builders
from tests.tables.shapes import Packed, Read, Refused, rows_of

ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>'
)


def test_an_honest_small_workbook_passes(read: Read, packed: Packed) -> None:
    assert rows_of(read(packed(builders.xlsx_parts(ONE_CELL))).sheets[0]) == [(1, (1,))]


@pytest.mark.parametrize("part", [builders.SHEET, "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_a_bomb_by_ratio_is_refused(refused: Refused, packed: Packed, part: str) -> None:
    parts = {**builders.xlsx_parts(ONE_CELL), part: "<a>" + " " * 11_000_000 + "</a>"}
    assert "unpack to" in refused(packed(parts), Code.FILE_SUSPECT).detail


def test_a_workbook_that_unpacks_beyond_the_limit_is_refused(refused: Refused, packed: Packed) -> None:
    parts = {**builders.xlsx_parts(ONE_CELL), "xl/media/image1.png": " " * 1_500_000}
    refused(packed(parts), Code.FILE_TOO_LARGE, Settings(max_unpacked_mb=1))


def test_a_small_sheet_of_equal_rows_is_no_bomb(read: Read, packed: Packed) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 60_001))
    assert len(read(packed(builders.xlsx_parts(rows))).sheets[0].rows) == 60_000


def test_an_archive_inside_is_refused_but_not_an_embedded_document(
    read: Read, refused: Refused, packed: Packed, data: Path
) -> None:
    inner = (data / "positions.xlsx").read_bytes()
    refused(packed({**builders.xlsx_parts(ONE_CELL), "xl/more.bin": inner}), Code.FILE_SUSPECT)
    assert read(packed({**builders.xlsx_parts(ONE_CELL), "xl/embeddings/sheet1.xlsx": inner})).sheets


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "xl/../../evil.xml", "xl\\..\\..\\evil", "C:/evil"])
def test_a_part_that_points_outside_is_refused(refused: Refused, packed: Packed, name: str) -> None:
    assert "points outside" in refused(packed({**builders.xlsx_parts(ONE_CELL), name: "x"}), Code.FILE_SUSPECT).detail


def test_two_parts_of_one_name_are_refused(refused: Refused, packed: Packed) -> None:
    parts = {**builders.xlsx_parts(ONE_CELL), "XL/Worksheets/Sheet1.xml": builders.worksheet("")}
    assert refused(packed(parts), Code.FILE_SUSPECT).detail == "two parts of one name"


def test_too_many_parts_are_refused(refused: Refused, packed: Packed) -> None:
    parts = {**builders.xlsx_parts(ONE_CELL), **{f"xl/{number}": "" for number in range(10_001)}}
    refused(packed(parts), Code.FILE_SUSPECT)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/odd.png", "docProps/app.xml"])
def test_entities_are_refused_in_every_part(refused: Refused, packed: Packed, part: str, encoding: str) -> None:
    parts = {**builders.xlsx_parts(ONE_CELL), part: LAUGHS.encode(encoding)}
    assert "document type or entity" in refused(packed(parts), Code.FILE_SUSPECT).detail


def test_entities_are_refused_in_an_open_document(refused: Refused, packed: Packed) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    parts = builders.ods_parts(f"<table:table-row>{cell}</table:table-row>")
    parts["content.xml"] = f'<!DOCTYPE a [<!ENTITY b "c">]>{parts["content.xml"]!s}'
    refused(packed(parts), Code.FILE_SUSPECT)


def test_a_declaration_is_found_across_the_seam_of_two_pieces(refused: Refused, packed: Packed) -> None:
    noise = "".join(f"<a{number * 7919 % 100_003}/>" for number in range(60_000))
    for shift in range(3):
        parts = {**builders.xlsx_parts(ONE_CELL), "xl/noise.xml": "<b/>" + " " * shift + noise + "<!DOCTYPE a>"}
        refused(packed(parts), Code.FILE_SUSPECT)


def patched(path: Path, old: bytes, new: bytes) -> Path:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))
    return path


def test_a_part_that_is_larger_than_its_claim_is_refused(refused: Refused, packed: Packed) -> None:
    parts = builders.xlsx_parts(ONE_CELL)
    size = len(str(parts[builders.SHEET]).encode())
    path = patched(packed(parts), struct.pack("<I", size), struct.pack("<I", size - 10))
    assert "larger than the archive says" in refused(path, Code.FILE_SUSPECT).detail


def test_a_part_that_is_smaller_than_its_claim_is_damaged(refused: Refused, packed: Packed) -> None:
    parts = builders.xlsx_parts(ONE_CELL)
    size = len(str(parts[builders.SHEET]).encode())
    path = patched(packed(parts), struct.pack("<I", size), struct.pack("<I", size + 10))
    assert "incomplete" in refused(path, Code.FILE_DAMAGED).detail


def test_a_workbook_that_is_cut_off_is_damaged(refused: Refused, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "cut.xlsx"
    path.write_bytes((data / "positions.xlsx").read_bytes()[:-200])
    refused(path, Code.FILE_DAMAGED)


def test_a_workbook_with_flipped_bytes_is_damaged(refused: Refused, packed: Packed) -> None:
    path = packed(builders.xlsx_parts(ONE_CELL))
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(builders.SHEET).header_offset + 30 + len(builders.SHEET)
    content = bytearray(path.read_bytes())
    content[start + 20 : start + 40] = bytes(20)
    path.write_bytes(content)
    refused(path, Code.FILE_DAMAGED)


def test_a_sheet_whose_xml_breaks_off_is_damaged(refused: Refused, packed: Packed) -> None:
    whole = builders.worksheet(ONE_CELL * 3)
    refused(packed(builders.xlsx_parts(sheet=whole[: whole.index("</v>") + 20])), Code.FILE_DAMAGED)


def test_an_encrypted_entry_is_refused_as_encrypted(refused: Refused, packed: Packed) -> None:
    path = packed(builders.xlsx_parts(ONE_CELL))
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    refused(path, Code.FILE_ENCRYPTED)


def test_an_unusual_packing_method_is_refused(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in builders.xlsx_parts(ONE_CELL).items():
            archive.writestr(name, content)
    assert "unusual" in refused(path, Code.FILE_SUSPECT).detail
