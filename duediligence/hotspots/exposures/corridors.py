"""Which corridor rows a party meets: by its own routes, and by those of the agencies it uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duediligence.hotspots.exposures.exposure import Meeting
from duediligence.hotspots.registers.load import Registers
from duediligence.model import CellRef, Corridor, Hotspot, Nearness, Party, PartyKind, SectorReading

# How sure it is that a row's pattern is the party's, by what is known of the party's sector. Own judgement.
_SAME_SECTOR, _SECTOR_UNKNOWN, _OTHER_SECTOR = 1.0, 0.7, 0.4
_THROUGH_AGENCY = 0.8
"""An agency's routes are those of all its clients. Own judgement."""


@dataclass(frozen=True, slots=True)
class _Route:
    corridor: Corridor
    why: str
    cell: CellRef
    sureness: float


def route_meetings(
    party: Party, agencies: Iterable[Party], readings: Sequence[SectorReading], registers: Registers
) -> Iterable[Meeting]:
    """Each row once, by the surest route. An agency recruits for many sectors, so its own restricts nothing."""
    divisions = frozenset(code[:2] for reading in readings for code in reading.isic)
    known = divisions if party.kind is PartyKind.SUPPLIER else frozenset()
    met: dict[str, Meeting] = {}
    for route in (*_own(party), *_through(party, agencies)):
        for row in registers.corridors.get((route.corridor.origin, route.corridor.destination), ()):
            found = _meeting(row, route, known)
            if row.row not in met or found.sureness > met[row.row].sureness:
                met[row.row] = found
    return met.values()


def _own(party: Party) -> Iterable[_Route]:
    cell = next((party.cells[name] for name in _CELLS if name in party.cells), party.origin)
    for corridor in party.corridors:
        destination = corridor.destination or (party.country if party.country != corridor.origin else "")
        yield _Route(Corridor(corridor.origin, destination), "Workers come by", corridor.cell or cell, 1.0)


_CELLS = ("corridors", "origin_countries", "destination_countries")


def _through(party: Party, agencies: Iterable[Party]) -> Iterable[_Route]:
    """Routes of the agencies that end where the party is, or that name no end."""
    cell = party.cell("agencies")
    for agency in agencies:
        for corridor in agency.corridors:
            if party.country and corridor.destination in ("", party.country):
                route = Corridor(corridor.origin, party.country)
                yield _Route(route, f"Through the agency {agency.name} workers may come by", cell, _THROUGH_AGENCY)


def _meeting(row: Hotspot, route: _Route, divisions: frozenset[str]) -> Meeting:
    why = f"{route.why} the route {row.label}: {row.pattern} ({row.register})."
    return Meeting(row, Nearness.SAME_ROUTE, why, route.sureness * _sector_sureness(row, divisions), route.cell)


def _sector_sureness(row: Hotspot, divisions: frozenset[str]) -> float:
    if not row.isic:
        return _SAME_SECTOR
    if not divisions:
        return _SECTOR_UNKNOWN
    return _OTHER_SECTOR if divisions.isdisjoint(code[:2] for code in row.isic) else _SAME_SECTOR
