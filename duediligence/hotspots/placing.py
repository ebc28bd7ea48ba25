"""Every party held against every register, with what is not known said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duediligence.errors import Code, InputRefused
from duediligence.hotspots.areas import area_meetings, unknown_region
from duediligence.hotspots.exposing import exposure
from duediligence.hotspots.goods import goods_meetings, sector_readings
from duediligence.hotspots.registers import Registers, load_registers
from duediligence.model import CellRef, Party, PartyKind, PartyPlacement, SectorReading, Site
from duediligence.places import find_country, find_place


def place_parties(parties: Sequence[Party], registers: Registers) -> tuple[PartyPlacement, ...]:
    """One placement for each party, in order; the gravest and surest exposures first."""
    return tuple(_placed(party, registers) for party in parties)


def check(country: str, place: str = "", sector: str = "") -> PartyPlacement:
    """One case in plain words: a country, a region or address, a sector or goods.

    Raises `InputRefused` (COUNTRY_UNKNOWN, COUNTRY_AMBIGUOUS) for a country that cannot be read.
    """
    reading = find_country(country)
    if not reading.code:
        code = Code.COUNTRY_AMBIGUOUS if reading.candidates else Code.COUNTRY_UNKNOWN
        asked = f"Did you mean {reading.suggestion}?" if reading.suggestion else reading.reason
        raise InputRefused(code, where=country, detail=asked)
    region = find_place(place, reading.code).code
    asked_about = Party(
        party_id="",
        kind=PartyKind.SUPPLIER,
        name="",
        origin=CellRef("command line"),
        country=reading.code,
        region=region,
        city=place,
        sector=sector,
    )
    return _placed(asked_about, load_registers())


def _placed(party: Party, registers: Registers) -> PartyPlacement:
    readings = sector_readings(party)
    places = [party, *(_at(party, site) for site in party.sites)]
    areas = (meeting for place in places for meeting in area_meetings(place, registers))
    meetings = {meeting.hotspot: meeting for meeting in reversed([*areas])}.values()
    goods = goods_meetings(party, readings, registers)
    exposures = [exposure(party.party_id, meeting, registers) for meeting in (*meetings, *goods)]
    exposures.sort(key=lambda item: (-item.severity * item.confidence, item.register, item.row))
    gap = next(filter(None, (unknown_region(place, registers) for place in places)), "")
    return PartyPlacement(
        party_id=party.party_id,
        exposures=tuple(exposures),
        sectors=readings,
        unknown=tuple(filter(None, ("" if party.country else "the country is not known", gap, _sector_gap(readings)))),
        unknown_region=gap,
    )


def _at(party: Party, site: Site) -> Party:
    """The party as it stands at another of its sites."""
    cells = {**party.cells, "country": site.origin, "region": site.origin}
    return replace(party, country=site.country, region=site.region, city=site.city, cells=cells, sites=())


def _sector_gap(readings: Sequence[SectorReading]) -> str:
    if not readings:
        return "nothing says what the party makes or does"
    if not any(reading.isic for reading in readings):
        return "what the party makes or does was not understood"
    return ""
