"""Cities of 15,000 inhabitants and more, by name: which countries have one. Loaded when first asked for."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from duediligence.places.folding import fold
from duediligence.resources import package_file


@dataclass(frozen=True, slots=True)
class City:
    """One row of cities.csv.gz: its name at GeoNames, alpha-2, inhabitants, GeoNames' code of its first division."""

    name: str
    country: str
    population: int
    admin1: str


@lru_cache(maxsize=16_384)
def cities_named(text: str) -> tuple[City, ...]:
    """Every city that bears a name in any spelling we know, the largest first; empty if none does."""
    found = (
        City(name, country, int(people), admin1) for name, country, people, admin1, _ in _rows().get(fold(text), ())
    )
    return tuple(sorted(found, key=lambda city: -city.population))


def countries_of_city(text: str) -> tuple[str, ...]:
    """Alpha-2 of the countries that have a city of this name, that of the largest first: `Tripoli` → LY, LB, GR."""
    return tuple(dict.fromkeys(city.country for city in cities_named(text)))


@cache
def _rows() -> Mapping[str, Sequence[Sequence[str]]]:
    """Folded name → the rows that bear it, as they stand in the file: most are never asked for."""
    found: dict[str, list[list[str]]] = {}
    path = package_file("places", "data", "cities.csv.gz")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        for row in rows:
            for key in row[4].split("|"):
                found.setdefault(key, []).append(row)
    return found
