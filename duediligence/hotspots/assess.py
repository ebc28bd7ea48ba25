"""Every party held against every register, with what is not known said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duediligence.hotspots.exposures.channels import channel_meetings
from duediligence.hotspots.exposures.corridors import route_meetings
from duediligence.hotspots.exposures.exposure import exposure
from duediligence.hotspots.exposures.goods import goods_meetings, sector_readings
from duediligence.hotspots.exposures.lookalike_domains import LicensedSites, licensed_sites
from duediligence.hotspots.exposures.places import area_meetings, named_meetings, unknown_region
from duediligence.hotspots.query import country_code
from duediligence.hotspots.registers.load import Registers, load_registers
from duediligence.intake import Links
from duediligence.model import CellRef, Corridor, Party, PartyKind, PartyPlacement, SectorReading, Site
from duediligence.places import find_place


def place_parties(
    parties: Sequence[Party], registers: Registers, links: Links | None = None
) -> tuple[PartyPlacement, ...]:
    """One placement for each party, in order; the gravest and surest exposures first.

    Through `links` a supplier meets the routes of the agencies it uses.
    """
    sites = licensed_sites(parties)
    return tuple(_placed(party, registers, sites, _agencies(party, links)) for party in parties)


def _agencies(party: Party, links: Links | None) -> tuple[Party, ...]:
    return tuple(links.agencies_of(party.party_id).values()) if links and party.agencies else ()


def check(
    country: str,
    place: str = "",
    sector: str = "",
    origin: str = "",
    channel: str = "",
    *,
    registers: Registers | None = None,
) -> PartyPlacement:
    """One case in plain words: country, place or address, sector or goods, origin of the workers, recruiter's channel.

    Where a channel is asked about, the case is that of a recruiter. Raises `InputRefused` (COUNTRY_UNKNOWN,
    COUNTRY_AMBIGUOUS) for a country that cannot be read.
    """
    code = country_code(country)
    region = find_place(place, code).code
    asked_about = Party(
        party_id="",
        kind=PartyKind.AGENCY if channel else PartyKind.SUPPLIER,
        name="",
        origin=CellRef("command line"),
        country=code,
        region=region,
        city=place,
        sector=sector,
        corridors=(Corridor(country_code(origin), code),) if origin else (),
        channels=(channel,) if channel else (),
    )
    return _placed(asked_about, registers or load_registers(), licensed_sites(()))


def _placed(party: Party, registers: Registers, sites: LicensedSites, agencies: Sequence[Party] = ()) -> PartyPlacement:
    readings = sector_readings(party)
    places = [party, *(_at(party, site) for site in party.sites)]
    areas = (
        meeting for place in places for meeting in (*area_meetings(place, registers), *named_meetings(place, registers))
    )
    meetings = {meeting.hotspot: meeting for meeting in reversed([*areas])}.values()
    others = (
        *goods_meetings(party, readings, registers),
        *route_meetings(party, agencies, readings, registers),
        *channel_meetings(party, sites, registers),
    )
    exposures = [exposure(party.party_id, meeting, registers) for meeting in (*meetings, *others)]
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
