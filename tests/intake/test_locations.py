"""Cells that hold city, region and country."""

from __future__ import annotations

import pytest

from duediligence.intake.cells.location import read_location
from tests.intake.builders import codes_of, fields_of, read


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("Dhaka, Bangladesh", "Dhaka", "BD"),
        ("Dongguan / Guangdong / China", "Dongguan", "CN"),
        ("China - Guangdong - Dongguan", "Dongguan", "CN"),
        ("东莞市，广东省，中国", "东莞市", "CN"),
        ("Ho Chi Minh City - Vietnam", "Ho Chi Minh City", "VN"),
        ("Leipzig (Germany)", "Leipzig", "DE"),
        ("Plot 5, Road 3, Dhaka 1341, Bangladesh", "Dhaka", "BD"),
        ("Tbilisi, Georgia", "Tbilisi", "GE"),
        ("Atlanta, Georgia", "Atlanta", "US"),
        ("Berlin, DE", "Berlin", "DE"),
        ("Wilmington, DE", "Wilmington", "US"),
        ("Toronto, CA", "Toronto", "CA"),
        ("Seoul, Korea", "Seoul", "KR"),
        ("Guangdong, China", "", "CN"),
        ("Bangladesh", "", "BD"),
        ("Dongguan", "Dongguan", ""),
        ("Portland, OR", "Portland", ""),
        ("Dhaka, Bangladesh; Khulna, Bangladesh", "", "BD"),
        ("Smallplace 12, Nowhere", "", ""),
        ("", "", ""),
    ],
)
def test_a_cell_is_taken_apart_into_city_and_country(text: str, city: str, country: str) -> None:
    spot = read_location(text)
    assert (spot.city, spot.country, spot.candidates) == (city, country, ())


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Smallplace, Georgia", ("GE", "US")),
        ("Smallplace, CA", ("CA", "US")),
        ("Korea", ("KP", "KR")),
        ("China, Vietnam", ("VN", "CN")),
    ],
)
def test_a_cell_that_could_be_two_countries_is_not_guessed(text: str, candidates: tuple[str, ...]) -> None:
    spot = read_location(text)
    assert (spot.country, spot.candidates) == ("", candidates)


def test_a_location_column_fills_city_region_and_country_and_stays_the_address() -> None:
    intake = read([["Supplier", "City / Region / Country"], ["Alpha", "Dongguan / Guangdong / China"]])
    party = intake.parties[0]
    assert (party.city, party.region, party.country) == ("Dongguan", "CN-GD", "CN")
    assert party.address == "Dongguan / Guangdong / China"
    assert {str(party.cell(field)) for field in ("city", "region", "country", "address")} == {"suppliers.csv › B2"}
    assert not intake.problems


def test_a_location_that_could_be_two_countries_is_a_problem_at_its_cell() -> None:
    intake = read([["Supplier", "Location"], ["Alpha", "Smallplace, Georgia"]])
    assert codes_of(intake) == ["COUNTRY_AMBIGUOUS B2"]
    assert (intake.problems[0].found, intake.parties[0].country) == ("Smallplace, Georgia", "")
    assert "GE (Georgia) or US (United States)" in intake.problems[0].suggestion


def test_a_stated_country_settles_the_location_beside_it() -> None:
    lines = [["Supplier", "Location", "Country"], ["Alpha", "Atlanta, Georgia", "USA"], ["Beta", "Rustavi", "Georgia"]]
    intake = read(lines)
    assert [(party.city, party.country) for party in intake.parties] == [("Atlanta", "US"), ("Rustavi", "GE")]
    assert not intake.problems


def test_a_city_cell_loses_the_country_only_if_nothing_else_is_lost() -> None:
    lines = [["Supplier", "City"], ["Alpha", "Dhaka, Bangladesh"], ["Beta", "Dhaka and Khulna, both, Bangladesh"]]
    assert [party.city for party in read(lines).parties] == ["Dhaka", "Dhaka and Khulna, both, Bangladesh"]
    assert [party.country for party in read(lines).parties] == ["BD", "BD"]


def test_a_location_beside_an_address_does_not_replace_it() -> None:
    lines = [["Supplier", "Address", "Location"], ["Alpha", "12 Mill Road", "Dhaka, Bangladesh"]]
    party = read(lines).parties[0]
    assert (party.address, party.city, party.country) == ("12 Mill Road", "Dhaka", "BD")
    assert fields_of(read(lines))["Location"] == "location"
