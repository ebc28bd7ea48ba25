"""Country cells and the ends of addresses → ISO 3166-1."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.places import alpha2, country_in_address, country_name, country_of_code, find_country
from duediligence.places.countries import countries, country_words, spelling_key, spellings
from duediligence.resources import load_yaml

CASES: dict[str, Any] = load_yaml(Path(__file__).parent.parent / "cases" / "countries.yaml")


@pytest.mark.parametrize(("text", "code"), CASES["known"])
def test_a_spelling_gives_its_country(text: str, code: str) -> None:
    assert find_country(text).code == code


@pytest.mark.parametrize(("text", "codes"), CASES["ambiguous"])
def test_an_ambiguous_name_gives_every_candidate_and_no_code(text: str, codes: list[str]) -> None:
    reading = find_country(text)
    assert (reading.code, list(reading.candidates)) == ("", codes)
    assert reading.reason


@pytest.mark.parametrize(("text", "name"), CASES["suggested"])
def test_a_typo_is_suggested_and_not_guessed(text: str, name: str) -> None:
    reading = find_country(text)
    assert (reading.code, reading.suggestion) == ("", name)


def test_a_nearly_certain_typo_is_read_and_still_says_so() -> None:
    reading = find_country("Phillippines")
    assert (reading.code, reading.suggestion) == ("PH", "Philippines")


@pytest.mark.parametrize("text", CASES["not_stated"])
def test_words_for_no_country_give_none_and_no_suggestion(text: str) -> None:
    reading = find_country(text)
    assert (reading.code, reading.candidates, reading.suggestion) == ("", (), "")
    assert reading.reason == "no country is stated"


@pytest.mark.parametrize("text", CASES["unknown"])
def test_what_is_no_country_gives_none(text: str) -> None:
    reading = find_country(text)
    assert (reading.code, reading.candidates, reading.suggestion) == ("", (), "")


@pytest.mark.parametrize(("text", "code"), CASES["addresses"])
def test_an_address_gives_the_country_it_ends_with(text: str, code: str) -> None:
    assert country_in_address(text) == code


def test_every_country_is_found_by_its_codes_and_all_its_official_names() -> None:
    shared = {"CG"}  # its official short name, Congo, is ambiguous in common use
    for country in countries().values():
        if country.alpha2 != "NA":
            assert find_country(country.alpha2).code == country.alpha2
        assert find_country(country.alpha3).code == country.alpha2
        assert find_country(country.name).code == country.alpha2
        missed = [name for name in country.spellings if find_country(name).code != country.alpha2]
        assert not missed or country.alpha2 in shared | {"MF", "SX", "VG", "VI"}, missed


def test_no_official_name_belongs_to_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for country in countries().values():
        for name in country.spellings:
            owners.setdefault(spelling_key(name), set()).add(country.alpha2)
    assert not {key: codes for key, codes in owners.items() if len(codes) > 1}


def test_the_reviewed_spellings_use_known_codes_and_do_not_contradict_each_other() -> None:
    words = country_words()
    used = {
        *words.aliases,
        *words.demonyms,
        *words.also_elsewhere,
        *(c for codes in words.ambiguous.values() for c in codes),
    }
    assert used <= set(countries())
    owners: dict[str, set[str]] = {}
    for code, texts in words.aliases.items():
        for text in texts:
            owners.setdefault(spelling_key(text), set()).add(code)
    assert not {key: codes for key, codes in owners.items() if len(codes) > 1}
    assert not owners.keys() & {spelling_key(text) for text in words.ambiguous}


def test_no_reviewed_spelling_hides_another_countrys_code() -> None:
    codes = {item.alpha2.lower(): item.alpha2 for item in countries().values()}
    codes |= {item.alpha3.lower(): item.alpha2 for item in countries().values()}
    assert not {key: found for key, found in spellings().items() if key in codes and found != (codes[key],)}


def test_codes_and_names_translate() -> None:
    assert len(countries()) == 250
    assert (alpha2("XKX"), alpha2("deu"), alpha2("ZZZ")) == ("XK", "DE", "")
    assert (country_name("CI"), country_name("TR"), country_name("CD")) == ("Côte d'Ivoire", "Türkiye", "DR Congo")
    assert country_name("ZZ") == "ZZ"
    assert (country_of_code("NA"), country_of_code("nam"), country_of_code("Namibia")) == ("NA", "NA", "")


@given(st.sampled_from(sorted(countries())), st.sampled_from(["upper", "lower", "nfd", "spaced", "dots"]))
def test_case_accents_and_punctuation_do_not_matter(code: str, how: str) -> None:
    name = country_name(code)
    changed = {
        "upper": name.upper(),
        "lower": name.lower(),
        "nfd": unicodedata.normalize("NFD", name),
        "spaced": f"  {name.replace(' ', '  ')} ",
        "dots": f"{name}.",
    }[how]
    assert find_country(changed).code == code


@given(st.text(max_size=60))
def test_any_text_is_read_without_raising_and_never_both_known_and_ambiguous(text: str) -> None:
    reading = find_country(text)
    assert not (reading.code and reading.candidates)
    assert reading.reason
    assert set(reading.candidates) | {reading.code} <= {*countries(), ""}
    assert country_in_address(text) in {*countries(), ""}
