"""Columns → fields, where headers meet and where they say little."""

from __future__ import annotations

from duediligence.errors import Code
from duediligence.model import NameType, PartyKind
from tests.intake.builders import codes_of, fields_of, read


def test_a_column_that_is_not_understood_is_kept_by_its_header_and_noted() -> None:
    intake = read([["Name", "Nike, Inc. Brand(s)", "Country"], ["Alpha", "Jordan; Converse", "China"]])
    assert intake.parties[0].extra == {"Nike, Inc. Brand(s)": "Jordan; Converse"}
    assert codes_of(intake) == ["COLUMN_NOT_UNDERSTOOD B1"]
    assert intake.problems[0].found == "Nike, Inc. Brand(s)"


def test_a_column_that_is_understood_and_has_no_field_is_kept_without_a_note() -> None:
    intake = read([["Name", "Postal Code", "Country"], ["Alpha", "00123", "China"]])
    assert intake.parties[0].extra == {"Postal Code": "00123"}
    assert not intake.problems
    assert "postcode" in intake.tables[0].columns[1].reason


def test_values_below_no_header_are_kept_under_the_columns_letter() -> None:
    intake = read([["Name", "", "Country"], ["Alpha", "seen 2025", "China"]])
    assert intake.parties[0].extra == {"column B": "seen 2025"}


def test_two_columns_of_one_header_keep_both_values() -> None:
    intake = read([["Name", "Colour", "Colour"], ["Alpha", "red", "blue"]])
    assert intake.parties[0].extra == {"Colour": "red", "Colour (2)": "blue"}


def test_the_surest_column_gets_the_field_and_the_other_is_kept() -> None:
    intake = read([["Region", "Province", "Name", "Country"], ["APAC", "Guangdong", "Alpha", "China"]])
    assert fields_of(intake)["Province"] == "region"
    assert intake.parties[0].region == "CN-GD"
    assert intake.parties[0].extra == {"Region": "APAC"}
    assert intake.tables[0].columns[0].reason == "column B is used for the region"


def test_of_equally_sure_columns_the_fuller_is_taken() -> None:
    intake = read([["Name", "Website", "Web site"], ["Alpha", "", "alpha.example"], ["Beta", "", "beta.example"]])
    assert [party.website for party in intake.parties] == ["alpha.example", "beta.example"]


def test_a_factory_beside_its_supplier_is_the_party_and_the_supplier_its_parent() -> None:
    intake = read([["Supplier Name", "Factory Name", "Country"], ["Alpha Group", "Alpha Mill 3", "China"]])
    assert (intake.parties[0].name, intake.parties[0].parent) == ("Alpha Mill 3", "Alpha Group")


def test_a_factory_list_with_a_supplier_group_keeps_every_column() -> None:
    header = ["Factory Name", "Supplier Group", "Product Type", "Total Workers", "Line Workers", "% Female Workers"]
    party = read([header, ["Mill 3", "Alpha Group", "Apparel", "1,200", "900", "71.0%"]]).parties[0]
    assert (party.name, party.parent, party.products, party.workers) == ("Mill 3", "Alpha Group", ("Apparel",), 1200)
    assert party.women_share == 0.71
    assert party.extra == {"Line Workers": "900"}


def test_a_legal_name_beside_a_name_is_another_name() -> None:
    intake = read([["Supplier", "Legal name", "Country"], ["Alpha", "Alpha Textiles Ltd", "China"]])
    assert intake.parties[0].other_names == ("Alpha Textiles Ltd",)
    assert read([["Legal name", "Country"], ["Alpha Textiles Ltd", "China"]]).parties[0].name == "Alpha Textiles Ltd"


def test_an_agency_column_is_the_name_in_an_agency_table_and_the_agency_used_in_a_supplier_table() -> None:
    supplier = read([["Supplier", "Recruitment agency"], ["Alpha", "Blue Gate; Red Gate"]]).parties[0]
    assert (supplier.kind, supplier.agencies) == (PartyKind.SUPPLIER, ("Blue Gate", "Red Gate"))
    agency = read([["Agency Name", "RL No", "Name"], ["Blue Gate", "RL 0010", "A. Person"]], PartyKind.AGENCY).parties[
        0
    ]
    assert (agency.name, agency.licence, agency.extra) == ("Blue Gate", "RL 0010", {"Name": "A. Person"})


def test_a_type_column_is_read_only_if_it_says_what_kind_of_party() -> None:
    lines = [["Name", "Type"], ["Alpha", "Company"], ["B. Person", "Individual"], ["Gamma", "company"]]
    assert [party.name_type for party in read(lines).parties] == [
        NameType.ORGANISATION,
        NameType.PERSON,
        NameType.ORGANISATION,
    ]
    other = read([["Name", "Type"], ["Alpha", "Tier 1"], ["Beta", "Tier 2"], ["Gamma", "Tier 1"]])
    assert {party.name_type for party in other.parties} == {NameType.UNKNOWN}
    assert other.parties[0].extra == {"Type": "Tier 1"}
    assert codes_of(other) == ["COLUMN_NOT_UNDERSTOOD B1"]


def test_a_birth_is_a_day_or_a_year_alone_and_what_is_neither_is_told() -> None:
    read_in = read([["Supplier", "Date of birth"], ["Alpha", "12.03.1971"], ["Beta", "1962"], ["Gamma", "in spring"]])
    assert [party.birth_date for party in read_in.parties] == ["1971-03-12", "1962", ""]
    assert codes_of(read_in) == ["DATE_UNREADABLE B4"]


def test_status_and_expiry_belong_to_a_licence_only_where_there_is_one() -> None:
    lines = [["Supplier", "Status", "Expiry"], ["Alpha", "inactive", "2026-01-31"]]
    party = read(lines).parties[0]
    assert (party.licence_status, party.licence_expiry) == ("", None)
    assert party.extra == {"Status": "inactive", "Expiry": "2026-01-31"}
    agency = read(lines, PartyKind.AGENCY).parties[0]
    assert (agency.licence_status, str(agency.licence_expiry)) == ("inactive", "2026-01-31")


def test_cells_give_a_column_away_where_its_header_says_nothing() -> None:
    lines = [["Name", "Col 2", "Col 3", "Col 4"]]
    lines += [
        [f"Party {n}", place, f"p{n}@x.example", "www.x.example"] for n, place in enumerate(["China", "Peru", "India"])
    ]
    intake = read(lines)
    assert fields_of(intake) == {"Name": "name", "Col 2": "country", "Col 3": "contact", "Col 4": "website"}
    assert [party.country for party in intake.parties] == ["CN", "PE", "IN"]
    assert intake.tables[0].columns[1].confidence == 0.7
    assert "cells are countries" in intake.tables[0].columns[1].reason


def test_a_third_country_column_is_not_guessed_beside_a_stated_one() -> None:
    lines = [["Name", "Country", "Col 3"], *([f"P{n}", "China", "Peru"] for n in range(4))]
    intake = read(lines)
    assert {party.country for party in intake.parties} == {"CN"}
    assert intake.parties[0].extra == {"Col 3": "Peru"}
    assert [problem.code for problem in intake.problems] == [Code.COLUMN_NOT_UNDERSTOOD]


def test_the_reason_says_how_numbers_and_dates_were_read() -> None:
    header = ["Agency Name", "% migrant", "Valid until"]
    intake = read([header, ["Alpha", 0.5, "31/12/2026"], ["Beta", 0.25, "03/04/2027"]])
    reasons = {column.field: column.reason for column in intake.tables[0].columns}
    assert reasons["migrant_share"].endswith("plain numbers read as fractions of 1")
    assert reasons["licence_expiry"].endswith("dates read with the day first")


def test_a_column_of_figures_is_not_the_name_where_another_is() -> None:
    lines = [
        ["Vendor", "Vendor Name", "Country"],
        *([str(100 + row), f"Alder Works {row}", "India"] for row in range(4)),
    ]
    intake = read(lines)
    assert [party.name for party in intake.parties][:2] == ["Alder Works 0", "Alder Works 1"]
