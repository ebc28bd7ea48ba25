"""Builds duediligence/places/data/world.tsv from Natural Earth, as the npm package world-atlas carries it.

    npm pack world-atlas@2.0.2
    python -m scripts.build_world world-atlas-2.0.2.tgz

The package is TopoJSON: countries share the arcs between them. Here each country gets its own rings, in tenths of a
degree, and the spot that stands for it. A country too small for that scale has a spot alone, from the larger scale.
The same file gives the same bytes.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from duediligence.places.countries import countries
from duediligence.places.projection import natural_earth
from duediligence.places.towns import largest_towns
from scripts.rings import Point, Ring, cut, middle, opened

TARGET = Path(__file__).parent.parent / "duediligence" / "places" / "data" / "world.tsv"
SMALL_SCALE, LARGER_SCALE = "package/countries-110m.json", "package/countries-50m.json"
HEAD = "country\tlatitude\tlongitude\trings"
# Lands that the source draws apart without a code, by the code under which registers speak of them.
_WITHOUT_CODE = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK"}
_LEFT_OUT = frozenset({"AQ"})
_TENTHS = 10


def main(archive: str) -> None:
    """Write the file from the package's archive; say how much there is."""
    rings, finer = (_rings(_topology(archive, member)) for member in (SMALL_SCALE, LARGER_SCALE))
    lines = [_line(code, rings.get(code, ()), finer.get(code, ())) for code in countries()]
    text = "\n".join([HEAD, *filter(None, lines)]) + "\n"
    TARGET.write_text(text, encoding="ascii", newline="\n")
    print(f"{text.count(chr(10)) - 1} countries, {len(rings)} with an outline, {len(text):,} bytes")


def _topology(archive: str, member: str) -> Mapping[str, Any]:
    with tarfile.open(archive) as packed, packed.extractfile(member) or BytesIO() as stream:
        return json.load(stream)  # type: ignore[no-any-return]


def _rings(topology: Mapping[str, Any]) -> Mapping[str, list[Ring]]:
    """Every ring of every country by alpha-2."""
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    found: dict[str, list[Ring]] = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = (_joined(ring, arcs) for polygon in polygons for ring in polygon)
        found[_code(shape)].extend(piece for ring in rings for piece in cut(ring))
    return {code: rings for code, rings in found.items() if code not in _LEFT_OUT}


def _code(shape: Mapping[str, Any]) -> str:
    import pycountry

    if "id" not in shape:
        return _WITHOUT_CODE.get(shape["properties"]["name"], "")
    found = pycountry.countries.get(numeric=shape["id"])
    return str(found.alpha_2) if found else ""


def _arc(steps: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> list[Point]:
    """An arc's points; TopoJSON writes each as a step from the one before, on a grid of its own."""
    (east, north), (left, foot) = transform["scale"], transform["translate"]
    walked = zip(*(accumulate(axis) for axis in zip(*steps, strict=True)), strict=True)
    return [(round((left + x * east) * _TENTHS), round((foot + y * north) * _TENTHS)) for x, y in walked]


def _joined(numbers: Iterable[int], arcs: Sequence[list[Point]]) -> Ring:
    """The arcs of a ring end to end, a negative number backwards."""
    return opened([point for number in numbers for point in (arcs[number] if number >= 0 else arcs[~number][::-1])])


def _line(code: str, rings: Sequence[Ring], finer: Sequence[Ring]) -> str:
    """One country; empty where neither an outline nor a town says where it is."""
    town = largest_towns().get(code)
    drawn = rings or finer
    spot = middle(max(drawn, key=_extent)) if drawn else town and (town.longitude, town.latitude)
    if not spot:
        return ""
    return "\t".join((code, f"{spot[1]:.1f}", f"{spot[0]:.1f}", ";".join(map(_written, rings))))


def _written(ring: Ring) -> str:
    """The first point, then steps."""
    steps = ((after[0] - before[0], after[1] - before[1]) for before, after in pairwise(ring))
    return " ".join(f"{x} {y}" for x, y in (ring[0], *steps))


def _extent(ring: Ring) -> float:
    """The area on the map."""
    points = [natural_earth(y / _TENTHS, x / _TENTHS) for x, y in ring]
    return abs(sum(one[0] * two[1] - two[0] * one[1] for one, two in pairwise([*points, points[0]])))


if __name__ == "__main__":
    main(*sys.argv[1:])
