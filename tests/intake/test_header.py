"""Which row is the header, and which sheets are tables."""

from __future__ import annotations

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.intake.read import parties_of
from duediligence.intake.structure.header import find_header
from duediligence.model import PartyKind
from duediligence.tables.sheets import Value
from tests.intake.builders import codes_of, fields_of, read, sheet, table

ROWS = [["S1", "Alpha Ltd", "China"], ["S2", "Beta Ltd", "India"]]
HEADER = ["Supplier ID", "Supplier Name", "Country"]


def refused(lines: list[list[str]]) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        read([*lines])
    return caught.value


def test_a_header_in_the_first_row_is_found() -> None:
    intake = read([HEADER, *ROWS])
    assert [party.name for party in intake.parties] == ["Alpha Ltd", "Beta Ltd"]
    assert intake.tables[0].header_row == 1


def test_titles_and_blank_rows_above_the_header_are_no_parties() -> None:
    intake = read([["Supplier list 2026"], [], ["exported", "by", "procurement"], [], HEADER, *ROWS])
    assert intake.tables[0].header_row == 5
    assert [str(party.origin) for party in intake.parties] == ["suppliers.csv › B6", "suppliers.csv › B7"]


def test_a_table_may_begin_in_any_column() -> None:
    found = parties_of(table(sheet([[], HEADER, *ROWS], "Data", first_column=3), file="x.xlsx"), None)
    assert str(found.parties[0].origin) == "x.xlsx › Data!D3"
    assert found.parties[0].cell("country").address == "E3"


def test_a_header_in_two_lines_is_joined() -> None:
    lines: list[list[Value]] = [
        ["Supplier", "", "", "Workers", ""],
        ["ID", "Name", "Country", "Total", "% migrant"],
        ["S1", "Alpha Ltd", "China", 100, "20%"],
    ]
    intake = read(lines)
    assert fields_of(intake) == {
        "Supplier ID": "party_id",
        "Supplier Name": "name",
        "Supplier Country": "country",
        "Workers Total": "workers",
        "Workers % migrant": "migrant_share",
    }
    assert intake.tables[0].header_row == 2
    assert (intake.parties[0].workers, intake.parties[0].migrant_share) == (100, 0.2)


def test_a_row_of_data_is_not_taken_for_a_second_header_line() -> None:
    intake = read([["Name", "Country"], ["Vendor", "China"], ["Beta", "India"]])
    assert intake.tables[0].header_row == 1
    assert len(intake.parties) == 2


def test_one_column_of_names_is_a_table() -> None:
    assert [party.name for party in read([["Supplier"], ["Alpha Ltd"], ["Beta Ltd"]]).parties] == [
        "Alpha Ltd",
        "Beta Ltd",
    ]


def test_cover_look_up_and_form_sheets_are_noted_with_their_rows_and_not_read() -> None:
    cover = sheet([["Supplier data request"], ["please fill in the next sheet"]], "Read me")
    codes = sheet([["Country", "Code"], ["China", "CN"], ["India", "IN"]], "Lists")
    form = sheet(
        [["Name", "Acme Buyer"], ["Country", "France"], ["Address", "Paris"], ["E-mail", "a@b.example"]], "Contact"
    )
    data = sheet([HEADER, *ROWS], "Suppliers")
    intake = parties_of(table(cover, codes, form, data, file="x.xlsx"), None)
    notes = [problem for problem in intake.problems if problem.code is Code.SHEET_NOT_READ]
    assert [(note.where.sheet if note.where else "", note.found, note.rows) for note in notes] == [
        ("Read me", "2 rows", 0),
        ("Lists", "3 rows", 0),
        ("Contact", "4 rows", 0),
    ]
    assert [item.where.sheet for item in intake.tables] == ["Suppliers"]


def test_several_sheets_of_suppliers_are_all_read_hidden_ones_too() -> None:
    first, second = sheet([HEADER, *ROWS], "2025"), sheet([HEADER, ["S3", "Gamma", "Peru"]], "old", hidden=True)
    intake = parties_of(table(first, second, file="x.xlsx"), None)
    assert [(item.parties, item.hidden) for item in intake.tables] == [(2, False), (1, True)]
    assert [party.party_id for party in intake.parties] == ["S1", "S2", "S3"]


def test_a_file_without_a_header_is_refused_and_says_where() -> None:
    error = refused([["Alpha Ltd", "12 Mill Lane"], ["Beta Ltd", "5 High Street"]])
    assert (error.code, error.where) == (Code.NO_HEADER, "suppliers.csv")


def test_a_table_without_a_name_column_is_refused_and_names_its_columns() -> None:
    error = refused([["Country", "City", "Address"], ["China", "Dalian", "No. 5"]])
    assert (error.code, error.where) == (Code.NO_NAME_COLUMN, "suppliers.csv › row 1")
    assert error.detail == "Country, City, Address"


def test_headers_without_rows_are_refused() -> None:
    error = refused([["title"], ["country", "name", "address"]])
    assert (error.code, error.where) == (Code.NO_ROWS, "suppliers.csv › row 2")


def test_a_form_alone_is_no_table() -> None:
    assert (
        refused([["Company", "Acme Buyer"], ["Reporting period", "2026"], ["Country", "France"]]).code is Code.NO_HEADER
    )
    assert refused([["Name", "Acme Buyer"], ["Prepared by:", "A. Person"]]).code is Code.NO_HEADER


def test_a_file_without_any_row_is_refused() -> None:
    with pytest.raises(InputRefused) as caught:
        parties_of(table(sheet([])), None)
    assert caught.value.code is Code.NO_HEADER


@pytest.mark.parametrize(
    ("file", "sheet_name", "header", "kind"),
    [
        ("suppliers.csv", "", ["Supplier", "Country"], PartyKind.SUPPLIER),
        ("list.csv", "", ["Agency Name", "RL No", "Country"], PartyKind.AGENCY),
        ("list.csv", "", ["Supplier", "Agency Name", "Country"], PartyKind.SUPPLIER),
        ("recruitment_agencies.csv", "", ["Name", "Country"], PartyKind.AGENCY),
        ("agencies_of_suppliers.csv", "", ["Name", "Country"], PartyKind.SUPPLIER),
        ("book.xlsx", "Manpower", ["Name", "Country"], PartyKind.AGENCY),
        ("agencies.xlsx", "Data", ["Name", "Country"], PartyKind.SUPPLIER),
        ("list.csv", "", ["Name", "Licence No", "Validity", "Destination"], PartyKind.AGENCY),
        ("list.csv", "", ["Name", "Licence No", "Country"], PartyKind.SUPPLIER),
    ],
)
def test_the_words_decide_whether_a_sheet_lists_agencies(
    file: str, sheet_name: str, header: list[str], kind: PartyKind
) -> None:
    lines = [header, ["Alpha", *["x"] * (len(header) - 1)]]
    assert parties_of(table(sheet(lines, sheet_name), file=file), None).parties[0].kind is kind


def test_the_person_decides_over_the_words() -> None:
    intake = read([["Agency Name", "RL No"], ["Alpha", "RL-1"]], PartyKind.SUPPLIER)
    assert intake.parties[0].kind is PartyKind.SUPPLIER
    assert intake.parties[0].name == "Alpha"


def test_an_empty_sheet_has_no_header() -> None:
    assert find_header(sheet([])) is None
    assert codes_of(parties_of(table(sheet([], "a"), sheet([HEADER, *ROWS], "b")), None)) == ["SHEET_NOT_READ "]
