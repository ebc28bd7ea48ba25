"""The countries' outlines for a map of the world, and the spot that stands for a country or a region on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from duediligence.places.regions import region_contains
from duediligence.places.towns import City, largest_towns
from duediligence.resources import package_file

MAP_SOURCE = (
    "Natural Earth 4.1.0, 1:110 million, public domain, by way of world-atlas 2.0.2. Disputed borders are drawn as in "
    "the source, which shows who is in control in fact; they say nothing about the status of any territory."
)
"""What stands under every map that is drawn from `outlines`."""

_TENTHS = 10

Spot = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One row of world.tsv: a country (alpha-2), the spot that stands for it, and its rings.

    Rings are filled by the even-odd rule: one inside another is a hole. A country too small for the scale has none.
    """

    country: str
    spot: Spot
    rings: tuple[tuple[Spot, ...], ...]


@cache
def outlines() -> Mapping[str, Outline]:
    """Every country that can be shown on the map, by alpha-2. Antarctica is left out."""
    lines = package_file("places", "data", "world.tsv").read_text(encoding="ascii").splitlines()[1:]
    return {outline.country: outline for outline in map(_outline, lines)}


def spot_of(country: str, region: str = "") -> Spot | None:
    """Where a region (ISO 3166-2), or else a country (alpha-2), stands on the map; None if neither is known.

    A country stands in the middle of its largest part.
    """
    outline = outlines().get(country)
    return region_spot(region) or (outline.spot if outline else None)


@lru_cache(maxsize=16_384)
def region_spot(region: str) -> Spot | None:
    """Where the largest town of a region (ISO 3166-2) lies; None if none is known."""
    towns = (town for code, town in _towns_in_regions().get(region[:2], ()) if region_contains(region, code))
    town = max(towns, key=lambda town: town.population, default=None)
    return (town.latitude, town.longitude) if town else None


@cache
def _towns_in_regions() -> Mapping[str, list[tuple[str, City]]]:
    """The largest town of each region, with the region's code, by country."""
    found: dict[str, list[tuple[str, City]]] = {}
    for code, town in largest_towns().items():
        if code != town.country:
            found.setdefault(town.country, []).append((code, town))
    return found


def _outline(line: str) -> Outline:
    country, latitude, longitude, rings = line.split("\t")
    return Outline(country, (float(latitude), float(longitude)), tuple(map(_ring, filter(None, rings.split(";")))))


def _ring(text: str) -> tuple[Spot, ...]:
    """A first point and steps from each to the next, longitude before latitude, in tenths of a degree."""
    steps = [int(step) for step in text.split(" ")]
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((up / _TENTHS, along / _TENTHS) for along, up in zip(east, north, strict=True))
