"""Cities and regions in many spellings → ISO 3166-2, held against a list that was written before looking."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from duediligence.places import (
    city_position,
    distance_km,
    find_place,
    region_contains,
    region_in_address,
    region_of_city,
)
from duediligence.resources import load_yaml

CASES: dict[str, Any] = load_yaml(Path(__file__).parent.parent / "cases" / "gazetteer.yaml")
AMBIGUOUS = "ambiguous"


def cases() -> Iterator[tuple[str, str, str]]:
    """Text, country, and the code, `ambiguous` or nothing."""
    for code, texts in CASES["right"].items():
        yield from ((text, code[:2], code) for text in texts)
    for country, texts in CASES["ambiguous"].items():
        yield from ((text, country, AMBIGUOUS) for text in texts)
    yield from ((text, "", wanted) for text, wanted in CASES["anywhere"])
    yield from ((text, country, "") for text, country in CASES["unknown"])


def verdict(text: str, country: str, wanted: str) -> str:
    """`right`, `open` (honestly ambiguous), `unknown` or `wrong`."""
    reading = find_place(text, country)
    if not reading.code:
        said = AMBIGUOUS if reading.ambiguous else ""
        return "right" if said == wanted else "open" if reading.ambiguous else "unknown"
    return "right" if region_contains(reading.code, wanted) or region_contains(wanted, reading.code) else "wrong"


def test_of_many_names_nearly_all_are_read_rightly_and_hardly_one_wrongly() -> None:
    judged = {case: verdict(*case) for case in cases()}
    wrong = sorted(case for case, found in judged.items() if found == "wrong")
    unknown = sorted(case for case, found in judged.items() if found == "unknown")
    assert len(judged) > 700
    assert len({code[:2] for code in CASES["right"]}) >= 40
    assert len(wrong) <= 0.005 * len(judged), wrong
    assert len(wrong) + len(unknown) <= 0.02 * len(judged), unknown
    assert sum(found == "open" for found in judged.values()) <= 0.05 * len(judged)


def test_a_reading_says_how_it_was_read_and_how_sure_it_is() -> None:
    only = region_of_city("Myitkyina", "MM")
    assert (only.code, only.candidates, only.reason) == ("MM-11", (), "Myitkyina lies in Kachin")
    shared = find_place("Suzhou", "CN")
    assert shared.ambiguous
    assert shared.candidates[:2] == ("CN-JS", "CN-AH")
    assert "several regions have a place called suzhou" in shared.reason
    named = find_place("Kachin State", "MM")
    assert named.confidence > only.confidence > shared.confidence == 0


def test_size_settles_only_a_city_that_is_twenty_times_larger_and_nothing_written_against_it() -> None:
    large = region_of_city("Kazan")
    assert (large.code, large.prominent, large.candidates) == ("RU-TA", True, ("RU-TA", "TR-06"))
    assert region_of_city("Birmingham").ambiguous
    assert region_in_address("", "Paris", "US").code == ""
    assert region_in_address("12 Main St, TX", "Paris", "US").code == "US-TX"


def test_a_name_that_countries_share_gives_them_all_until_the_country_is_known() -> None:
    tripoli = find_place("Tripoli")
    assert tripoli.ambiguous
    assert {"LY-TB", "LB-AS"} <= set(tripoli.candidates)
    assert {find_place("Punjab", country).code for country in ("IN", "PK")} == {"IN-PB", "PK-PB"}
    assert find_place("12 Port Street, Tripoli, Lebanon").code == "LB-AS"


def test_a_reading_says_which_cell_it_came_from() -> None:
    assert region_in_address("Plot 5, Station Road", "Myitkyina", "MM").in_city
    assert not region_in_address("Plot 5, Kachin State", "Myitkyina", "MM").in_city


@pytest.mark.parametrize(
    ("name", "country", "spot"),
    [
        ("Myitkyina", "MM", (25.38, 97.40)),
        ("Dhaka", "BD", (23.71, 90.41)),
        ("Nowhere", "BD", None),
        ("Suzhou", "CN", None),
    ],
)
def test_a_city_has_a_spot_unless_several_bear_its_name(
    name: str, country: str, spot: tuple[float, float] | None
) -> None:
    found = city_position(name, country)
    assert (found is None) == (spot is None)
    assert not (found and spot) or distance_km(*found, *spot) < 15


def test_the_distance_between_two_spots_is_right_to_half_a_per_cent() -> None:
    assert distance_km(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(343.5, rel=0.005)
    assert distance_km(10, 20, 10, 20) == 0
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111.2, rel=0.005)
