"""The country that a free-text address ends with."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from duediligence.places.countries import country_words, official_keys, spelling_key, spellings
from duediligence.places.normalize import fold
from duediligence.places.regions import named_region

# A full stop ends a segment after a word only: `P.R. China` and `Rep. of Korea` stay whole.
_SEGMENTS = re.compile(r"[,;\n\t|()\[\]，、；]|(?<=\w{4})\.(?:\s|$)|\s[-–—]\s")
_POSTCODE = re.compile(r"\d")
_HAN = re.compile("[\u4e00-\u9fff]")
_LONGEST = 7


@lru_cache(maxsize=65_536)
def country_in_address(text: str) -> str:
    """Alpha-2 of the country named at the end of an address, or empty.

    Only names count, never two-letter codes (`CA`, `IN` are states). Names that are also a state or a street
    (Georgia, New Mexico, Rue de Suisse) do not count unless the whole segment is the name.
    """
    parts = [words for part in segments(text) if (words := _words(part))]
    while parts and not _tail().isdisjoint(parts[-1]):
        parts.pop()
    if not parts:
        return ""
    code = _segment(parts[-1])
    if code in country_words().also_elsewhere and len(parts) > 1 and not _own_region(parts[:-1], code):
        return ""
    return code or _chinese_start(text)


def segments(text: str) -> list[str]:
    """The parts of an address between commas, lines, brackets, dashes and full stops."""
    return [part.strip() for part in _SEGMENTS.split(text) if part.strip()]


def without_country(part: str, country: str) -> list[str]:
    """The folded words of a segment, without figures and without the country's name at their end.

    Dubai and England stand for their countries, but are regions of them too, and stay.
    """
    words = [word for word in fold(part).split() if not _POSTCODE.search(word)]
    may_end = bool(words) and words[-1][-2:] in _country_ends(country)
    for start in range(len(words)) if may_end else ():
        if _named(words[start:]) == country and not _only_region(words[start:], country):
            return words[:start]
    return words


@cache
def _country_ends(country: str) -> frozenset[str]:
    """The last two letters of a country's spellings; a quick test before any look-up."""
    return frozenset(key[-2:] for key, codes in _address_spellings().items() if codes == (country,))


def _only_region(words: list[str], country: str) -> bool:
    return spelling_key(" ".join(words)) not in official_keys(country) and bool(named_region(words, country))


def _words(part: str) -> list[str]:
    """The folded words of a segment without a postcode at its end."""
    words = fold(part).split()
    while words and _POSTCODE.search(words[-1]):
        words.pop()
    return words


def _segment(words: list[str]) -> str:
    """The country that the last words of a segment name, the longest name first."""
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        code = _named(words[start:])
        if code:
            before = words[start - 1] if start else ""
            return "" if before in _not_after() else code
    return ""


def _named(words: list[str]) -> str:
    key = spelling_key(" ".join(words))
    codes = _address_spellings().get(key, ())
    return codes[0] if len(codes) == 1 else ""


@cache
def _address_spellings() -> dict[str, tuple[str, ...]]:
    words = country_words()
    people = {spelling_key(text) for texts in words.demonyms.values() for text in texts}
    short = {spelling_key(text) for text in words.address_short}
    return {key: codes for key, codes in spellings().items() if _place(key, people, short)}


def _place(key: str, people: set[str], short: set[str]) -> bool:
    return key not in people and (len(key) > 3 or not key.isascii() or key in short)


@cache
def _tail() -> frozenset[str]:
    return frozenset(country_words().address_tail)


@cache
def _not_after() -> frozenset[str]:
    return frozenset(country_words().not_after)


def _own_region(parts: list[list[str]], country: str) -> bool:
    return any(named_region(words, country) for words in parts)


def _chinese_start(text: str) -> str:
    """Chinese addresses go from the large to the small: 中国广东省…"""
    if not _HAN.search(text):
        return ""
    plain = fold(text).replace(" ", "")
    for length in range(min(_LONGEST, len(plain)), 1, -1):
        codes = _address_spellings().get(plain[:length], ())
        if len(codes) == 1:
            return codes[0]
    return ""
