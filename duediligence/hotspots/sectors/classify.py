"""Free text for a sector or goods → ISIC Rev.4. A wrong reading is worse than none: in doubt it stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from duediligence.hotspots.sectors.codes import read_code
from duediligence.hotspots.sectors.terms import (
    Concept,
    Term,
    concept_file,
    isic_by_title,
    isic_titles,
    neutral_words,
    terms,
    words_of,
)
from duediligence.model import SectorReading

# A list, a slash or a joining word parts a text into things that are each read alone.
_PARTS = re.compile(r"[;,/|&+\n•]|\s(?:and|et|und|ve|dan|e|y)\s|\s[–-]\s|、|，")
_NOT_SPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_EXACT, _AT_HEAD, _MISSPELT, _INSIDE = 1.0, 0.9, 0.75, 0.85
_LEAST_SIMILAR = 84
_SHORTEST_MISSPELT = 5


@lru_cache(maxsize=100_000)
def read_sector(text: str) -> SectorReading:
    """What a sector or goods text means; `isic` is empty and `reason` says so where it is not understood."""
    coded = read_code(text)
    if coded:
        return coded
    whole = _read_words(words_of(text))
    parts = [whole] if whole else [found for part in _PARTS.split(text) if (found := _read_part(part))]
    if not parts:
        return SectorReading(text, (), "", 0.0, "no word of it was recognised as a sector or good")
    return _reading(text, parts)


_Found = tuple[tuple[Concept, ...], float, str]
"""The concepts, how surely, and the term that was recognised."""


def _reading(text: str, parts: Sequence[_Found]) -> SectorReading:
    concepts = [concept for found, _, _ in parts for concept in found]
    isic = tuple(dict.fromkeys(code for concept in concepts for code in concept.isic))
    return SectorReading(
        text=text,
        isic=isic,
        label=isic_titles().get(isic[0], ""),
        confidence=min(confidence for _, confidence, _ in parts),
        reason="; ".join(dict.fromkeys(f"“{term}”" for _, _, term in parts)),
        goods=tuple(dict.fromkeys(good for concept in concepts for good in concept.goods)),
    )


def _read_part(part: str) -> _Found | None:
    words = words_of(part)
    if not words:
        return None
    found = _read_words(words) or _read_head(_before_stop(words))
    if found is None and _NOT_SPACED.search(part):
        found = _read_inside(words)
    return found or _read_misspelt(_before_stop(words))


def _read_words(words: tuple[str, ...]) -> _Found | None:
    """The whole text is a term, or the title of an ISIC code."""
    found = terms().get(words)
    if found:
        return _concepts(found), _EXACT, " ".join(words)
    code = isic_by_title().get(words)
    return ((Concept((code,), {}),), _EXACT, " ".join(words)) if code else None


def _concepts(found: Sequence[Term]) -> tuple[Concept, ...]:
    unique: list[Concept] = []
    for term in found:
        if term.concept not in unique:
            unique.append(term.concept)
    return tuple(unique)


def _before_stop(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to one that only says for whom or with what."""
    for stop in map(words_of, concept_file().stop_words):
        for place in range(1, len(words)):
            if words[place : place + len(stop)] == stop:
                words = words[:place]
                break
    return words


def _read_head(words: tuple[str, ...]) -> _Found | None:
    """The longest term that stands where its language puts what a thing is: last, or first."""
    core = _without_neutral(words)
    candidates = [*_terms_at(core, last=True), *_terms_at(core, last=False)]
    best = max(candidates, key=lambda term: len(term.words), default=None)
    if best is None:
        return None
    same = [term for term in candidates if term.words == best.words]
    return _concepts(same), _EXACT if core == best.words else _AT_HEAD, " ".join(best.words)


def _without_neutral(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those at either end that say nothing of the sector; all of them if nothing else is left."""
    start, end = 0, len(words)
    while start < end and words[start] in neutral_words():
        start += 1
    while end > start and words[end - 1] in neutral_words():
        end -= 1
    return words[start:end]


def _terms_at(core: tuple[str, ...], *, last: bool) -> Iterator[Term]:
    for length in range(len(core), 0, -1):
        words = core[-length:] if last else core[:length]
        for term in terms().get(words, ()):
            if len(core) == length or term.head_first is not last:
                yield term


def _read_inside(words: tuple[str, ...]) -> _Found | None:
    """In scripts without blanks: the longest term that the text holds."""
    text = "".join(words)
    held = [term for term in _unspaced_terms() if "".join(term.words) in text]
    best = max(held, key=lambda term: (len("".join(term.words)), term.words), default=None)
    return (_concepts(terms()[best.words]), _INSIDE, "".join(best.words)) if best else None


@cache
def _unspaced_terms() -> tuple[Term, ...]:
    return tuple(same[0] for words, same in terms().items() if _NOT_SPACED.search("".join(words)))


def _read_misspelt(words: tuple[str, ...]) -> _Found | None:
    """A term that the words misspell by a letter or two; only when nothing else is alike."""
    from rapidfuzz import fuzz, process

    text = " ".join(_without_neutral(words))
    if len(text) < _SHORTEST_MISSPELT or any(char.isdigit() for char in text):
        return None
    near = process.extract(text, _spaced_texts(), scorer=fuzz.ratio, score_cutoff=_LEAST_SIMILAR, limit=4)
    if not near:
        return None
    concepts = _concepts([term for found, _, _ in near for term in terms()[tuple(found.split())]])
    divisions = {code[:2] for concept in concepts for code in concept.isic}
    best = near[0][0]
    if len(divisions) > 1 and len(near) > 1 and near[0][1] - near[1][1] < 1:
        return None
    return _concepts(terms()[tuple(best.split())]), _MISSPELT, best


@cache
def _spaced_texts() -> tuple[str, ...]:
    return tuple(" ".join(words) for words in terms() if len(" ".join(words)) >= _SHORTEST_MISSPELT)
