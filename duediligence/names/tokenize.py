"""A cleaned name cut into romanised words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duediligence.names.normalize import SYLLABLE, clean, is_consonantal, is_syllabic, romanise

_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_BETWEEN = re.compile(r"[\s\-/\\|,;:._()\[\]{}!?*#@~=<>–—،。、·・]+")
# A Chinese character or Korean syllable by itself, or a run of anything else.
_SYLLABLES = re.compile(f"{SYLLABLE}|[^{SYLLABLE[1:-1]}]+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A romanised lower-case word and what stood in the text."""

    text: str
    written: str
    consonantal: bool


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a cleaned text in order; `S.A.` is one word, apostrophes do not cut, hyphens do."""
    whole = _ABBREVIATION.sub(lambda found: found[0].replace(".", ""), text)
    return tuple(word for piece in _BETWEEN.split(whole) for word in _pieces(piece))


def words_of(text: str) -> tuple[str, ...]:
    """The romanised lower-case words of any text."""
    return tuple(word.text for word in split_words(clean(text)))


def _pieces(piece: str) -> list[Word]:
    if piece.isascii() and piece.isalnum():
        return [Word(piece.lower(), piece, False)]
    if is_syllabic(piece):
        return [word for part in _SYLLABLES.findall(piece) for word in _romanised(part)]
    return _romanised(piece)


def _romanised(piece: str) -> list[Word]:
    texts = [text for text in _NOT_WORD.split(romanise(piece)) if text]
    consonantal = is_consonantal(piece)
    if len(texts) == 1:
        return [Word(texts[0], piece, consonantal)]
    return [Word(text, text, consonantal) for text in texts]
