"""What the registers name inside countries, as spots on a map."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.hotspots.registers.load import Registers
from duediligence.model import Area, Hotspot, HotspotKind
from duediligence.places import region_spot


def mapped_areas(registers: Registers) -> tuple[Area, ...]:
    """Every listed region and named place, in the registers' order; a region without a known town is left out."""
    return tuple(_areas(row for row in registers.hotspots if row.kind is HotspotKind.PLACE))


def _areas(rows: Iterator[Hotspot]) -> Iterator[Area]:
    for row in rows:
        spot = (row.circle.latitude, row.circle.longitude) if row.circle else region_spot(row.region)
        if spot and row.severity > 0:
            yield Area(row.register, row.row, row.label, row.country, *spot, named=row.circle is not None)
