"""Several tables in one sheet, one below or beside the other."""

from __future__ import annotations

import pytest

from duediligence.errors import Code
from duediligence.intake.read import parties_of
from duediligence.intake.structure.tables import tables_in
from duediligence.model import Intake, PartyKind
from duediligence.tables.sheets import Value
from tests.intake.builders import codes_of, read, sheet, table

SUPPLIERS: list[list[Value]] = [["Supplier name", "Country"], ["Alpha Ltd", "China"], ["Beta Ltd", "India"]]
AGENCIES: list[list[Value]] = [["Agency name", "Licence no", "Valid until"], ["Blue Gate", "RL-1", "2027-01-31"]]


def shapes(intake: Intake) -> list[tuple[str, PartyKind, int, int]]:
    return [(item.where.address, item.kind, item.rows, item.parties) for item in intake.tables]


def test_a_table_below_another_is_read_with_its_own_header_and_kind() -> None:
    intake = read([*SUPPLIERS, [], [], *AGENCIES])
    assert shapes(intake) == [("A1", PartyKind.SUPPLIER, 2, 2), ("A6", PartyKind.AGENCY, 1, 1)]
    assert [str(party.origin) for party in intake.parties][-1] == "suppliers.csv › A7"
    assert (intake.parties[2].licence, codes_of(intake)) == ("RL-1", [])


def test_the_better_header_below_does_not_hide_the_table_above() -> None:
    intake = read([*AGENCIES, [], ["Supplier name", "Country", "City", "Workers"], ["Alpha Ltd", "China", "Dalian", 9]])
    assert [kind for _, kind, _, _ in shapes(intake)] == [PartyKind.AGENCY, PartyKind.SUPPLIER]


def test_a_title_over_the_second_table_is_noted_and_says_what_it_lists() -> None:
    intake = read([*SUPPLIERS, [], ["Recruitment agencies"], [], ["Name", "Country"], ["Blue Gate", "Nepal"]])
    assert shapes(intake) == [("A1", PartyKind.SUPPLIER, 2, 2), ("A7", PartyKind.AGENCY, 1, 1)]
    assert [(note.code, note.found, note.rows) for note in intake.problems] == [
        (Code.ROW_NOT_A_PARTY, "a title: Recruitment agencies", 0)
    ]


def test_a_lone_name_directly_over_the_second_header_stays_a_party() -> None:
    intake = read([*SUPPLIERS, ["Gamma Ltd"], [], *AGENCIES])
    assert [party.name for party in intake.parties] == ["Alpha Ltd", "Beta Ltd", "Gamma Ltd", "Blue Gate"]


def test_files_put_one_after_the_other_without_a_blank_row_are_two_tables() -> None:
    intake = read([*SUPPLIERS, ["Agency name", "Licence no", "Country"], ["Blue Gate", "RL-1", "Nepal"]])
    assert [kind for _, kind, _, _ in shapes(intake)] == [PartyKind.SUPPLIER, PartyKind.AGENCY]


def test_the_same_header_again_is_no_second_table() -> None:
    assert shapes(read([*SUPPLIERS, [], *SUPPLIERS])) == [("", PartyKind.SUPPLIER, 5, 4)]


def test_a_look_up_table_below_is_not_read_and_noted_with_its_rows() -> None:
    intake = read([*SUPPLIERS, [], ["Country", "City"], ["China", "Dalian"], ["India", "Pune"]])
    assert shapes(intake) == [("", PartyKind.SUPPLIER, 2, 2)]
    assert codes_of(intake) == ["SHEET_NOT_READ row 5"]
    assert intake.problems[0].found == "2 rows"


def test_rows_with_blank_rows_between_them_are_one_table() -> None:
    lines = [line for row in SUPPLIERS for line in (row, [])]
    assert shapes(read(lines)) == [("", PartyKind.SUPPLIER, 2, 2)]


def test_tables_side_by_side_are_both_read() -> None:
    lines: list[list[Value]] = [
        ["Supplier name", "Country", "", "Agency name", "Licence no"],
        ["Alpha Ltd", "China", "", "Blue Gate", "RL-1"],
        ["Beta Ltd", "India"],
    ]
    intake = parties_of(table(sheet(lines, "Both"), file="x.xlsx"), None)
    assert shapes(intake) == [("A1", PartyKind.SUPPLIER, 2, 2), ("D1", PartyKind.AGENCY, 1, 1)]
    assert [str(party.origin) for party in intake.parties] == [
        "x.xlsx › Both!A2",
        "x.xlsx › Both!A3",
        "x.xlsx › Both!D2",
    ]


@pytest.mark.parametrize("gap", [[""], ["", ""]])
def test_an_empty_column_inside_one_table_does_not_part_it(gap: list[Value]) -> None:
    lines: list[list[Value]] = [
        ["Supplier name", "Country", *gap, "Agency name"],
        ["Alpha", "China", *gap, "Blue Gate"],
    ]
    intake = read(lines)
    assert shapes(intake) == [("", PartyKind.SUPPLIER, 1, 1)]
    assert intake.parties[0].agencies == ("Blue Gate",)


def test_a_second_header_in_two_lines_is_joined() -> None:
    lines: list[list[Value]] = [
        ["Agency", "", "Workers", ""],
        ["Name", "Country", "Total", "% migrant"],
        ["Blue Gate", "Nepal", 40, "20%"],
    ]
    second = tables_in(sheet([*SUPPLIERS, [], *lines]))[1]
    assert (second.header.first_row, second.header.row, len(second.rows)) == (5, 6, 1)


def test_a_hidden_sheet_is_read_and_said_to_be_hidden() -> None:
    intake = parties_of(table(sheet(SUPPLIERS, "Old", hidden=True), file="x.xlsx"), None)
    note = intake.problems[0]
    assert (note.code, str(note.where), note.found, note.rows) == (Code.SHEET_HIDDEN, "x.xlsx › Old", "3 rows", 0)
    assert intake.tables[0].parties == 2
