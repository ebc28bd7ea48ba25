"""Towns of 15,000 inhabitants and more, and the largest of each region, by name. Loaded when first asked for."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from duediligence.places.normalize import fold
from duediligence.resources import package_file


@dataclass(frozen=True, slots=True)
class City:
    """One row of cities.tsv.gz.

    `name` is GeoNames' own, `country` alpha-2, `population` inhabitants, `region` ISO 3166-2 or empty if not known;
    `latitude` and `longitude` are degrees, rounded to a hundredth (1 km).
    """

    name: str
    country: str
    population: int
    region: str
    latitude: float
    longitude: float


@lru_cache(maxsize=16_384)
def cities_named(text: str) -> tuple[City, ...]:
    """Every city that bears a name in any spelling we know, the largest first; empty if none does."""
    lines, first, more = _names()
    key = fold(text)
    if key not in first:
        return ()
    found = (_city(lines[number]) for number in (first[key], *more.get(key, ())))
    return tuple(sorted(found, key=lambda city: -city.population))


def countries_of_city(text: str) -> tuple[str, ...]:
    """Alpha-2 of the countries that have a city of this name, that of the largest first: `Tripoli` → LY, LB, GR."""
    return tuple(dict.fromkeys(city.country for city in cities_named(text)))


@cache
def largest_towns() -> Mapping[str, City]:
    """The largest town of each country (alpha-2) and of each region (ISO 3166-2), by code."""
    found: dict[str, str] = {}
    for line in _names()[0]:  # the file has the largest of each country first
        _, country, _, region, _ = line.split("\t", 4)
        found.setdefault(country, line)
        found.setdefault(region, line)
    return {code: _city(line) for code, line in found.items() if code}


def _city(line: str) -> City:
    name, country, people, region, latitude, longitude, _ = line.split("\t")
    return City(name, country, int(people), region, float(latitude), float(longitude))


@cache
def _names() -> tuple[Sequence[str], Mapping[str, int], Mapping[str, Sequence[int]]]:
    """The lines of the file; folded name → the first line that bears it; and → the further ones, where there are any.

    Most lines are never asked for, so none is read; most names are borne once, so few need a list.
    """
    path = package_file("places", "data", "cities.tsv.gz")
    lines = gzip.decompress(path.read_bytes()).decode().split("\n")[1:]
    first: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for key in line[line.rfind("\t") + 1 :].split("|"):
            if first.setdefault(key, number) != number:
                more.setdefault(key, []).append(number)
    return lines, first, more
