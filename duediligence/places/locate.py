"""One text that should be a region, a city or an address → its region, or what it could be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from duediligence.places.address import country_in_address
from duediligence.places.countries import countries, country_name
from duediligence.places.normalize import fold, join_words
from duediligence.places.region_text import region_in_address
from duediligence.places.regions import find_region, region_name, region_spellings
from duediligence.places.town_regions import RegionReading, region_of_city

_NAMED = 0.95


@lru_cache(maxsize=16_384)
def find_place(text: str, country: str = "") -> RegionReading:
    """The region that a text names, or lies in; `country` is alpha-2, or empty if it is not known.

    Never raises. What several regions, or in an unknown country several countries, have is ambiguous, with candidates.
    """
    country = country or country_in_address(text)
    if not country:
        return _anywhere(text)
    reading = region_in_address("", text, country)
    code = "" if reading.reason else find_region(text, country)
    return RegionReading(code, text, confidence=_NAMED, reason=f"names {region_name(code)}") if code else reading


def _anywhere(text: str) -> RegionReading:
    """By name alone: a city, or regions of any country."""
    city = region_of_city(text)
    regions = _region_names().get(join_words(fold(text).split()), ())
    codes = tuple(dict.fromkeys((*regions, *(city.candidates or (city.code,) if city.reason else ()))))
    if len({code[:2] for code in codes}) > 1 and not (city.code and {code[:2] for code in regions} <= {city.code[:2]}):
        named = " and ".join(country_name(code) for code in dict.fromkeys(code[:2] for code in codes))
        return RegionReading(text=text, ambiguous=True, candidates=codes, reason=f"there is one in {named}")
    if city.reason or not regions:
        return city
    code = regions[0]
    return RegionReading(code, text, confidence=_NAMED, reason=f"names {region_name(code)}")


@cache
def _region_names() -> Mapping[str, tuple[str, ...]]:
    """The names of the regions of every country."""
    found: dict[str, tuple[str, ...]] = {}
    for country in countries():
        for key, code in region_spellings(country)[0].items():
            found[key] = (*found.get(key, ()), code)
    return found
