"""The region that an address or a city cell names. No gazetteer: a region counts only where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from duediligence.places.addresses import segments, without_country
from duediligence.places.folding import fold
from duediligence.places.regions import (
    common_region,
    find_city_region,
    generic_words,
    letter_code_region,
    may_begin_region,
    named_region,
    region_parent,
    region_spellings,
    region_words,
)

_LETTER_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_LONGEST = 5
_SHORTEST = 4  # letters of a name inside a longer segment; shorter ones (Mon, Van, Bay) are too often other words
_STREET_REACH = 4
_CHINESE_START = 12


@dataclass(frozen=True, slots=True)
class RegionReading:
    """What an address says of its region.

    `code` is ISO 3166-2 or empty; `text` is the part of the address that names it; `ambiguous` says that regions
    are named which do not lie in one another, so that none was taken.
    """

    code: str = ""
    text: str = ""
    ambiguous: bool = False


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
    region that holds them both; else none.
    """
    if not country:
        return RegionReading()
    found = [*_in_text(address, country), *_in_text(city, country)]
    sure = [named for named in found if named.sure]
    return _decide(sure or found)


def _decide(found: list[_Named]) -> RegionReading:
    codes = [named.code for named in found]
    if not codes:
        return RegionReading()
    code = common_region(codes) or _shared_parent(codes)
    texts = dict.fromkeys(named.text for named in found)
    return RegionReading(code, " · ".join(texts), ambiguous=not code)


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
