"""Columns recognised by their cells, where the header says little or nothing."""

from __future__ import annotations

import pytest

from duediligence.intake.columns.assignment import understand
from duediligence.intake.columns.inference import guess, holds_names
from duediligence.intake.structure.header import Header, HeaderCell
from duediligence.intake.words import meaning_of
from duediligence.model import PartyKind
from duediligence.tables.sheets import Row, Value
from tests.intake.builders import codes_of, fields_of, read


@pytest.mark.parametrize(
    ("cells", "field", "kind"),
    [
        (["China", "Peru", "India"], "country", ""),
        (["CHN", "PE", "IN"], "country", ""),
        (["Dhaka", "Shenzhen", "Lima"], "city", ""),
        (["达卡", "深圳", "上海"], "city", ""),
        (["a@x.example", "b@y.example", "c@z.example"], "contact", ""),
        (["www.x.example", "https://y.example/z", "alpha.com"], "website", ""),
        (["5493001KJTIIGC8Y1R12", "529900T8BM49AURSDO55", "HWUPKR0MPOU8FGXBT394"], "identifiers", "lei"),
        (["11.222.333/0001-81", "00.000.000/0001-91", "33.000.167/0001-01"], "identifiers", "cnpj"),
        (["DE136695976", "NL4495445B01", "FR40303265045"], "identifiers", "vat"),
        (["9074729", "IMO 9319466", "9176187"], "identifiers", "imo"),
        (["2025-01-31", "3 May 2025", "03/04/2025"], "", "dates"),
        (["+880 2 955 1234", "(0)30 1234 5678", "0044 20 7946 0958"], "kept", "telephone"),
        (["45%", "3,5 %", "<10 %"], "", "percentages"),
        (["6109.10.00", "HS 610910", "6203.42.90"], "products", ""),
        (["C13.10", "C1410", "NACE C15.20"], "sector", ""),
    ],
)
def test_cells_say_what_a_column_holds(cells: list[Value], field: str, kind: str) -> None:
    found = guess(cells, [""] * len(cells))
    assert found
    assert (found.field, found.kind) == (field, kind)
    assert found.confidence in (0.6, 0.7)
    assert found.reason.endswith("(3 of 3)")


@pytest.mark.parametrize(
    "cells",
    [
        ["China", "Peru"],
        ["China", "Peru", "India", "red", "blue"],
        ["CA", "DE", "IN", "GA"],
        ["2020", "2021", "2022"],
        ["45000", "45001", "45002"],
        ["1234.50", "6109.10", "99.90"],
        ["B12", "C13", "A01"],
        ["red", "green", "blue"],
        ["12", "34", "56"],
        ["5493001KJTIIGC8Y1R13", "529900T8BM49AURSDO56", "HWUPKR0MPOU8FGXBT395"],
        ["00012345", "00012346", "00012347"],
        [None, "n/a", "-", "China"],
    ],
)
def test_too_few_or_mixed_cells_say_nothing(cells: list[Value]) -> None:
    assert guess(cells, [""] * len(cells)) is None


def test_a_city_must_lie_in_the_country_of_its_row() -> None:
    assert guess(["Dhaka", "Lima", "Leipzig"], ["BD", "PE", "DE"])
    assert guess(["Dhaka", "Lima", "Leipzig"], ["DE", "BD", "PE"]) is None


def test_an_exported_header_and_none_at_all_are_read_by_the_cells() -> None:
    lines: list[list[Value]] = [["Supplier", "Unnamed: 1", "", "Column4"]]
    lines += [["Alpha", "China", "Dongguan", "+86 769 1234 5678"], ["Beta", "Bangladesh", "Dhaka", "+880 2 955 1234"]]
    lines += [["Gamma", "Peru", "Lima", "+51 1 123 4567"]]
    intake = read(lines)
    assert fields_of(intake) == {"Supplier": "name", "column B": "country", "column C": "city", "column D": ""}
    assert [party.city for party in intake.parties] == ["Dongguan", "Dhaka", "Lima"]
    reasons = [column.reason for column in intake.tables[0].columns]
    assert reasons[1] == "its cells are countries (3 of 3)"
    assert reasons[3] == "its cells are telephone numbers (3 of 3): telephone, kept as it is"
    assert not intake.problems


def test_the_running_number_of_an_export_is_kept_without_a_note() -> None:
    lines: list[list[Value]] = [["Unnamed: 0", "Supplier", "Country"]]
    lines += [[n, f"S{n}", "Peru"] for n in range(3)]
    intake = read(lines)
    assert intake.tables[0].columns[0].reason == "its cells count the rows: serial number, kept as it is"
    assert intake.tables[0].columns[0].confidence == 0.7
    assert intake.parties[2].extra == {"column A": "2"}
    assert not intake.problems
    assert guess([1, 2, 4], [""] * 3) is None


def test_dates_under_an_unknown_header_are_kept_and_noted() -> None:
    lines: list[list[Value]] = [["Supplier", "Seen", "Met"]]
    lines += [[f"S{n}", f"2025-01-0{n}", f"2 May 202{n}"] for n in (1, 2, 3)]
    intake = read(lines)
    assert codes_of(intake) == ["COLUMN_NOT_UNDERSTOOD B1", "COLUMN_NOT_UNDERSTOOD C1"]
    assert {"dates" in column.reason for column in intake.tables[0].columns[1:]} == {True}
    assert intake.parties[0].extra == {"Seen": "2025-01-01", "Met": "2 May 2021"}


def test_identifiers_are_found_beside_other_identifiers() -> None:
    cells = ["9074729", "9319466", "9176187"]
    intake = read([["Supplier", "Tax ID", "Hull"], *([f"S{n}", f"T{n}", imo] for n, imo in enumerate(cells))])
    assert [[number.kind for number in party.identifiers] for party in intake.parties] == [["tax", "imo"]] * 3


def test_a_region_header_over_countries_is_the_country_where_nothing_else_is() -> None:
    lines: list[list[Value]] = [["Supplier", "Region"], ["Alpha", "China"], ["Beta", "Peru"], ["Gamma", "India"]]
    intake = read(lines)
    assert [party.country for party in intake.parties] == ["CN", "PE", "IN"]
    assert intake.tables[0].columns[1].reason == "header “Region”, but its cells are countries (3 of 3)"


def test_a_column_that_holds_nothing_says_so_and_leaves_its_field_to_a_full_one() -> None:
    lines: list[list[Value]] = [["Supplier", "Country", "Country code", "Colour", ""], ["Alpha", "", "CN", "", ""]]
    intake = read(lines)
    assert intake.parties[0].country == "CN"
    reasons = {column.header: column.reason for column in intake.tables[0].columns}
    assert reasons["Colour"] == "the header is not known; the column holds nothing"
    assert len(reasons) == 4
    assert not intake.problems


def test_names_with_legal_forms_are_the_party_where_no_header_says_name() -> None:
    names = ["Alpha Ltd", "Beta GmbH", "伽马有限公司", "Delta S.A. de C.V."]
    found = holds_names(names)
    assert found
    assert (found.field, found.reason) == ("name", "its cells are distinct names with legal forms (4 of 4)")
    assert holds_names(["Alpha Ltd"] * 4) is None
    assert holds_names(["Alpha", "Beta", "Gamma", "Delta Ltd"]) is None
    columns = understand(_header("Customer XY", "Country"), _rows(names), PartyKind.SUPPLIER)
    assert [column.field for column in columns] == ["name", "country"]


def test_of_two_columns_of_names_neither_is_taken() -> None:
    rows = [Row(2 + n, (f"Alpha {n} Ltd", f"Beta {n} Ltd")) for n in range(4)]
    columns = understand(_header("One XY", "Two XY"), rows, PartyKind.SUPPLIER)
    assert [column.field for column in columns] == ["", ""]


def test_a_suppliers_own_name_is_found_beside_the_agency_it_uses() -> None:
    lines: list[list[Value]] = [["Unnamed: 0", "Labour agency used", "Country"]]
    lines += [[f"Alpha {n} Ltd", "Blue Gate", "Nepal"] for n in range(3)]
    party = read(lines, PartyKind.SUPPLIER).parties[0]
    assert (party.name, party.agencies) == ("Alpha 0 Ltd", ("Blue Gate",))


def _header(*texts: str) -> Header:
    return Header(1, tuple(HeaderCell(n, text, meaning_of(text)) for n, text in enumerate(texts, 1)), 1.0)


def _rows(names: list[str]) -> list[Row]:
    return [Row(2 + n, (name, "Peru")) for n, name in enumerate(names)]
