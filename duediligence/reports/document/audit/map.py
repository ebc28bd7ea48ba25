"""Where the parties are: a map of the world with the hotspots, and the countries in numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from duediligence.model import Case, Exposure, HotspotKind, Nearness, Party
from duediligence.places import MAP_SOURCE, country_name, region_spot, spot_of
from duediligence.reports.document.audit.view import View, count, of_concern
from duediligence.reports.document.blocks import (
    Align,
    Block,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
    strong,
)
from duediligence.reports.document.figures import MapDot, MapMark, MapShade, WorldMap

STEPS = (0.0, 0.4, 0.7)
"""The least severity of each tint: the US State Department's tiers 1, 2 and worse fall into one each."""

ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
COUNTRIES_SHOWN, COUNTRIES_NAMED = 12, 40

_Place = tuple[str, str]
"""Country and region."""


def where(view: View) -> Iterator[Block]:
    """The part's blocks; nothing where there is no party."""
    if not view.cases:
        return
    places = Counter(place for case in view.cases for place in _places(case.party))
    met = _whole_countries(view.cases)
    yield PageBreak()
    yield Heading("Where the parties are", 1, anchor="map")
    yield Paragraph(plain(_sentence(view)), introduces=True)
    yield _map(view, places, met)
    yield Paragraph(plain(f"{_registers_line(view)} Map: {MAP_SOURCE}", Tone.MUTED), "small")
    if any(country for country, _ in places):
        yield Heading("By country", 2)
        yield from _table(view, met)


def _places(party: Party) -> set[_Place]:
    return {(party.country, party.region), *((site.country, site.region) for site in party.sites)}


def _sentence(view: View) -> str:
    parties = [case.party for case in view.cases]
    countries = {country for party in parties for country, _ in _places(party) if country}
    lost = sum(not any(spot_of(*place) for place in _places(party)) for party in parties)
    regional = sum(region_spot(party.region) is not None for party in parties)
    nations = count(len(countries), "country", "countries")
    text = (
        f"{len(parties) - lost:,} of {count(len(parties), 'party', 'parties')} stand in {nations}. Where the region is "
        f"known ({regional:,}) the dot is at its largest town, else in the middle of the country; a party with several "
        "sites is at each."
    )
    has = "has" if lost == 1 else "have"
    return f"{text} {count(lost, 'party', 'parties')} could not be placed and {has} no dot." if lost else text


def _map(view: View, places: Mapping[_Place, int], met: Mapping[str, Mapping[str, float]]) -> WorldMap:
    dots = _dots(places)
    most = max((dot.count for dot in dots), default=0)
    return WorldMap(
        shades=tuple(MapShade(country, _step(max(found.values()))) for country, found in sorted(met.items())),
        marks=tuple(MapMark(area.latitude, area.longitude, int(area.named)) for area in view.report.areas),
        dots=dots,
        plain_is="no whole-country register met",
        steps=("met, severity below 0.4", "0.4 to 0.69", "0.7 and more"),
        marks_are=("region on a list", "named place"),
        samples=tuple((number, count(number, "party", "parties")) for number in _samples(most)),
    )


def _samples(most: int) -> tuple[int, ...]:
    """One, the largest round number that some dot reaches, and a tenth of that."""
    largest = max((number for number in ROUND if number <= most), default=1)
    return tuple(number for number in sorted({1, largest // 10, largest}) if number)


def _dots(places: Mapping[_Place, int]) -> tuple[MapDot, ...]:
    """One for each spot, the largest first, so that a small one is not hidden."""
    at: Counter[tuple[float, float]] = Counter()
    for place, parties in places.items():
        if spot := spot_of(*place):
            at[spot] += parties
    return tuple(MapDot(*spot, parties) for spot, parties in sorted(at.items(), key=lambda item: (-item[1], item[0])))


def _step(severity: float) -> int:
    return sum(severity >= least for least in STEPS) - 1


def _whole_countries(cases: Iterable[Case]) -> Mapping[str, Mapping[str, float]]:
    """Country → register → the severity of its row for the whole country, where a party meets one."""
    met: dict[str, dict[str, float]] = defaultdict(dict)
    for case in cases:
        for exposure in case.placement.exposures if case.placement else ():
            if _whole(exposure):
                found = met[exposure.country]
                found[exposure.register] = max(exposure.severity, found.get(exposure.register, 0.0))
    return met


def _whole(exposure: Exposure) -> bool:
    whole = exposure.kind is HotspotKind.PLACE and exposure.nearness is Nearness.SAME_COUNTRY
    return whole and bool(exposure.country)


def _registers_line(view: View) -> str:
    names = list(dict.fromkeys(area.register for area in view.report.areas))
    editions = {register.register: register.edition.isoformat() for register in view.report.registers}
    shown = ", ".join(f"{name} {editions.get(name, '')}".strip() for name in names)
    return f"Regions and named places: {shown}; met or not." if shown else "No register in use names a place."


def _table(view: View, met: Mapping[str, Mapping[str, float]]) -> Iterator[Block]:
    """Countries with parties, those with most of concern first."""
    parties: Counter[str] = Counter()
    concern: Counter[str] = Counter()
    for case in view.cases:
        for country in {country for country, _ in _places(case.party) if country}:
            parties[country] += 1
            concern[country] += of_concern(case)
    ranked = sorted(parties, key=lambda code: (-concern[code], -parties[code], country_name(code)))
    columns = (
        Column("Country", 2.6),
        Column("Parties", 0.8, Align.RIGHT),
        Column("Of concern", 1.0, Align.RIGHT),
        Column("Registers for the whole country, with severity", 5.2),
    )
    rows = (_row(code, parties[code], concern[code], met.get(code, {})) for code in ranked[:COUNTRIES_SHOWN])
    yield Table(columns, tuple(rows))
    if rest := ranked[COUNTRIES_SHOWN:]:
        more = f"And {count(len(rest), 'more country', 'more countries')}"
        names = ": " + ", ".join(map(country_name, rest)) if len(rest) <= COUNTRIES_NAMED else "; see All parties"
        yield Paragraph(plain(f"{more}{names}.", Tone.MUTED), "small")


def _row(country: str, parties: int, concern: int, met: Mapping[str, float]) -> tuple[Text, ...]:
    found = sorted(met.items(), key=lambda item: (-item[1], item[0]))
    registers = "; ".join(f"{register} {severity:.2f}" for register, severity in found) or "none met"
    named = (Span(country_name(country)), Span(f" {country}", tone=Tone.MUTED))
    return named, plain(f"{parties:,}"), strong(f"{concern:,}") if concern else plain("0"), plain(registers)
