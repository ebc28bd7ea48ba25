"""Sheets stretched over a huge extent never reach calamine, which would abort; odd XML is read, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import duediligence.tables.excel.xlsx as xlsx
import duediligence.tables.limits as limits
from duediligence.errors import Code, InputRefused
from duediligence.settings import Settings
from duediligence.tables import Sheet
from duediligence.tables.limits import Extent
from tests.tables import builders
from tests.tables.shapes import Packed, Read, Refused, addresses, rows_of

CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def no_calamine(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> tuple[Sheet, ...]:
        raise AssertionError("calamine must not see this file")

    monkeypatch.setattr(xlsx, "read_with_calamine", forbidden)


@pytest.fixture
def only_calamine(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, settings: Settings) -> None:
        raise AssertionError("this file is plain and dense")

    monkeypatch.setattr(xlsx, "read_row_by_row", forbidden)


def listing(rows: int) -> str:
    return "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c><c r="B{row}"><v>{row}</v></c></row>'
        for row in range(1, rows + 1)
    )


@pytest.mark.usefixtures("no_calamine")
@pytest.mark.parametrize(
    "rows",
    [
        CORNERS,
        CORNERS.replace('"', "'"),
        CORNERS.replace("<c r", "<c  r"),
        CORNERS.replace("<c r", "<c\n r"),
        CORNERS.replace("r=", "s='0' r=").replace("<row s='0'", "<row"),
        CORNERS.replace('"A1"', '"&#65;1"'),
    ],
    ids=["as written", "single quotes", "blanks", "line break", "other order", "character reference"],
)
def test_two_cells_in_opposite_corners_are_refused_however_they_are_written(
    refused: Refused, packed: Packed, rows: str
) -> None:
    refusal = refused(packed(builders.xlsx_parts(rows)), Code.FILE_SUSPECT)
    assert refusal.where == "book.xlsx › S!XFD1048576"
    assert refusal.detail == "2 cells stretched over 1048576 rows and 16384 columns"


@pytest.mark.usefixtures("no_calamine")
def test_the_corners_hidden_behind_cells_in_a_comment_are_refused(refused: Refused, packed: Packed) -> None:
    parts = builders.xlsx_parts(f"<!-- {listing(20_000)} -->{CORNERS}")
    refused(packed(parts), Code.FILE_SUSPECT)


@pytest.mark.usefixtures("no_calamine")
def test_the_corners_in_a_sheet_under_another_name_are_refused(refused: Refused, packed: Packed) -> None:
    parts = builders.xlsx_parts(CORNERS)
    parts["xl/media/hidden.png"] = parts.pop(builders.SHEET)
    links = str(parts["xl/_rels/workbook.xml.rels"])
    parts["xl/_rels/workbook.xml.rels"] = links.replace("worksheets/sheet1.xml", "media/hidden.png")
    refused(packed(parts), Code.FILE_SUSPECT)


@pytest.mark.usefixtures("no_calamine")
@pytest.mark.parametrize("stray", ["XFD1", "B1048576"])
def test_a_list_with_one_stray_cell_is_read_in_full(read: Read, packed: Packed, stray: str) -> None:
    row = stray.lstrip("XFDB")
    rows = (
        listing(3_000).replace('<row r="1">', f'<row r="1"><c r="{stray}"><v>7</v></c>')
        if row == "1"
        else (listing(3_000) + f'<row r="{row}"><c r="{stray}"><v>7</v></c></row>')
    )
    found = rows_of(read(packed(builders.xlsx_parts(rows))).sheets[0])
    assert found[1] == (2, ("shared", 2))
    assert len(found) == 3_000 + (row != "1")
    assert found[0][1][-1] == 7 if row == "1" else found[-1] == (1_048_576, (None, 7))


@pytest.mark.usefixtures("only_calamine")
def test_formatted_blank_cells_far_away_do_not_count(read: Read, packed: Packed) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert len(read(packed(builders.xlsx_parts(listing(5) + far))).sheets[0].rows) == 5


@pytest.mark.usefixtures("no_calamine")
def test_many_wide_rows_are_refused_within_the_budget(
    refused: Refused, packed: Packed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_SLOTS", 150 * 16_384)
    rows = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 152))
    refused(packed(builders.xlsx_parts(rows)), Code.FILE_TOO_LARGE)


@pytest.mark.parametrize("address", ["A3000000", "A99999999999"])
def test_rows_beyond_the_limit_are_refused(refused: Refused, packed: Packed, address: str) -> None:
    rows = f'<row r="{address[1:]}"><c r="{address}"><v>1</v></c></row>'
    refused(packed(builders.xlsx_parts(rows)), Code.FILE_TOO_LARGE, Settings(max_rows=20_000))


def test_columns_beyond_the_limit_are_refused(refused: Refused, packed: Packed) -> None:
    parts = builders.xlsx_parts('<row r="1"><c r="ZZ1"><v>1</v></c></row>')
    refused(packed(parts), Code.FILE_TOO_LARGE, Settings(max_columns=100))


def test_cells_and_rows_without_an_address_are_counted(read: Read, packed: Packed) -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>4</v></c></row>"
    assert rows_of(read(packed(builders.xlsx_parts(rows))).sheets[0]) == [(1, (1, 2)), (3, (None, 4))]


@pytest.mark.usefixtures("only_calamine")
def test_a_namespace_prefix_is_as_plain_as_none(read: Read, packed: Packed) -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c>'
        '<x:c r="C2" t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    table = read(packed(builders.xlsx_parts(sheet=sheet)))
    assert rows_of(table.sheets[0]) == [(2, (None, 1))]
    assert addresses(table) == [("C2", "#DIV/0!")]


def test_character_data_sections_are_not_lost(read: Read, packed: Packed) -> None:
    shared = f'<sst xmlns="{MAIN}"><si><t><![CDATA[A & B]]></t></si></sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v><![CDATA[C]]></v></c></row>'
    assert rows_of(read(packed(builders.xlsx_parts(rows, shared=shared))).sheets[0]) == [(1, ("A & B", "C"))]


@pytest.mark.usefixtures("no_calamine")
def test_a_claim_of_billions_of_shared_strings_costs_nothing(read: Read, packed: Packed) -> None:
    shared = f'<sst xmlns="{MAIN}" count="1" uniqueCount="4000000000"><si><t>A</t></si></sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    assert rows_of(read(packed(builders.xlsx_parts(rows, shared=shared))).sheets[0]) == [(1, ("A",))]


def test_a_sheet_in_utf_16_is_not_lost(read: Read, packed: Packed) -> None:
    sheet = builders.worksheet('<row r="2"><c r="B2" t="str"><v>Łódź</v></c></row>').replace("UTF-8", "UTF-16")
    found = read(packed(builders.xlsx_parts(sheet=sheet.encode("utf-16"))))
    assert rows_of(found.sheets[0]) == [(2, (None, "Łódź"))]


def test_a_sheet_in_another_encoding_is_not_garbled(read: Read, packed: Packed) -> None:
    sheet = builders.worksheet('<row r="1"><c r="A1" t="str"><v>Café</v></c></row>').replace("UTF-8", "ISO-8859-1")
    found = read(packed(builders.xlsx_parts(sheet=sheet.encode("latin-1"))))
    assert rows_of(found.sheets[0]) == [(1, ("Café",))]


def test_an_error_of_a_newer_excel_costs_one_cell_and_not_the_file(read: Read, packed: Packed) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#SPILL!</v></c></row>'
    table = read(packed(builders.xlsx_parts(rows)))
    assert rows_of(table.sheets[0]) == [(1, (1,))]
    assert addresses(table) == [("B1", "#SPILL!")]


def test_every_error_cell_is_found_among_plain_ones(read: Read, packed: Packed) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}" s="0"/>'
        f'<c r="C{row}" s="0" t="e"><f>A{row}/B{row}</f><v>#DIV/0!</v></c><c r="D{row}"><v>1</v></c></row>'
        for row in range(1, 5_001)
    )
    assert addresses(read(packed(builders.xlsx_parts(rows)))) == [(f"C{row}", "#DIV/0!") for row in range(1, 5_001)]


def test_a_missing_shared_string_is_damage(refused: Refused, packed: Packed) -> None:
    refused(packed(builders.xlsx_parts('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')), Code.FILE_DAMAGED)


@pytest.mark.parametrize(
    ("extent", "dense"),
    [
        (Extent(1_048_576, 30, 20_000_000), True),
        (Extent(1_048_576, 31, 1_048_576 * 31), False),
        (Extent(1_000, 16_384, 12_001), False),
        (Extent(100_000, 12, 100), True),
    ],
)
def test_what_calamine_may_allocate(extent: Extent, dense: bool) -> None:
    assert extent.is_dense is dense


def test_one_cell_in_a_million_is_the_sparsest_sheet() -> None:
    Extent(1_048_576, 16_384, 18_000).check(Settings(), "list.xlsx")
    with pytest.raises(InputRefused):
        Extent(1_048_576, 16_384, 17_000).check(Settings(), "list.xlsx")
