"""The packaged named places, and the parties to a conflict that the lists themselves describe."""

from __future__ import annotations

import pytest

from duediligence.hotspots import armed_groups, check
from duediligence.hotspots.query import rows_of
from duediligence.hotspots.registers.load import load_registers
from duediligence.model import EntryKind, EntryName, HotspotKind, ListingReason, Nearness, Topic, WatchlistEntry


@pytest.mark.parametrize(
    ("country", "place", "row"),
    [
        ("Myanmar", "Yatai New City, Myawaddy", "MM/Shwe Kokko"),
        ("Myanmar", "16.85, 98.53", "MM/Shwe Kokko"),
        ("Libya", "سبها", "LY/Sabha"),
        ("Cambodia", "Krong Preah Sihanouk", "KH/Sihanoukville"),
    ],
)
def test_a_named_place_is_met_in_any_of_its_spellings(country: str, place: str, row: str) -> None:
    found = [item for item in check(country, place).exposures if item.register == "NAMED-PLACES"]
    assert [(item.row, item.nearness) for item in found] == [(row, Nearness.SAME_PLACE)]


@pytest.mark.parametrize(("country", "place"), [("Myanmar", "Yangon"), ("Cambodia", "Phnom Penh"), ("Kenya", "Sabha")])
def test_a_place_elsewhere_is_not_met(country: str, place: str) -> None:
    assert "NAMED-PLACES" not in {item.register for item in check(country, place).exposures}


def entry(*reasons: ListingReason) -> WatchlistEntry:
    return WatchlistEntry(
        "UN", "XXe.001", EntryKind.ORGANISATION, (EntryName("Front of the Hills"),), listed_for=reasons
    )


CONFLICT = ListingReason(Topic.ARMED_CONFLICT, "…an armed group…")
CHILDREN = ListingReason(Topic.CHILD_RECRUITMENT, "…recruiting or using children…")


def test_a_party_to_a_conflict_is_shown_with_its_lists_own_words_alone() -> None:
    (found,) = armed_groups([entry(CONFLICT, CHILDREN)])
    assert (found.list, found.entry_id, found.name) == ("UN", "XXe.001", "Front of the Hills")
    assert found.party_to_conflict == "…an armed group…"
    assert found.deeds == (CHILDREN,)


@pytest.mark.parametrize("reasons", [(CONFLICT,), (CHILDREN,), (CONFLICT, ListingReason(Topic.TERRORISM, "…"))])
def test_nothing_is_said_of_an_entry_that_its_list_does_not_say(reasons: tuple[ListingReason, ...]) -> None:
    assert armed_groups([entry(*reasons)]) == ()


def test_rows_are_chosen_by_kind_country_and_register() -> None:
    registers = load_registers()
    corridors = rows_of(registers, kind=HotspotKind.CORRIDOR, country="Qatar")
    assert {row.country for row in corridors} == {"QA"}
    assert {row.register for row in rows_of(registers, register="tied-visas")} == {"TIED-VISAS"}
    assert {"NP-QA", "NP-SA"} <= {row.row for row in rows_of(registers, country="NP")}
