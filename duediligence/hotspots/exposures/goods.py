"""Which rows of the goods registers a party meets, by the goods its text names or by the sector it was read as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from duediligence.hotspots.exposures.exposure import Meeting
from duediligence.hotspots.registers.load import Registers
from duediligence.hotspots.sectors.classify import read_sector
from duediligence.hotspots.sectors.codes import hs_heading
from duediligence.model import Hotspot, Nearness, Party, SectorReading
from duediligence.places import region_contains

# How sure it is that a sector's party has to do with one good of the sector, by the digits of ISIC Rev.4 that are the
# same: a class (4) makes few goods, a division (2) many. Own judgement.
_SHARED_DIGITS: Mapping[int, float] = {4: 0.6, 3: 0.45, 2: 0.3}


def sector_readings(party: Party) -> tuple[SectorReading, ...]:
    """What each product text, and the sector text, was read as."""
    return tuple(read_sector(text) for text in dict.fromkeys((*party.products, party.sector)) if text)


def goods_meetings(party: Party, readings: Sequence[SectorReading], registers: Registers) -> Iterable[Meeting]:
    """Each row once, by the nearest reading. Where a product was understood the wider sector text adds nothing."""
    products = [reading for reading in readings if reading.isic and reading.text in party.products]
    used = products or [reading for reading in readings if reading.isic]
    for row in registers.goods.get(party.country, ()):
        if row.region and not (party.region and region_contains(row.region, party.region)):
            continue
        met = [meeting for reading in used if (meeting := _meeting(party, reading, row))]
        if met:
            yield max(met, key=lambda meeting: meeting.sureness)


def _meeting(party: Party, reading: SectorReading, row: Hotspot) -> Meeting | None:
    """By the good itself; a text that names goods or an HS code has nothing to do with other goods of its sector."""
    cell = party.cell("products" if reading.text in party.products else "sector")
    heading = hs_heading(reading.text)
    if _same_good(reading, heading, row):
        why = f"“{reading.text}” names {row.label}: {row.pattern} ({row.register})."
        return Meeting(row, Nearness.SAME_GOOD, why, reading.confidence, cell)
    shared = _shared_digits(reading.isic, row.isic)
    if (reading.goods and row.goods) or (heading and row.hs) or shared not in _SHARED_DIGITS:
        return None
    sureness = reading.confidence * _SHARED_DIGITS[shared]
    codes = ", ".join(reading.isic)
    why = f"“{reading.text}” was read as ISIC {codes}, the sector of {row.label}: {row.pattern} ({row.register})."
    return Meeting(row, Nearness.SAME_SECTOR, why, sureness, cell)


def _same_good(reading: SectorReading, heading: str, row: Hotspot) -> bool:
    by_code = len(heading) == 4 and any(heading.startswith(code) for code in row.hs)
    return by_code or not set(row.goods).isdisjoint(reading.goods)


def _shared_digits(codes: Iterable[str], others: Sequence[str]) -> int:
    """The digits of the shorter of two codes, if the longer begins with it; the most over all pairs, 0 for none."""
    shorter = (min(code, other, key=len) for code in codes for other in others if _nested(code, other))
    return max(map(len, shorter), default=0)


def _nested(code: str, other: str) -> bool:
    return code.startswith(other) or other.startswith(code)
