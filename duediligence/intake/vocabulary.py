"""What a header means: its words against data/columns.yaml, first exactly, then nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from duediligence.places.folding import fold
from duediligence.resources import load_validated, package_file

_PARENTHESES = re.compile(r"[(\[（].*?[)\]）]")
_PARTS = re.compile(r"[/|\n;:]|\s[-–—]\s")
_PERCENT = re.compile(r"%|\b(?:percentage|percent|pct|per cent)\b(?:\s+of\b)?", re.IGNORECASE)
# Below this likeness (0..1) a header that is not a synonym is left alone; measured on the headers in the tests, where
# `Suplier Name` (0.96) must be found and `Contact Name` beside `Company Name` (0.75) must not.
_LEAST_LIKENESS = 0.88
_SHORTEST_TYPO = 5
_PART_CONFIDENCE = 0.95
_VAGUE_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """columns.yaml; see the comments there."""

    fields: Mapping[str, tuple[str, ...]]
    identifiers: Mapping[str, tuple[str, ...]]
    vague: tuple[str, ...]
    kept: Mapping[str, tuple[str, ...]]


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
    found = {header_key(text): (field, "") for field, texts in words.fields.items() for text in texts}
    found |= {header_key(text): (IDENTIFIERS, kind) for kind, texts in words.identifiers.items() for text in texts}
    return found | {header_key(text): (KEPT, kind) for kind, texts in words.kept.items() for text in texts}


@cache
def _vague() -> frozenset[str]:
    return frozenset(map(header_key, column_words().vague))


@lru_cache(maxsize=4096)
def meaning_of(header: str) -> Meaning:
    """The field that a header means, with how surely (0..1) and why; `NOTHING` if its words are not known."""
    for variant, confidence, how in _variants(header):
        found = synonyms().get(header_key(variant))
        if found:
            sure = min(confidence, _VAGUE_CONFIDENCE) if header_key(variant) in _vague() else confidence
            return Meaning(*found, sure, f"header “{_one_line(header)}”{how}")
    return _nearly(header)


def _variants(header: str) -> Iterator[tuple[str, float, str]]:
    """The header as written, without what is in brackets, what is in brackets, and the parts of a bilingual header."""
    yield header, 1.0, ""
    plain = _PARENTHESES.sub(" ", header)
    yield plain, 1.0, ""
    for part in _PARTS.split(plain):
        yield part, _PART_CONFIDENCE, f", by its part “{part.strip()}”"
    for inner in _PARENTHESES.findall(header):
        yield inner, _PART_CONFIDENCE, f", by its part “{inner.strip()}”"


def _nearly(header: str) -> Meaning:
    from rapidfuzz import fuzz, process

    key = header_key(_PARENTHESES.sub(" ", header))
    if len(key) < _SHORTEST_TYPO:
        return NOTHING
    near = process.extractOne(key, list(synonyms()), scorer=fuzz.ratio, score_cutoff=100 * _LEAST_LIKENESS)
    if not near:
        return NOTHING
    field, kind = synonyms()[near[0]]
    return Meaning(field, kind, round(near[1] / 100, 2), f"header “{_one_line(header)}” is nearly “{near[0]}”")


def _one_line(text: str) -> str:
    return " ".join(text.split())
