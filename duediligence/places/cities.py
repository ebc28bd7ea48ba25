"""Cities of 15,000 inhabitants and more, by name: which countries have one. Loaded when first asked for."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from duediligence.places.folding import fold
from duediligence.resources import package_file


@dataclass(frozen=True, slots=True)
class City:
    """One row of cities.csv.gz: its name at GeoNames, alpha-2, inhabitants, GeoNames' code of its first division."""

    name: str
    country: str
    population: int
    admin1: str


def cities_named(text: str) -> tuple[City, ...]:
    """Every city that bears a name in any spelling we know, the largest first; empty if none does."""
    return _cities().get(fold(text), ())


def countries_of_city(text: str) -> tuple[str, ...]:
    """Alpha-2 of the countries that have a city of this name, that of the largest first: `Tripoli` → LY, LB, GR."""
    return tuple(dict.fromkeys(city.country for city in cities_named(text)))


@cache
def _cities() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {}
    path = package_file("places", "data", "cities.csv.gz")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        for name, country, population, admin1, folded in rows:
            city = City(name, country, int(population), admin1)
            for key in folded.split("|"):
                found.setdefault(key, []).append(city)
    return {key: _largest_first(cities) for key, cities in found.items()}


def _largest_first(cities: list[City]) -> tuple[City, ...]:
    return tuple(sorted(cities, key=lambda city: -city.population) if len(cities) > 1 else cities)
