"""Countries by code: names, alpha-2 and alpha-3, and every spelling that stands for one."""

from __future__ import annotations

import csv
import gettext
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from duediligence.places.normalize import fold, joined
from duediligence.resources import load_validated, package_file

# Languages of supplier files beyond the six of the United Nations, as pycountry names its translations.
_MORE_LANGUAGES = (
    *("bn", "cs", "de", "el", "fa", "fi", "he", "hi", "hu", "id", "it", "ja", "km", "ko", "ms", "my", "nl"),
    *("pl", "pt", "pt_BR", "ro", "sr", "sv", "th", "tr", "uk", "ur", "vi"),
)
_NAME_COLUMNS = ("name", "en", "fr", "es", "ru", "ar", "zh")

Spellings = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Country:
    """One row of countries.csv; `name` is the short English name that people are shown."""

    alpha2: str
    alpha3: str
    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryWords:
    """country_aliases.yaml; see the comments there."""

    aliases: Mapping[str, tuple[str, ...]]
    ambiguous: Mapping[str, tuple[str, ...]]
    not_stated: tuple[str, ...]
    demonyms: Mapping[str, tuple[str, ...]]
    also_elsewhere: Mapping[str, str]
    address_short: tuple[str, ...]
    address_tail: tuple[str, ...]
    not_after: tuple[str, ...]


@cache
def country_words() -> CountryWords:
    """The hand-reviewed spellings."""
    return load_validated(package_file("places", "data", "country_aliases.yaml"), CountryWords)


@cache
def countries() -> Mapping[str, Country]:
    """Every country by alpha-2, in alphabetical order of the code. Kosovo is XK."""
    path = package_file("places", "data", "countries.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["alpha2"]: _country(row) for row in csv.DictReader(stream)}


def _country(row: Mapping[str, str]) -> Country:
    names = tuple(name for column in _NAME_COLUMNS for name in row[column].split("|") if name)
    return Country(row["alpha2"], row["alpha3"], row["name"], names)


def country_name(code: str) -> str:
    """The short English name of an alpha-2 code: `CD` → `DR Congo`; an unknown code comes back as it is."""
    country = countries().get(code)
    return country.name if country else code


@cache
def _alpha2_by_alpha3() -> Mapping[str, str]:
    return {country.alpha3: country.alpha2 for country in countries().values()}


def alpha2(alpha3: str) -> str:
    """The alpha-2 code of an alpha-3 code, empty if there is none: `XKX` → `XK`."""
    return _alpha2_by_alpha3().get(alpha3.strip().upper(), "")


def country_of_code(code: str) -> str:
    """Alpha-2 of an alpha-2 or alpha-3 code from a field that holds codes only (there `NA` is Namibia); else empty."""
    code = code.strip().upper()
    return code if code in countries() else alpha2(code)


def spelling_key(text: str) -> str:
    """What a spelling is looked up by.

    Accents are kept in short words: `Mỹ` and `Áo` are Vietnamese names of countries, `MY` and `AO` codes of others.
    """
    key = joined(text)
    return (
        fold(text).replace(" ", "") if not key else key if len(key) > 3 or text.isascii() else text.strip().casefold()
    )


@cache
def spellings() -> Spellings:
    """Every reviewed spelling and every official name in the six languages; several codes where it is ambiguous."""
    words = country_words()
    found: Spellings = {spelling_key(text): codes for text, codes in words.ambiguous.items()}
    _add(found, ((text, code) for code, texts in words.aliases.items() for text in texts))
    _add(found, ((text, item.alpha2) for item in countries().values() for text in item.spellings))
    _add(found, ((text, code) for code, texts in words.demonyms.items() for text in texts))
    return found


@cache
def official_keys(code: str) -> frozenset[str]:
    """Keys of one country's own names, without reviewed spellings such as Dubai for AE."""
    country = countries().get(code)
    return frozenset(map(spelling_key, country.spellings)) if country else frozenset()


@cache
def translated_spellings() -> Spellings:
    """Names in further languages, from pycountry; looked at only when `spellings` knows nothing."""
    import pycountry

    found = dict(spellings())
    names = [(name, item.alpha_2) for item in pycountry.countries for name in _names(item)]
    # What several countries share in English (Congo) they share in every language.
    names = [(name, code) for name, code in names if len(spellings().get(spelling_key(name), ())) < 2]
    _add(found, names)
    folder = Path(pycountry.LOCALES_DIR)
    for language in _MORE_LANGUAGES:
        say = gettext.translation("iso3166-1", folder, [language], fallback=True).gettext
        _add(found, ((say(name), code) for name, code in names))
    return found


def _names(item: object) -> Iterator[str]:
    found = (getattr(item, field, None) for field in ("name", "official_name", "common_name"))
    return (name for name in found if isinstance(name, str))


def _add(found: Spellings, pairs: Iterable[tuple[str, str]]) -> None:
    for text, code in pairs:
        key = spelling_key(text)
        if key:
            found.setdefault(key, (code,))


@cache
def not_stated() -> frozenset[str]:
    """Keys of texts that say that no country is given."""
    return frozenset(spelling_key(text) for text in country_words().not_stated)
