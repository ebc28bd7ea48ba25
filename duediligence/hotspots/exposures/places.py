"""Which rows of the place registers a party meets: a listed region is met by that region, never by its country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import asin, cos, radians, sin, sqrt

from duediligence.hotspots.exposures.exposure import Meeting
from duediligence.hotspots.registers.load import Registers
from duediligence.model import Circle, Hotspot, Nearness, Party
from duediligence.places import country_name, fold, region_contains, region_name

# An older register of the same report gives way, country by country, to the newer one.
_GIVES_WAY = {"US-TIP-2023": "US-TIP"}
_FEW_NAMES = 3


def area_meetings(party: Party, registers: Registers) -> Iterable[Meeting]:
    """The rows for the party's region, and those for its whole country. A row that weighs nothing is not met."""
    rows = [row for row in registers.places.get(party.country, ()) if row.severity > 0]
    named = {row.register for row in rows}
    for row in rows:
        if _GIVES_WAY.get(row.register) in named:
            continue
        if row.region and party.region and region_contains(row.region, party.region):
            yield Meeting(row, Nearness.SAME_REGION, _region_words(party, row), 1.0, party.cell("region"))
        elif not row.region:
            yield Meeting(row, Nearness.SAME_COUNTRY, _country_words(row), 1.0, party.cell("country"))


def unknown_region(party: Party, registers: Registers) -> str:
    """A sentence where the country has listed regions and it is not known whether the party is in one; else empty."""
    rows = [row for row in registers.places.get(party.country, ()) if row.region]
    country = country_name(party.country)
    if rows and not party.region:
        registers_named = ", ".join(dict.fromkeys(row.register for row in rows))
        return f"the region is not known, and {_counted(rows)} of {country} are on the list {registers_named}"
    inside = [row for row in rows if row.region != party.region and region_contains(party.region, row.region)]
    if inside:
        return f"the place is known only as {region_name(party.region)}, of which {_names(inside)} is listed"
    return ""


def _counted(rows: Sequence[Hotspot]) -> str:
    count = len({row.region for row in rows})
    return f"{count} regions" if count > 1 else "one region"


def _names(rows: Sequence[Hotspot]) -> str:
    names = list(dict.fromkeys(row.label for row in rows))
    more = len(names) - _FEW_NAMES
    return ", ".join(names[:_FEW_NAMES]) + (f" and {more} more" if more > 0 else "")


def _region_words(party: Party, row: Hotspot) -> str:
    place = region_name(party.region)
    inside = "" if party.region == row.region else f", which lies in {row.label},"
    country = country_name(party.country)
    return f"{place} ({party.region}), {country},{inside} is on the list {row.register} as a {row.pattern}."


def _country_words(row: Hotspot) -> str:
    figures = "; ".join(f"{name}: {value}" for name, value in row.measures)
    said = f" ({figures})" if figures else ""
    return f"{country_name(row.country)} as a whole is in {row.register}: {row.pattern.rstrip('.')}{said}."


_COORDINATES = re.compile(r"(?<![\d.])(?P<lat>-?\d{1,2}\.\d{2,})\s*[,;]\s*(?P<lon>-?\d{1,3}\.\d{2,})(?![\d.])")
_EARTH_KM = 6371.0
# How sure it is that the party is at the place, by where its name stands. Own judgement.
_AS_CITY, _IN_ADDRESS = 1.0, 0.8


def named_meetings(party: Party, registers: Registers) -> Iterable[Meeting]:
    """Each named place of the party's country that its city, address or coordinates lie in."""
    rows = registers.named.get(party.country, ())
    texts = [(field, text) for field in ("city", "address") if (text := getattr(party, field))] if rows else []
    for row in rows:
        met = next(_met(party, texts, row), None)
        if met:
            yield met


def _met(party: Party, texts: list[tuple[str, str]], row: Hotspot) -> Iterator[Meeting]:
    for field, text in texts:
        distance = _distance(text, row.circle)
        if distance is not None and row.circle and distance <= row.circle.radius_km:
            why = f"The coordinates lie {distance:.0f} km from {row.label}: {row.pattern} ({row.register})."
            yield Meeting(row, Nearness.SAME_PLACE, why, 1.0, party.cell(field))
        elif distance is None and (name := _named(text, row)):
            sureness = _AS_CITY if fold(text) == fold(name) else _IN_ADDRESS
            why = f"“{text}” names {row.label}: {row.pattern} ({row.register})."
            yield Meeting(row, Nearness.SAME_PLACE, why, sureness, party.cell(field))


def _named(text: str, row: Hotspot) -> str:
    words = f" {fold(text)} "
    return next((name for name in row.names if f" {fold(name)} " in words), "")


def _distance(text: str, circle: Circle | None) -> float | None:
    """Kilometres from the coordinates in the text to the circle's centre, along the great circle; None without."""
    found = _COORDINATES.search(text)
    if not found or circle is None:
        return None
    latitude, longitude = radians(float(found["lat"])), radians(float(found["lon"]))
    centre = radians(circle.latitude)
    half = sin((latitude - centre) / 2) ** 2
    half += cos(latitude) * cos(centre) * sin((longitude - radians(circle.longitude)) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
