"""ISO 3166-2 regions: names and spellings to codes, codes to names and parents. Cities are in `cities`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from duediligence.places.normalize import fold, join_words
from duediligence.resources import load_validated, package_file

_BRACKETS = re.compile(r"\s*[\[(].*?[\])]")
_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_LETTER_CODE = re.compile(r"[A-Za-z]{2,3}")


@dataclass(frozen=True, slots=True)
class RegionWords:
    """region_aliases.yaml; see the comments there."""

    generic: tuple[str, ...]
    chinese_endings: tuple[str, ...]
    direction_words: tuple[str, ...]
    letter_codes_in_addresses: tuple[str, ...]
    arabic_articles: tuple[str, ...]
    arabic_countries: tuple[str, ...]
    renamed: Mapping[str, str]
    city_only: Mapping[str, Mapping[str, str]]
    street_before: tuple[str, ...]
    street_after: tuple[str, ...]
    spellings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Region:
    """One ISO 3166-2 subdivision; `parent` is the code of the larger one it lies in, or empty."""

    code: str
    name: str
    parent: str


@cache
def region_words() -> RegionWords:
    """The hand-reviewed spellings."""
    return load_validated(package_file("places", "data", "region_aliases.yaml"), RegionWords)


@cache
def regions() -> Mapping[str, Region]:
    """Every subdivision by code, from pycountry (Debian iso-codes)."""
    import pycountry

    found = sorted(pycountry.subdivisions, key=lambda item: str(item.code))
    return {item.code: Region(item.code, item.name, item.parent_code or "") for item in found}


def region_name(code: str) -> str:
    """The name in ISO 3166-2, in the country's own language; an unknown code comes back as it is."""
    region = regions().get(current_code(code))
    return _BRACKETS.sub("", region.name) if region else code


def region_parent(code: str) -> str:
    """The region that a region lies in, or empty: `BD-18` (Gazipur) → `BD-C` (Dhaka)."""
    region = regions().get(current_code(code))
    return region.parent if region else ""


def current_code(code: str) -> str:
    """The code in force for one that ISO has replaced: `IN-CT` → `IN-CG`; others come back as they are."""
    return region_words().renamed.get(code, code)


def region_contains(outer: str, inner: str) -> bool:
    """Whether one region is the other or lies in it."""
    while inner and inner != outer:
        inner = region_parent(inner)
    return bool(inner)


def find_region(text: str, country: str) -> str:
    """ISO 3166-2 code of a region of `country` (alpha-2), by name or code; empty if unknown or not the only one.

    Accents, blanks and words like Province do not matter. Where a region and the larger region it lies in have
    one name (Dhaka), the larger is given: that is true of both. A full code needs no country.
    """
    code = current_code(text.strip().upper())
    if _CODE.fullmatch(code) and code in regions():
        return code if country in ("", code[:2]) else ""
    if not country:
        return ""
    plain = _BRACKETS.sub("", text).strip() or text
    return named_region(fold(plain).split(), country) or letter_code_region(text.strip(), country)


def letter_code_region(text: str, country: str) -> str:
    """`CA` for US-CA: letters only, because figures in such a cell are postcodes."""
    code = current_code(f"{country}-{text.upper()}")
    return code if _LETTER_CODE.fullmatch(text) and code in regions() else ""


def find_city_region(city: str, country: str) -> str:
    """The region of a city that bears its region's name (Istanbul, Dhaka), or empty."""
    plain = fold(city)
    only = region_words().city_only.get(country, {})
    return only[plain] if plain in only else named_region(plain.split(), country)


def named_region(words: list[str], country: str) -> str:
    """The region that folded words name; first as written, for Kyiv is a city and Kyiv Oblast lies around it."""
    if not words:
        return ""
    exact, loose = region_spellings(country)
    return exact.get(join_words(words), "") or loose.get(_loose_key(words, country), "")


def _loose_key(words: list[str], country: str) -> str:
    """Without generic words and, in Arab countries, articles."""
    kept = [word for word in words if word not in _dropped(country)]
    key = join_words(kept or words)
    ending = next((end for end in region_words().chinese_endings if key.endswith(end)), "")
    return key.removesuffix(ending) or key


@cache
def _dropped(country: str) -> frozenset[str]:
    words = region_words()
    generic = frozenset(fold(word) for word in words.generic)
    return generic | frozenset(words.arabic_articles) if country in words.arabic_countries else generic


def generic_words() -> frozenset[str]:
    """Folded words such as `province`, `oblast`."""
    return _dropped("")


@cache
def region_spellings(country: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Look-up key → code for one country: as written, and without generic words.

    Names that two regions share, neither holding the other, are left out. A reviewed spelling wins as written.
    """
    names = [(name, item.code) for item in _regions_by_country().get(country, ()) for name in _names(item.name)]
    reviewed = region_words().spellings.items()
    aliases = [(text, code) for code, texts in reviewed if code.startswith(f"{country}-") for text in texts]
    exact = _settled((join_words(fold(name).split()), code) for name, code in names)
    loose = _settled((_loose_key(fold(name).split(), country), code) for name, code in names)
    for text, code in aliases:
        exact[join_words(fold(text).split())] = code
        loose.setdefault(_loose_key(fold(text).split(), country), code)
    return exact, loose


@cache
def _region_heads(country: str) -> frozenset[str]:
    """How the look-up keys of a country begin: their first one, two and three letters."""
    return frozenset(key[:length] for names in region_spellings(country) for key in names for length in (1, 2, 3))


def may_begin_region(word: str, country: str) -> bool:
    """Whether a region's name may begin with a folded word; a quick test before any look-up."""
    return join_words([word])[:3] in _region_heads(country) or word in _dropped(country)


@cache
def _regions_by_country() -> Mapping[str, Sequence[Region]]:
    found: dict[str, list[Region]] = {}
    for region in regions().values():
        found.setdefault(region.code[:2], []).append(region)
    return found


def _names(name: str) -> Iterator[str]:
    """`Bristol, City of`, `A Coruña [La Coruña]`, `Altay, Respublika` in the ways people write them."""
    plain = _BRACKETS.sub("", name)
    yield plain
    head, comma, tail = plain.partition(",")
    if comma:
        yield f"{tail} {head}"
        yield head


def _settled(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for key, code in pairs:
        found.setdefault(key, []).append(code)
    outermost = {key: common_region(codes, outer=True) for key, codes in found.items()}
    return {key: code for key, code in outermost.items() if code}


def common_region(codes: Iterable[str], *, outer: bool = False) -> str:
    """One region for several: the innermost if each holds the next (`outer`: the outermost), else empty."""
    once = list(dict.fromkeys(codes))
    for code in once:
        if all(region_contains(code, other) if outer else region_contains(other, code) for other in once):
            return code
    return ""
