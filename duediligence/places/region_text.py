"""The region of an address and a city cell: the one that is written there, else that of the city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from duediligence.places.address import segments, without_country
from duediligence.places.normalize import fold
from duediligence.places.regions import (
    common_region,
    find_city_region,
    generic_words,
    letter_code_region,
    may_begin_region,
    named_region,
    region_name,
    region_parent,
    region_spellings,
    region_words,
)
from duediligence.places.town_regions import RegionReading, region_of_city
from duediligence.places.towns import cities_named

_LETTER_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_LONGEST = 5
_SHORTEST = 4  # letters of a name inside a longer segment; shorter ones (Mon, Van, Bay) are too often other words
_STREET_REACH = 4
_CHINESE_START = 12
_WRITTEN = 0.95
_LARGE = 15_000  # inhabitants of a city that people name by itself, though a region bears its name


@dataclass(frozen=True, slots=True)
class _Named:
    code: str
    text: str
    sure: bool


@lru_cache(maxsize=65_536)
def region_in_address(address: str, city: str, country: str) -> RegionReading:
    """Read the region of `country` (alpha-2) from an address and a city cell, either of which may be empty.

    A region that is a segment of its own, has a word like Province beside it, or is the city cell, goes before one
    mentioned inside a longer segment. Of regions that lie in one another the smallest is taken; of neighbours the
    region that holds them both; else none. Where none is written, the city says it, unless several regions have one of
    that name; where the only city of that name lies in another region than the one that is written, none is taken.
    """
    if not country:
        return RegionReading()
    in_address, in_city = (tuple(_in_text(text, country)) for text in (address, city))
    doubt = _namesake(city, in_city, country)
    if doubt.ambiguous and not in_address:
        return doubt
    in_city = () if doubt.ambiguous else in_city
    found = [*in_address, *in_city]
    sure = [named for named in found if named.sure]
    written = _decide(sure or found, in_city=not in_address)
    by_city = _of_city(address, city, country) if not written.ambiguous else RegionReading()
    if not written.code:
        return written if written.ambiguous else by_city
    if by_city.in_city and by_city.code and not sure and not in_address:
        return by_city  # Quezon City is not in Quezon
    return _contradicted(written, by_city) if _rival(written, by_city) else written


def _namesake(city: str, named: tuple[_Named, ...], country: str) -> RegionReading:
    """Ambiguous where a cell names a region, but is a city cell and the large cities of that name all lie elsewhere."""
    codes = [name.code for name in named if name.sure and name.text == city]
    plain = " ".join(_words(city, country))
    large = [found for found in cities_named(plain) if found.country == country and found.population >= _LARGE]
    elsewhere = [found.region for found in large if codes and fold(found.name) == plain]
    if not elsewhere or any(not code or common_region((codes[0], code)) for code in elsewhere):
        return RegionReading()
    candidates = tuple(dict.fromkeys((codes[0], *elsewhere)))
    reason = f"{region_name(codes[0])} is also the name of a city in {_listed(candidates[1:])}"
    return RegionReading("", city, ambiguous=True, candidates=candidates, reason=reason, in_city=True)


def _decide(found: list[_Named], *, in_city: bool) -> RegionReading:
    codes = [named.code for named in found]
    if not codes:
        return RegionReading()
    code = common_region(codes) or _shared_parent(codes)
    text = " · ".join(dict.fromkeys(named.text for named in found))
    if not code:
        named = tuple(dict.fromkeys(codes))
        return RegionReading("", text, ambiguous=True, candidates=named, reason=f"names {_listed(named)}")
    return RegionReading(code, text, confidence=_WRITTEN, reason=f"names {region_name(code)}", in_city=in_city)


def _rival(written: RegionReading, by_city: RegionReading) -> bool:
    """Whether the only city of its name lies elsewhere; a city cell that is the region's own name says nothing."""
    elsewhere = by_city.code and not by_city.prominent and not common_region((written.code, by_city.code))
    return bool(elsewhere and by_city.in_city and not written.in_city)


def _contradicted(written: RegionReading, by_city: RegionReading) -> RegionReading:
    codes = (written.code, by_city.code)
    reason = f"names {region_name(written.code)}, but {by_city.reason}"
    return RegionReading("", f"{written.text} · {by_city.text}", ambiguous=True, candidates=codes, reason=reason)


def _listed(codes: tuple[str, ...]) -> str:
    return " and ".join(map(region_name, codes))


def _of_city(address: str, city: str, country: str) -> RegionReading:
    """What the city cell says; where that is empty, or leaves it open, what the towns in the address say."""
    by_cell = _of_towns(city, country)
    if by_cell.code and not by_cell.prominent:
        return replace(by_cell, in_city=True)
    # The first part of an address is a house or a street.
    by_address = _of_towns(address, country, skip=1)
    if not by_cell.reason:
        return by_address
    if not by_address.code:
        return replace(by_cell, in_city=True)
    if _may_be(by_cell, by_address.code):
        return by_address
    return replace(by_cell, code="", ambiguous=True, confidence=0.0, in_city=True)


# Many rows lie in one town.
@lru_cache(maxsize=16_384)
def _of_towns(text: str, country: str, skip: int = 0) -> RegionReading:
    """The region that all the towns among the parts of a text lie in; ambiguous if they lie apart."""
    parts = [words for part in segments(text) if (words := _words(part, country))][skip:]
    read = [reading for words in parts if (reading := region_of_city(" ".join(words), country)).reason]
    settled = [reading for reading in read if reading.code]
    if not settled:
        return read[0] if read else RegionReading()
    code = common_region([reading.code for reading in settled])
    if code and all(_may_be(reading, code) for reading in read):
        return next(reading for reading in settled if reading.code == code)
    named = tuple(dict.fromkeys(each for reading in read for each in reading.candidates or (reading.code,) if each))
    return RegionReading("", text, ambiguous=True, candidates=named, reason=f"has towns in {_listed(named)}")


def _may_be(reading: RegionReading, code: str) -> bool:
    """Whether a town, if it is not known which, may lie in a region."""
    return any(common_region((code, candidate)) for candidate in (reading.code, *reading.candidates) if candidate)


def _shared_parent(codes: list[str]) -> str:
    parents = {region_parent(code) or code for code in codes}
    return parents.pop() if len(parents) == 1 else ""


def _in_text(text: str, country: str) -> Iterator[_Named]:
    parts = [part for part in segments(text) if _words(part, country)]
    for position, part in enumerate(parts, 1):
        yield from _in_segment(part, country, last=position == len(parts))


# Addresses differ, but most of their segments are towns, streets and provinces that other rows name too.
@lru_cache(maxsize=65_536)
def _words(part: str, country: str) -> tuple[str, ...]:
    return tuple(without_country(part, country))


@lru_cache(maxsize=65_536)
def _in_segment(part: str, country: str, *, last: bool) -> tuple[_Named, ...]:
    words = list(_words(part, country))
    plain = " ".join(words)
    whole = find_city_region(plain, country)
    if last or len(words) == 1:
        whole = whole or _letters(part, words[-1], country)
    found = (_Named(whole, part, sure=True),) if whole else ()
    if whole or plain in region_words().city_only.get(country, {}):
        return found
    return (*_inside(words, part, country), *_chinese(part, country))


def _letters(part: str, word: str, country: str) -> str:
    """`TX` in capitals, alone in its segment or at the end of the address, where addresses are written so."""
    usual = country in region_words().letter_codes_in_addresses
    return letter_code_region(word, country) if usual and word.upper() in _LETTER_CODE.findall(part) else ""


def _inside(words: list[str], part: str, country: str) -> Iterator[_Named]:
    """Names among other words, the longest first, each word used once."""
    start = 0
    while start < len(words):
        longest = _LONGEST if may_begin_region(words[start], country) else 0
        for end in range(min(len(words), start + longest), start, -1):
            named = _run(words, start, end, country)
            if named:
                yield _Named(named, part, sure=not generic_words().isdisjoint(words[max(0, start - 1) : end + 1]))
                start = end
                break
        else:
            start += 1


def _run(words: list[str], start: int, end: int, country: str) -> str:
    """The region that words[start:end] name, unless they are a street's or a mere direction."""
    run = words[start:end]
    code = named_region(run, country)
    if not code:
        return ""
    proper = [word for word in run if word not in generic_words()]
    if sum(map(len, proper)) < _SHORTEST or (len(run) == len(proper) and _directions().issuperset(proper)):
        return ""
    before, after = _street_words()
    near_street = before.intersection(words[max(0, start - _STREET_REACH) : start])
    return "" if near_street or after.intersection(words[end : end + 1]) else code


@cache
def _street_words() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(region_words().street_before), frozenset(region_words().street_after)


@cache
def _directions() -> frozenset[str]:
    return frozenset(region_words().direction_words)


def _chinese(part: str, country: str) -> Iterator[_Named]:
    """A region written on to the next word near the start: 广东省东莞市…"""
    if part.isascii():
        return
    start = fold(part).replace(" ", "")[:_CHINESE_START]
    for key, code in region_spellings(country)[0].items():
        if "\u4e00" <= key[0] <= "\u9fff" and key in start:
            yield _Named(code, part, sure=True)
