"""Named places with a radius: met by name in the party's address, or by coordinates that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import asin, cos, radians, sin, sqrt

from duediligence.hotspots.exposures.exposure import Meeting
from duediligence.hotspots.registers.load import Registers
from duediligence.model import Circle, Hotspot, Nearness, Party
from duediligence.places.normalize import fold

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
