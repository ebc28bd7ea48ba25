"""What a header means: its words against data/columns.yaml, first exactly, then nearly."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from duediligence.places import fold
from duediligence.resources import load_validated, package_file

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


_PERCENT = re.compile(r"%|\b(?:percentage|percent|pct|per cent)\b(?:\s+of\b)?", re.IGNORECASE)
# Below this likeness (0..1) a header that is not a synonym is left alone; measured on the headers in the tests, where
# `Suplier Name` (0.96) must be found and `Contact Name` beside `Company Name` (0.75) must not.
_LEAST_LIKENESS = 0.88
_SHORTEST_TYPO = 5
_VAGUE_CONFIDENCE = 0.9
_FILLER_NUMBER = re.compile(r" ?\d{1,3}(?: level \d+)?$")


ByLanguage = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """columns.yaml; see the comments there."""

    fields: Mapping[str, ByLanguage]
    identifiers: Mapping[str, ByLanguage]
    vague: tuple[str, ...]
    units: tuple[str, ...]
    filler: tuple[str, ...]
    kept: Mapping[str, ByLanguage]


@dataclass(frozen=True, slots=True)
class CellWords:
    """words.yaml; see the comments there."""

    organisation: tuple[str, ...]
    person: tuple[str, ...]
    agency: tuple[str, ...]
    supplier: tuple[str, ...]
    total: tuple[str, ...]
    total_of: tuple[str, ...]
    note: tuple[str, ...]
    alias_markers: tuple[str, ...]
    bracket_markers: tuple[str, ...]
    no_fee: tuple[str, ...]
    no_value: tuple[str, ...]
    isic_divisions: Mapping[str, tuple[int, int]]
    months: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header was taken for; `field` is empty if nothing. `kind` is an identifier's kind, or what is kept."""

    field: str = ""
    kind: str = ""
    confidence: float = 0.0
    reason: str = "the header is not known"


NOTHING = Meaning()
IDENTIFIERS = "identifiers"
KEPT = "kept"


@cache
def column_words() -> ColumnWords:
    """The headers."""
    return load_validated(package_file("intake", "data", "columns.yaml"), ColumnWords)


@cache
def cell_words() -> CellWords:
    """The words of cells."""
    return load_validated(package_file("intake", "data", "words.yaml"), CellWords)


def header_key(header: str) -> str:
    """A header's words for comparison: `% of Migrant Workers` → `percent migrant workers`, `#` → `no`."""
    return fold(_PERCENT.sub(" percent ", header).replace("#", " no "))


def says_percent(header: str) -> bool:
    """Whether the header itself says that its numbers are percentages."""
    return bool(_PERCENT.search(header))


@cache
def synonyms() -> Mapping[str, tuple[str, str]]:
    """Header key → (field, kind)."""
    words = column_words()
    found = {header_key(text): (field, "") for field, texts in words.fields.items() for text in _all(texts)}
    found |= {
        header_key(text): (IDENTIFIERS, kind) for kind, texts in words.identifiers.items() for text in _all(texts)
    }
    return found | {header_key(text): (KEPT, kind) for kind, texts in words.kept.items() for text in _all(texts)}


def _all(texts: ByLanguage) -> Iterator[str]:
    return (text for group in texts.values() for text in group)


@cache
def _keys_like(length: int) -> tuple[str, ...]:
    """The keys so long that they can be like a header of this length; the rest need not be compared."""
    shorter, longer = length * _LEAST_LIKENESS / (2 - _LEAST_LIKENESS), length * (2 / _LEAST_LIKENESS - 1)
    return tuple(key for key in synonyms() if shorter <= len(key) <= longer)


@cache
def _vague() -> frozenset[str]:
    return frozenset(map(header_key, column_words().vague))


@cache
def _units() -> frozenset[str]:
    return frozenset(map(fold, column_words().units))


def is_filler(header: str) -> bool:
    """Whether a program made the header up where there was none: `Unnamed: 3`, `Column1`."""
    word = _FILLER_NUMBER.sub("", header_key(header))
    return bool(word) and word != header_key(header) and word in column_words().filler


@lru_cache(maxsize=65_536)
def meaning_of(header: str) -> Meaning:
    """The field that a header means, with how surely (0..1) and why; `NOTHING` if its words are not known."""
    if is_filler(header):
        return NOTHING
    for variant, confidence, how in variants(header, _units()):
        key = header_key(variant)
        found = synonyms().get(key)
        if found:
            sure = min(confidence, _VAGUE_CONFIDENCE) if key in _vague() else confidence
            return Meaning(*found, sure, f"header “{_one_line(header)}”{how}")
    return _nearly(header)


def _nearly(header: str) -> Meaning:
    from rapidfuzz import fuzz, process

    key = header_key(without_brackets(split_words(header)))
    if len(key) < _SHORTEST_TYPO:
        return NOTHING
    near = process.extractOne(key, _keys_like(len(key)), scorer=fuzz.ratio, score_cutoff=100 * _LEAST_LIKENESS)
    if not near:
        return NOTHING
    field, kind = synonyms()[near[0]]
    return Meaning(field, kind, round(near[1] / 100, 2), f"header “{_one_line(header)}” is nearly “{near[0]}”")


def _one_line(text: str) -> str:
    return " ".join(text.split())
