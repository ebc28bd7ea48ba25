"""One text that should be a country → its code, or what it could be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from duediligence.places.countries import (
    country_name,
    country_of_code,
    not_stated,
    spelling_key,
    spellings,
    translated_spellings,
)
from duediligence.places.normalize import fold

_PARENTHESES = re.compile(r"^(?P<outer>[^()]+?)\s*[(\[（](?P<inner>[^()\[\]（）]+)[)\]）]\W*$")
_INVERTED = re.compile(r"^(?P<head>[^,]+),\s*(?P<tail>[^,]+)$")
_SEPARATORS = re.compile(r"\s*(?:[/|;\n]|\s[-–—]\s)\s*")
_LIST = re.compile(r"\s*[,&]\s*|\s+and\s+", re.IGNORECASE)
# A typo is read as a country only if one letter differs in a long name and no other country is nearly as close;
# otherwise it is shown as a suggestion. Chosen by the pairs Niger/Nigeria, Austria/Australia, Iran/Iraq.
_TYPO_LENGTH = 8
_TYPO_OTHERS = 3
_LEAST_NEAR = 4
_SUGGESTION_RATIO = 75.0

NOT_STATED = "no country is stated"
"""The reason of a reading of `n/a`, `unknown` and the like."""


@dataclass(frozen=True, slots=True)
class CountryReading:
    """What a text says about a country.

    `code` is alpha-2, or empty when unknown or ambiguous; `candidates` are the codes it could be when ambiguous;
    `suggestion` is the nearest country's name when the text looks like a typo (set beside `code` when the code was
    taken in spite of a typo); `reason` says in words how it was read.
    """

    code: str = ""
    candidates: tuple[str, ...] = ()
    suggestion: str = ""
    reason: str = ""

    @property
    def known(self) -> bool:
        """Whether the text settles the country."""
        return bool(self.code)


@lru_cache(maxsize=65_536)
def find_country(text: str) -> CountryReading:
    """Read a country's name or code, however spelled. Never raises; the same text gives the same reading."""
    return _written(text.strip()) or _nearest(spelling_key(text.strip()))


def is_country(text: str) -> bool:
    """Whether the text is a country's name or code without any misspelling."""
    reading = _written(text.strip())
    return bool(reading and reading.code and not reading.suggestion)


def _written(text: str) -> CountryReading | None:
    """What the text says as it stands."""
    key = spelling_key(text)
    if text == "NA":
        return CountryReading(candidates=("NA",), reason="could be Namibia's code or no value at all")
    if not key or key in not_stated():
        return CountryReading(reason=NOT_STATED)
    return _as_written(text) or _rearranged(text)


def _as_written(text: str) -> CountryReading | None:
    codes = _codes(text)
    if not codes:
        return None
    if len(codes) == 1:
        return CountryReading(codes[0], reason="the country's name or code")
    return CountryReading(candidates=codes, reason="could be " + " or ".join(map(country_name, codes)))


def _codes(text: str) -> tuple[str, ...]:
    """The codes that a whole text stands for, without any rearranging."""
    key = spelling_key(text)
    code = fold(text).replace(" ", "").upper() if text.isascii() else ""
    known = spellings().get(key) or tuple(filter(None, (country_of_code(code),)))
    return known or translated_spellings().get(key, ())


def _rearranged(text: str) -> CountryReading | None:
    """`Korea, North`, `Korea (Republic of)`, `Egypt (previous)`, `Sudan / Soudan`, `United Kingdom - UK`."""
    inverted = _INVERTED.match(text)
    if inverted and (found := _as_written(f"{inverted['tail']} {inverted['head']}")):
        return found
    bracketed = _PARENTHESES.match(text)
    if bracketed:
        return _bracketed(bracketed["outer"], bracketed["inner"])
    parts = [part for part in _SEPARATORS.split(text) if part]
    return _agreed([find_country(part) for part in parts]) if len(parts) > 1 else _listed(text)


def _listed(text: str) -> CountryReading | None:
    """`China, Vietnam` names two; `Dhaka, Bangladesh` ends with one."""
    parts = [_as_written(part) or CountryReading() for part in _LIST.split(text)]
    codes = {part.code for part in parts if part.code}
    if len(codes) > 1:
        return _agreed([part for part in parts if part.code])
    return parts[-1] if codes and parts[-1].code else None


def _bracketed(outer: str, inner: str) -> CountryReading | None:
    whole = _as_written(f"{inner} {outer}") or _as_written(f"{outer} {inner}")
    if whole:
        return whole
    outside, inside = find_country(outer), _as_written(inner) or CountryReading()
    if outside.code and not inside.code:
        return outside
    if inside.code and (not (outside.code or outside.candidates) or inside.code in outside.candidates):
        return inside
    return _agreed([outside, inside])


def _agreed(readings: list[CountryReading]) -> CountryReading | None:
    """One reading of several parts: the same country, or every country they name as candidates."""
    named = [reading for reading in readings if reading.code or reading.candidates]
    codes = tuple(sorted({code for reading in named for code in (reading.candidates or (reading.code,))}))
    if not codes:
        return None
    if len(codes) == 1 and len(named) == len(readings):
        return named[0]
    return CountryReading(candidates=codes, reason="names " + " and ".join(map(country_name, codes)))


def _nearest(key: str) -> CountryReading:
    """The country whose name is written most like the key, as a suggestion."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    wanted = list(spellings()) if len(key) >= _LEAST_NEAR else []
    near = process.extract(key, wanted, scorer=fuzz.ratio, limit=8, score_cutoff=_SUGGESTION_RATIO)
    if not near:
        return CountryReading(reason="not the name or code of a country")
    codes = spellings()[near[0][0]]
    if len(codes) > 1:
        return CountryReading(candidates=codes, reason="looks like a name that several countries share")
    name = country_name(codes[0])
    others = [text for text, _, _ in near if spellings()[text] != codes]
    alone = all(OSA.distance(key, other) > _TYPO_OTHERS for other in others)
    if len(key) >= _TYPO_LENGTH and alone and OSA.distance(key, near[0][0]) == 1:
        return CountryReading(codes[0], suggestion=name, reason=f"read as {name}: one letter differs")
    return CountryReading(suggestion=name, reason=f"looks like {name}")
