"""Labour-migration corridors: which rows a party meets by its own routes and by those of its agencies."""

from __future__ import annotations

from typing import Any

import pytest

from duediligence.hotspots import load_registers, place_parties
from duediligence.intake import link
from duediligence.model import CellRef, Corridor, Exposure, HotspotKind, Nearness, Party, PartyKind

ORIGIN = CellRef("s.xlsx", "S", 2, 1)


def party(party_id: str = "S1", **fields: Any) -> Party:
    values: dict[str, Any] = {"kind": PartyKind.SUPPLIER, "name": "Harbour Works", "origin": ORIGIN}
    return Party(party_id, **(values | fields))


def routes(*parties: Party) -> dict[str, Exposure]:
    placement, *_ = place_parties(parties, load_registers(), link(parties))
    return {item.row: item for item in placement.exposures if item.register == "CORRIDORS"}


def test_a_partys_own_route_is_met_at_the_cell_it_stands_in() -> None:
    cells = {"origin_countries": ORIGIN.at(7)}
    found = routes(party(country="QA", sector="construction", corridors=(Corridor("NP", "QA"),), cells=cells))
    (row,) = found.values()
    assert (row.row, row.nearness, str(row.cell)) == ("NP-QA", Nearness.SAME_ROUTE, "s.xlsx › S!G2")
    assert "Workers come by the route Nepal to Qatar" in row.why
    assert "Source: FairSquare, Five Corridors Project 2021" in row.why


def test_a_route_without_an_end_ends_where_the_party_is() -> None:
    assert set(routes(party(country="KW", corridors=(Corridor("LK"),)))) == {"LK-KW"}


def test_the_other_direction_and_an_unnamed_route_are_not_met() -> None:
    assert not routes(party(country="NP", corridors=(Corridor("QA", "NP"),)))
    assert not routes(party(country="DE", corridors=(Corridor("FR", "DE"),)))


def test_a_route_is_surest_in_its_own_sector_and_least_sure_in_another() -> None:
    same, unknown, other = (
        routes(party(country="QA", sector=sector, corridors=(Corridor("NP", "QA"),)))["NP-QA"].confidence
        for sector in ("construction", "", "software development")
    )
    assert same > unknown > other > 0


def test_a_supplier_meets_the_routes_of_the_agencies_it_uses_with_less_sureness() -> None:
    agency = party("A1", kind=PartyKind.AGENCY, name="Everest Gate", corridors=(Corridor("NP"), Corridor("IN", "SA")))
    supplier = party(country="QA", sector="construction", agencies=("Everest Gate",))
    found = routes(supplier, agency)
    assert set(found) == {"NP-QA"}
    assert "Through the agency Everest Gate" in found["NP-QA"].why
    own = routes(party(country="QA", sector="construction", corridors=(Corridor("NP", "QA"),)))
    assert found["NP-QA"].confidence < own["NP-QA"].confidence


def test_an_agency_meets_its_routes_whatever_its_own_sector() -> None:
    agency = party(kind=PartyKind.AGENCY, country="NP", sector="recruitment", corridors=(Corridor("NP", "QA"),))
    assert routes(agency)["NP-QA"].confidence == pytest.approx(0.9 * 0.7)


def test_every_corridor_and_tied_visa_names_the_text_that_says_so() -> None:
    rows = [row for row in load_registers().hotspots if row.register in ("CORRIDORS", "TIED-VISAS")]
    assert len(rows) > 60
    assert all(row.citation and row.address.startswith("http") for row in rows)
    assert all(row.country and (row.origin or row.kind is HotspotKind.PLACE) for row in rows)


def test_a_destination_that_ties_workers_to_one_employer_is_met_by_its_country() -> None:
    (placement,) = place_parties([party(country="LB")], load_registers())
    assert [item.row for item in placement.exposures if item.register == "TIED-VISAS"] == ["LB"]
