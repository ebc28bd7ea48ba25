"""The ways to read one header: as written, split into words, without brackets, units and years, and by its parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from duediligence.places.normalize import fold

_BRACKETS = re.compile(r"[(\[（【].*?[)\]）】]")
_PARTS = re.compile(r"[/|\n;:]|\s[-–—]\s")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_YEAR = re.compile(r"\b(?:FY\s?)?(?:19|20)\d\d(?:\s?[-/–]\s?(?:19|20)?\d\d)?\b|\bFY\s?\d\d\b", re.IGNORECASE)
_IN_PERCENT = re.compile(r"\b(?:in|en|em|в)\s*%\s*$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_NUMBER_BEHIND = re.compile(r"(?<=[^\W\d])[\s._#-]*\d{1,2}\s*$")
_OTHER_SCRIPT = re.compile(r"[^\x00-\u036f\u1e00-\u1eff]+(?:\s+[^\x00-\u036f\u1e00-\u1eff]+)*")
_LATIN = re.compile("[A-Za-z]{2}")
_PART = 0.95
# A number behind a word may as well be a name (`Factory 3`): below what makes a header by itself.
_NUMBERED = 0.85


def variants(header: str, units: Collection[str]) -> Iterator[tuple[str, float, str]]:
    """Each way to read a header, with how surely (0..1) and a note for the reason; `units` are folded words."""
    yield header, 1.0, ""
    words = split_words(header)
    plain = without_brackets(words)
    yield words, 1.0, ""
    yield plain, 1.0, ""
    bare = _without_units(_IN_PERCENT.sub("", _YEAR.sub(" ", plain)), units)
    if bare != plain:
        yield bare, _PART, ", without its unit or year"
    for part in (*_PARTS.split(plain), *_by_script(plain), *_BRACKETS.findall(words)):
        yield part, _PART, f", by its part “{part.strip()}”"
    yield _NUMBER_BEHIND.sub("", _NUMBER_BEFORE.sub("", bare)), _NUMBERED, ", without its number"


def without_brackets(header: str) -> str:
    """`Spend (USD)` → `Spend`."""
    return _BRACKETS.sub(" ", header)


def split_words(header: str) -> str:
    """`vendorName` → `vendor Name`; a header that has blanks stays as it is."""
    return header if " " in header.strip() else _CAMEL.sub(" ", header)


def _without_units(header: str, units: Collection[str]) -> str:
    """Without units and currencies at either end: `Annual spend in kEUR` → `Annual spend`."""
    words = header.split()
    while words and _is_unit(words[-1], units):
        words.pop()
    while words and _is_unit(words[0], units):
        words.pop(0)
    return " ".join(words) if len(words) < len(header.split()) else header


def _is_unit(word: str, units: Collection[str]) -> bool:
    return "%" not in word and "#" not in word and fold(word) in units


def _by_script(header: str) -> Iterator[str]:
    """`供应商名称Supplier name` → 供应商名称, Supplier name."""
    others = _OTHER_SCRIPT.findall(header)
    if others and _LATIN.search(header):
        yield from others
        yield _OTHER_SCRIPT.sub(" ", header)
