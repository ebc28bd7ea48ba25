"""What the registers name inside countries stands on the map where it lies."""

from __future__ import annotations

from dataclasses import replace

from duediligence.hotspots import load_registers, mapped_areas
from duediligence.hotspots.registers.load import gathered
from duediligence.model import HotspotKind
from duediligence.places.distance import distance_km


def test_every_listed_region_and_named_place_has_a_spot_but_three_without_a_known_town() -> None:
    rows = [row for row in load_registers().hotspots if row.kind is HotspotKind.PLACE and (row.region or row.circle)]
    areas = mapped_areas(load_registers())
    mapped = {(area.register, area.row) for area in areas}
    assert {row.row for row in rows if (row.register, row.row) not in mapped} == {"AF-NUR", "AF-URU", "AF-WAR"}
    assert len(areas) == len(rows) - 3
    assert {area.register for area in areas if area.named} == {"NAMED-PLACES"}


def test_a_named_place_stands_at_its_coordinates_and_a_region_at_its_largest_town() -> None:
    areas = {area.row: area for area in mapped_areas(load_registers())}
    poipet, kachin = areas["KH/Poipet"], areas["MM-11"]
    assert (poipet.latitude, poipet.longitude, poipet.country) == (13.66, 102.56, "KH")
    assert distance_km(kachin.latitude, kachin.longitude, 25.38, 97.40) < 30, "Myitkyina"


def test_a_row_that_weighs_nothing_is_not_shown() -> None:
    known = load_registers()
    rows = (replace(row, severity=0.0) for row in known.hotspots)
    assert mapped_areas(gathered(known.registers, rows)) == ()
