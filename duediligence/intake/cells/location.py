"""One cell that holds city, region and country, taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from duediligence.places import cities_named, countries_of_city, find_country, find_region

_PARTS = re.compile(r"[,;/|\n()\[\]、，；（）]|\s[-–—]\s")
_POSTCODE = re.compile(r"\b[\d-]{3,}\b")
_LONGEST_CODE = 3
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Location:
    """What a cell says of a place.

    `city` is as written, without a postcode; `country` alpha-2. `candidates` are the countries it could be in when
    that is not clear. `complete` says that every part of the cell was used.
    """

    city: str = ""
    country: str = ""
    candidates: tuple[str, ...] = ()
    complete: bool = False


def has_parts(text: str) -> bool:
    """Whether a cell holds more than one part: `Dhaka, Bangladesh`, `Leipzig / Germany`."""
    return bool(_PARTS.search(text))


@lru_cache(maxsize=65_536)
def read_location(text: str, country: str = "") -> Location:
    """Take a cell apart; `country` (alpha-2) is the row's own if another cell states it. Never guesses a country."""
    parts = [part for piece in _PARTS.split(text) if (part := piece.strip(" .*"))]
    if parts and not country and _options(parts[0]) and not _options(parts[-1]):
        parts.reverse()
    options = (country,) if country else _options(parts[-1]) if parts else ()
    settled = options if len(options) < 2 else _nearest(options, parts)
    if len(settled) == 1:
        rivals = () if country else _rivals(parts, settled[0])
        return Location(candidates=(*settled, *rivals)) if rivals else _in_country(parts, settled[0])
    return Location(candidates=options) if options else _somewhere(parts)


def _options(part: str) -> tuple[str, ...]:
    """The countries that the last part could mean: `Georgia` and `CA` are states of the United States too."""
    codes = _named(part)
    state = ("US",) if codes and "US" not in codes and find_region(part, "US") else ()
    return (*codes, *state)


def _named(part: str) -> tuple[str, ...]:
    reading = find_country(part)
    return (reading.code,) if reading.code and not reading.suggestion else reading.candidates


def _rivals(parts: Sequence[str], country: str) -> tuple[str, ...]:
    """Other countries that the cell names: `China, Vietnam`; not a city or region of `country` of the same name."""
    named = {find_country(part).code: part for part in parts if len(part) > _LONGEST_CODE}
    return tuple(code for code, part in named.items() if code not in ("", country) and not _lies_in(part, country, ""))


def _nearest(options: Sequence[str], parts: Sequence[str]) -> tuple[str, ...]:
    """Of several countries those that have the city named beside them; the United States in the state that is named."""
    state = find_region(parts[-1], "US").removeprefix("US-")
    others = [_plain(part) for part in parts[:-1]]
    return tuple(code for code in options if any(_lies_in(other, code, state) for other in others))


def _lies_in(part: str, country: str, state: str) -> bool:
    if country == "US" and state:
        return any(city.region == f"US-{state}" for city in cities_named(part))
    return country in countries_of_city(part) or bool(find_region(part, country))


def _plain(part: str) -> str:
    return " ".join(_POSTCODE.sub(" ", part).split())


def _in_country(parts: Sequence[str], country: str) -> Location:
    """The city among the parts: one that the country has, else the only part that is neither country nor region."""
    rest = [_plain(part) for part in parts if country not in _named(part)]
    if len(parts) - len(rest) > 1:  # `Dhaka, Bangladesh; Chattogram, Bangladesh` are two places
        return Location(country=country)
    regions = [part for part in rest[1:] if find_region(part, country)]
    others = [part for part in rest if part not in regions] or rest[:1]
    known = [part for part in (*others, *regions) if country in countries_of_city(part)]
    only = [part for part in others if len(others) == 1 and not _DIGIT.search(part) and not find_region(part, country)]
    city = next(iter((*known, *only)), "")
    return Location(city, country, complete=bool(city) and len(others) == 1)


def _somewhere(parts: Sequence[str]) -> Location:
    """A city that we know, in a country that the cell does not state."""
    city = parts[0] if parts and cities_named(parts[0]) else ""
    return Location(city, complete=bool(city) and len(parts) == 1)
