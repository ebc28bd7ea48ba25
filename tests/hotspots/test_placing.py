"""Which register rows a party meets, and which it must not."""

from __future__ import annotations

from typing import Any

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.hotspots import annex_response, check, heightened, load_registers, place_parties
from duediligence.model import CellRef, Nearness, Party, PartyKind, PartyPlacement, Site


def placed(**fields: Any) -> PartyPlacement:
    origin = CellRef("s.xlsx", "S", 2, 1)
    cells = {name: origin.at(number) for number, name in enumerate(fields, 2)}
    party = Party("P1", PartyKind.SUPPLIER, "Harbour Works", origin, **fields, cells=cells)
    (placement,) = place_parties([party], load_registers())
    return placement


def met(placement: PartyPlacement, register: str) -> dict[str, Nearness]:
    return {item.row: item.nearness for item in placement.exposures if item.register == register}


@pytest.mark.parametrize(
    ("country", "region", "rows"),
    [
        ("IN", "IN-JK", {"IN-JK"}),
        ("IN", "IN-TN", set()),
        ("UA", "UA-46", set()),
        ("MX", "MX-SIN", {"MX-SIN"}),
        ("MX", "MX-NLE", set()),
        ("DE", "DE-BY", set()),
    ],
)
def test_a_listed_region_is_met_by_that_region_and_never_by_its_country(
    country: str, region: str, rows: set[str]
) -> None:
    assert set(met(placed(country=country, region=region), "EU-CAHRA")) == rows


def test_a_region_that_is_not_known_is_a_gap_and_no_exposure() -> None:
    placement = placed(country="IN")
    assert not met(placement, "EU-CAHRA")
    assert placement.unknown_region == "the region is not known, and 2 regions of India are on the list EU-CAHRA"
    assert not placed(country="IN", region="IN-TN").unknown_region
    assert not placed(country="KE").unknown_region


def test_an_exposure_names_its_register_edition_row_and_the_cell_it_was_read_from() -> None:
    (found,) = [item for item in placed(country="MM", region="MM-11").exposures if item.register == "EU-CAHRA"]
    assert (found.row, found.edition.isoformat(), str(found.cell)) == ("MM-11", "2026-06-27", "s.xlsx › S!C2")
    assert "Kachin (MM-11), Myanmar, is on the list EU-CAHRA" in found.why


def test_the_code_that_the_list_gives_to_two_regions_is_met_with_less_sureness() -> None:
    found = [item for item in placed(country="UA", region="UA-30").exposures if item.register == "EU-CAHRA"]
    assert found
    assert {item.confidence for item in found} == {0.6}
    assert "Kirovohrad" in found[0].why


def test_the_newer_report_stands_for_a_country_that_it_names() -> None:
    newer, older = placed(country="MM"), placed(country="IN")
    assert met(newer, "US-TIP")
    assert not met(newer, "US-TIP-2023")
    assert met(older, "US-TIP-2023")


def test_a_text_that_names_goods_meets_their_rows_and_not_those_of_the_sector() -> None:
    rows = met(placed(country="BR", products=("coffee",)), "US-DOL-TVPRA")
    assert rows == {"BRA/Coffee": Nearness.SAME_GOOD}


def test_a_sector_alone_meets_its_goods_with_little_sureness() -> None:
    placement = placed(country="IN", sector="agriculture")
    found = [item for item in placement.exposures if item.register == "US-DOL-TVPRA"]
    assert {item.nearness for item in found} == {Nearness.SAME_SECTOR}
    assert max(item.confidence for item in found) <= 0.3


def test_where_the_goods_are_understood_the_sector_adds_nothing() -> None:
    both = placed(country="BR", products=("coffee",), sector="agriculture")
    assert met(both, "US-DOL-TVPRA") == met(placed(country="BR", products=("coffee",)), "US-DOL-TVPRA")


def test_what_is_not_known_is_said() -> None:
    assert placed().unknown == ("the country is not known", "nothing says what the party makes or does")
    assert "what the party makes or does was not understood" in placed(country="KE", sector="zzz qqq").unknown


@pytest.mark.parametrize(
    ("fields", "registers"),
    [
        ({"country": "IN", "region": "IN-JK"}, {"EU-CAHRA"}),
        ({"country": "IN", "region": "IN-TN"}, set()),
        ({"country": "UA", "region": "UA-46"}, {"UCDP-GED"}),
        ({"country": "DE"}, set()),
    ],
)
def test_conflict_around_the_place_asks_for_heightened_due_diligence(
    fields: dict[str, str], registers: set[str]
) -> None:
    assert {item.register for item in heightened(placed(**fields))} == registers


def test_every_site_of_a_party_is_placed() -> None:
    far = Site(CellRef("s.xlsx", "S", 9, 1), "IN", "IN-JK", "Srinagar")
    placement = placed(country="IN", region="IN-TN", sites=(far,))
    assert set(met(placement, "EU-CAHRA")) == {"IN-JK"}
    (found,) = [item for item in placement.exposures if item.register == "EU-CAHRA"]
    assert str(found.cell) == "s.xlsx › S!A9"
    assert len(met(placement, "INFORM")) == 1


def test_one_case_is_checked_in_plain_words() -> None:
    placement = check("Burma", "Myitkyina, Kachin State", "jade")
    assert {"EU-CAHRA", "US-DOL-TVPRA", "US-TIP"} <= {item.register for item in placement.exposures}


@pytest.mark.parametrize(
    ("country", "city", "rows"),
    [
        ("IN", "Srinagar", {"IN-JK"}),
        ("IN", "Chennai", set()),
        ("UA", "Mariupol", {"UA-14"}),
        ("UA", "Львів", set()),
        ("MX", "Culiacán", {"MX-SIN"}),
        ("MX", "Monterrey", set()),
        ("MM", "Lashio", {"MM-17"}),
        ("CD", "Goma", {"CD-NK"}),
        ("RU", "Москва", set()),
    ],
)
def test_a_city_alone_shows_whether_the_party_is_in_a_listed_region(country: str, city: str, rows: set[str]) -> None:
    found = {item.row for item in check(country, city).exposures if item.register == "EU-CAHRA"}
    assert found == rows


@pytest.mark.parametrize(("country", "code"), [("Congo", Code.COUNTRY_AMBIGUOUS), ("Burmma", Code.COUNTRY_UNKNOWN)])
def test_a_country_that_cannot_be_read_is_refused(country: str, code: Code) -> None:
    with pytest.raises(InputRefused) as refusal:
        check(country)
    assert refusal.value.code is code


@pytest.mark.parametrize(
    ("finding", "topics", "in_conflict", "response"),
    [
        ("goods_forced_labour", (), True, "serious abuses"),
        ("goods_forced_labour", (), False, ""),
        ("match_possible", ("party to an armed conflict",), False, "support to non-state armed groups"),
        ("heightened_due_diligence", (), True, "security forces, bribery and hidden origin"),
        ("licence_missing", (), True, ""),
    ],
)
def test_a_finding_in_a_conflict_says_which_response_its_class_calls_for(
    finding: str, topics: tuple[str, ...], in_conflict: bool, response: str
) -> None:
    said = annex_response(finding, topics, in_conflict=in_conflict)
    assert (said.clause if said else "") == (f"OECD Annex II ({response})" if response else "")
