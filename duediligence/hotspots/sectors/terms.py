"""The words of watchlists/sectors, made ready for look-up: terms, classification codes, titles."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from duediligence.places import fold
from duediligence.resources import data_file, load_validated


@dataclass(frozen=True, slots=True)
class Concept:
    """A sector or good: its ISIC Rev.4 codes and the DOL goods it names."""

    isic: tuple[str, ...]
    terms: Mapping[str, str]
    goods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptFile:
    """concepts.yaml; see the comments there."""

    edition: date
    head_first: tuple[str, ...]
    neutral: str
    stop_words: tuple[str, ...]
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One way to write a concept. `head_first`: in its language the first word says what a thing is."""

    words: tuple[str, ...]
    concept: Concept
    head_first: bool


@cache
def concept_file() -> ConceptFile:
    """The reviewed words."""
    return load_validated(data_file("watchlists", "sectors", "concepts.yaml"), ConceptFile)


@cache
def terms() -> Mapping[tuple[str, ...], tuple[Term, ...]]:
    """Every term by its folded words; one spelling may be a word of several languages."""
    found: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    for concept in concept_file().concepts:
        for language, texts in concept.terms.items():
            for text in texts.split(";"):
                words = words_of(text)
                found[words].append(Term(words, concept, language in concept_file().head_first))
    return {words: tuple(same) for words, same in found.items()}


@cache
def neutral_words() -> frozenset[str]:
    """Words that say nothing of the sector."""
    return frozenset(word for text in concept_file().neutral.split(";") for word in words_of(text))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, English plurals made singular; both sides of every comparison go through here."""
    return tuple(_singular(word) for word in fold(text).split())


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.isascii() or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


@cache
def isic_titles() -> Mapping[str, str]:
    """ISIC Rev.4 titles by code, divisions to classes."""
    with data_file("watchlists", "sectors", "isic_rev4.csv").open(encoding="utf-8", newline="") as stream:
        return {row["code"]: row["title"] for row in csv.DictReader(stream)}


@cache
def isic_by_title() -> Mapping[tuple[str, ...], str]:
    """ISIC Rev.4 codes by their title's words, the finest code winning."""
    return {words_of(title): code for code, title in sorted(isic_titles().items()) if code.isdigit()}
