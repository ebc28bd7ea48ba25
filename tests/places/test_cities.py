"""Cities by name."""

from __future__ import annotations

import csv
import gzip

from duediligence.places import cities_named, countries_of_city
from duediligence.places.countries import countries
from duediligence.places.normalize import fold
from duediligence.places.regions import regions
from duediligence.resources import package_file

PATH = package_file("places", "data", "cities.tsv.gz")
LARGEST_BYTES = 2_000_000


def test_a_city_is_found_in_any_spelling_with_the_largest_first() -> None:
    assert {countries_of_city(text)[0] for text in ("Dhaka", "ঢাকা", "dacca", "达卡")} == {"BD"}
    assert countries_of_city("Saigon") == ("VN",)
    assert countries_of_city("东莞") == ("CN",)
    assert countries_of_city("Tripoli") == ("LY", "LB", "GR")
    assert countries_of_city("Nowhere at all") == ()
    wilmingtons = cities_named("Wilmington")
    assert {city.region for city in wilmingtons} >= {"US-NC", "US-DE"}
    assert [city.population for city in wilmingtons] == sorted((c.population for c in wilmingtons), reverse=True)


def test_the_packed_file_is_small_folded_and_names_known_countries_and_regions() -> None:
    assert PATH.stat().st_size < LARGEST_BYTES
    with gzip.open(PATH, "rt", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 30_000
    assert {row["country"] for row in rows} <= set(countries())
    assert {row["region"] for row in rows} <= {"", *regions()}
    assert all(row["region"][:2] in ("", row["country"]) for row in rows)
    assert sum(bool(row["region"]) for row in rows) / len(rows) > 0.97
    assert all(row["folded"].split("|")[0] == fold(row["name"]) for row in rows)
    assert all(abs(float(row["latitude"])) <= 90 and abs(float(row["longitude"])) <= 180 for row in rows)
