"""The map's outlines lie where the countries' towns lie, and the sheet is the published projection."""

from __future__ import annotations

from itertools import pairwise
from math import pi

import pytest

from duediligence.places import natural_earth, outlines, region_spot, spot_of
from duediligence.places.countries import countries
from duediligence.places.distance import distance_km
from duediligence.places.towns import largest_towns
from duediligence.resources import package_file
from scripts.rings import cut, middle

LARGEST_BYTES = 150_000
COAST_KM = 120
"""How far the small scale may cut a coast, a delta or an island off."""
OUTSIDE = {"EH": "the source shows who is in control of El Aaiún", "VU": "the scale leaves the island of Port Vila out"}
TOWNS = sorted(code for code, outline in outlines().items() if outline.rings and code in largest_towns())


def test_the_projection_is_the_published_one() -> None:
    assert natural_earth(0, 0) == (0, 0)
    assert natural_earth(0, 180)[0] == pytest.approx(0.8707 * pi)
    assert natural_earth(90, 0)[1] == pytest.approx(0.8707 * 0.52 * pi, rel=1e-4)
    right, up = natural_earth(45, 90)
    assert natural_earth(-45, -90) == pytest.approx((-right, -up))


def test_the_file_is_small_and_holds_known_countries_that_end_where_the_sheet_does() -> None:
    assert package_file("places", "data", "world.tsv").stat().st_size < LARGEST_BYTES
    assert set(outlines()) <= set(countries())
    assert len(outlines()) > 240
    for outline in outlines().values():
        for ring in outline.rings:
            assert all(abs(latitude) <= 84 and abs(longitude) <= 180 for latitude, longitude in ring)
            assert all(abs(one[1] - two[1]) < 60 for one, two in pairwise(ring)), outline.country


@pytest.mark.parametrize("code", [code for code in TOWNS if code not in OUTSIDE])
def test_a_countrys_largest_town_lies_in_its_outline_or_at_its_coast(code: str) -> None:
    town = largest_towns()[code]
    spot = town.latitude, town.longitude
    rings = outlines()[code].rings
    near = min(distance_km(*spot, *point) for ring in rings for point in ring)
    assert any(_inside(spot, ring) for ring in rings) or near < COAST_KM


def _inside(spot: tuple[float, float], ring: tuple[tuple[float, float], ...]) -> bool:
    crossed = False
    for (y1, x1), (y2, x2) in pairwise([*ring, ring[0]]):
        if (y1 > spot[0]) != (y2 > spot[0]) and spot[1] < x1 + (spot[0] - y1) * (x2 - x1) / (y2 - y1):
            crossed = not crossed
    return crossed


@pytest.mark.parametrize("code", ["VN", "HR", "NO", "CL", "US", "ID", "RU", "SO", "FJ"])
def test_a_country_stands_inside_one_of_its_parts(code: str) -> None:
    spot = spot_of(code)
    assert spot is not None
    assert any(_inside(spot, ring) for ring in outlines()[code].rings)


def test_a_region_stands_at_its_largest_town_and_one_without_a_town_at_its_country() -> None:
    spot = spot_of("CN", "CN-XJ")
    assert spot is not None
    assert distance_km(*spot, 43.8, 87.6) < 20
    dhaka = region_spot("BD-C")
    assert dhaka is not None, "a division stands at the largest town of its districts"
    assert distance_km(*dhaka, 23.71, 90.41) < 20
    assert region_spot("XX-1") is None
    assert spot_of("CN", "XX-1") == spot_of("CN")
    assert spot_of("SG") is not None, "too small for an outline, not for a spot"
    assert spot_of("", "") is None


def test_a_ring_over_the_edge_of_the_sheet_is_cut_in_two_and_loses_nothing() -> None:
    whole = [(1700, 0), (-1700, 0), (-1700, 100), (1700, 100)]
    east, west = sorted(cut(whole), key=lambda ring: -ring[0][0])
    assert {x for x, _ in east} == {1700, 1800}
    assert {x for x, _ in west} == {-1800, -1700}
    assert list(cut([(0, 0), (10, 0), (10, 10)])) == [[(0, 0), (10, 0), (10, 10)]]
    assert middle([(0, 0), (100, 0), (100, 100), (0, 100)]) == pytest.approx((5, 5))
