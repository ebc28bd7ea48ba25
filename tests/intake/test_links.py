"""The graph of who uses whom and who belongs to whom."""

from __future__ import annotations

from typing import Any

from duediligence.errors import Code
from duediligence.intake import Relation, link
from duediligence.model import CellRef, Party, PartyKind


def party(row: int, name: str, kind: PartyKind = PartyKind.SUPPLIER, **fields: Any) -> Party:
    origin = CellRef("s.xlsx", "S", row, 1)
    cells = {field: origin.at(column) for column, field in enumerate(fields, 2)}
    return Party(f"P{row}", kind, name, origin, **fields, cells=cells)


GATE = party(9, "Blue Gate Manpower (Pvt) Ltd", PartyKind.AGENCY)


def test_an_agency_is_found_by_its_id_and_by_its_name_whatever_the_legal_form() -> None:
    users = [
        party(row, f"Mill {row}", agencies=(named,))
        for row, named in enumerate(("P9", "BLUE GATE  MANPOWER (PVT) LTD", "Blue Gate Manpower Limited"), 1)
    ]
    links = link([*users, GATE])
    assert all(list(links.agencies_of(user.party_id).values()) == [GATE] for user in users)
    assert not links.dangling


def test_a_parent_is_found_and_the_whole_family_can_be_walked() -> None:
    import networkx

    top = party(1, "North Group")
    middle = party(2, "North Textiles", parent="North Group")
    site = party(3, "North Textiles Unit 4", parent="North Textiles", agencies=("Blue Gate Manpower",))
    graph = link([top, middle, site, GATE]).graph
    assert networkx.descendants(graph, "P3") == {"P1", "P2", "P9"}
    ((_, _, data),) = graph.out_edges("P2", data=True)
    assert (data["relation"], str(data["cell"])) == (Relation.HAS_PARENT, "s.xlsx › S!B2")


def test_a_dangling_reference_is_a_note_at_its_cell_for_parents_once() -> None:
    lone = [party(row, f"Mill {row}", agencies=("Red Gate",), parent="Lost Group") for row in (1, 2)]
    found = [(problem.code, str(problem.where)) for problem in link(lone).dangling]
    assert found == [
        (Code.AGENCY_UNKNOWN, "s.xlsx › S!B1"),
        (Code.PARENT_UNKNOWN, "s.xlsx › S!C1"),
        (Code.AGENCY_UNKNOWN, "s.xlsx › S!B2"),
    ]


def test_a_name_that_two_agencies_share_is_not_guessed_at() -> None:
    twins = [party(row, f"Blue Gate {form}", PartyKind.AGENCY) for row, form in ((1, "Ltd"), (2, "LLC"))]
    user = party(3, "Mill", agencies=("Blue Gate",))
    assert not link([*twins, user]).agencies_of("P3")
    assert link([*twins, party(3, "Mill", agencies=("Blue Gate LLC",))]).agencies_of("P3") == {
        "Blue Gate LLC": twins[1]
    }


def test_a_party_that_names_itself_as_parent_is_no_reference() -> None:
    links = link([party(1, "North Group", parent="North Group"), party(2, "South Ltd", parent="South Limited")])
    assert not links.graph.edges
    assert not links.dangling
