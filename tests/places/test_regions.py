"""Region cells, cities and addresses → ISO 3166-2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.places import find_region, region_in_address, region_name, region_parent
from duediligence.places.countries import countries
from duediligence.places.regions import region_contains, region_spellings, region_words, regions
from duediligence.resources import load_yaml

CASES: dict[str, Any] = load_yaml(Path(__file__).parent.parent / "cases" / "regions.yaml")


@pytest.mark.parametrize(("text", "country", "code"), CASES["named"])
def test_a_regions_name_or_code_gives_its_code(text: str, country: str, code: str) -> None:
    assert find_region(text, country) == code


@pytest.mark.parametrize(("address", "city", "country", "code", "ambiguous"), CASES["in_addresses"])
def test_an_address_or_city_gives_its_region(address: str, city: str, country: str, code: str, ambiguous: bool) -> None:
    reading = region_in_address(address, city, country)
    assert (reading.code, reading.ambiguous) == (code, ambiguous)


def test_the_reading_shows_where_the_region_stands() -> None:
    assert region_in_address("Hou Jie Town, Guangdong Province 523940", "", "CN").text == "Guangdong Province 523940"
    assert region_in_address("Plot 7, Jiangsu, Zhejiang", "", "CN").text == "Jiangsu · Zhejiang"


def test_every_region_is_found_by_its_code_and_nearly_every_one_by_its_name() -> None:
    found = [find_region(region_name(code), code[:2]) for code in regions()]
    same = [code for code, read in zip(regions(), found, strict=True) if read and region_contains(read, code)]
    assert all(find_region(code, code[:2]) == code for code in regions() if code not in region_words().renamed)
    assert len(same) / len(regions()) > 0.98


def test_a_name_that_two_regions_share_is_not_decided() -> None:
    assert find_region("Chiayi", "TW") == ""  # a city and a county around it


def test_the_reviewed_spellings_use_codes_that_exist() -> None:
    words = region_words()
    cities = {code for names in words.city_only.values() for code in names.values() if code}
    assert {*words.spellings, *words.renamed.values(), *cities} <= set(regions())
    assert not set(words.renamed) & set(regions())


def test_a_reviewed_spelling_gives_its_own_region() -> None:
    for code, texts in region_words().spellings.items():
        assert {find_region(text, code[:2]) for text in texts} == {code}, code


def test_names_and_parents_translate() -> None:
    assert region_name("BD-18") == "Gazipur"
    assert region_name("IN-CT") == region_name("IN-CG")
    assert region_parent("BD-18") == "BD-C"
    assert region_parent("CN-GD") == ""
    assert region_name("ZZ-9") == "ZZ-9"


@given(st.text(max_size=80), st.text(max_size=20), st.sampled_from(["BD", "CN", "EG", "GB", "US", ""]))
def test_any_text_gives_a_region_of_the_country_or_none(address: str, city: str, country: str) -> None:
    reading = region_in_address(address, city, country)
    assert reading.code == "" or reading.code.startswith(f"{country}-")
    assert not (reading.code and reading.ambiguous)


@pytest.mark.parametrize("country", sorted(countries()))
def test_no_region_is_known_by_an_empty_name(country: str) -> None:
    assert all("" not in names for names in region_spellings(country))
