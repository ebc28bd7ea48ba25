"""One party meets one register row: the exposure that says which, how near, and why."""

from __future__ import annotations

from dataclasses import dataclass

from duediligence.hotspots.registers.load import Registers
from duediligence.model import CellRef, Exposure, Hotspot, Nearness


@dataclass(frozen=True, slots=True)
class Meeting:
    """How a party meets a row: how near, why in words, and how sure the reading of the party's text is (0..1)."""

    hotspot: Hotspot
    nearness: Nearness
    why: str
    sureness: float
    cell: CellRef


def exposure(party_id: str, meeting: Meeting, registers: Registers) -> Exposure:
    """The exposure of a meeting; its confidence is that of the row times that of the reading."""
    hotspot = meeting.hotspot
    register = registers.register(hotspot.register)
    return Exposure(
        party_id=party_id,
        register=hotspot.register,
        row=hotspot.row,
        kind=hotspot.kind,
        basis=register.basis,
        label=hotspot.label,
        pattern=hotspot.pattern,
        concern=hotspot.concern,
        nearness=meeting.nearness,
        severity=hotspot.severity,
        confidence=round(hotspot.confidence * meeting.sureness, 3),
        why=" ".join(filter(None, (meeting.why, hotspot.note, _source(hotspot)))),
        edition=register.edition,
        cell=meeting.cell,
        measures=hotspot.measures,
        country=hotspot.country,
        own=register.own,
    )


def _source(hotspot: Hotspot) -> str:
    """A row that has its own source names it wherever it is shown."""
    return f"Source: {hotspot.citation}." if hotspot.citation else ""
