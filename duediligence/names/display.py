"""A name in capitals as people write it: `HETIAN TAIDA APPAREL CO LTD` → `Hetian Taida Apparel Co Ltd`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from duediligence.resources import load_validated, package_file

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHE = re.compile(r"(['’])")
_VOWEL = re.compile("[AEIOUYÀ-ÆÈ-ÏÒ-ØÙ-Ýİ]|[^\x00-\u024f]")
_LONGEST_ACRONYM = 3
_LEAST_AFTER_APOSTROPHE = 3


@dataclass(frozen=True, slots=True)
class DisplayWords:
    """display.yaml; see the comments there."""

    written: tuple[str, ...]
    at_the_ends: tuple[str, ...]
    small: tuple[str, ...]


def display_name(name: str) -> str:
    """The name for people to read. One that has a small letter, or letters of a script without cases, stays as it is.

    Words without vowels of up to three letters stay capitals (`BMW`), as do words with figures.
    """
    if name != name.upper() or name == name.lower():
        return name
    found = list(_WORD.finditer(name))
    words = [match[0] for match in found]
    pieces: list[str] = []
    end = 0
    for position, match in enumerate(found):
        pieces += [name[end : match.start()], _shown(words, position)]
        end = match.end()
    return "".join((*pieces, name[end:]))


def _shown(words: Sequence[str], position: int) -> str:
    word, usual = words[position], _usual()
    if word in usual.written:
        return usual.written[word]
    at_an_end = not position or all(other in usual.legal for other in words[position + 1 :])
    if at_an_end and word in usual.ends:
        return usual.ends[word]
    if position and word in usual.small:
        return word.lower()
    acronym = len(word) <= _LONGEST_ACRONYM and not _VOWEL.search(word)
    return word if acronym or any(map(str.isdigit, word)) else _capitalised(word)


def _capitalised(word: str) -> str:
    """`O'BRIEN` → `O'Brien`, `MAKER'S` → `Maker's`."""
    parts = _APOSTROPHE.split(word)
    return "".join(
        _small(part) if position and len(part) < _LEAST_AFTER_APOSTROPHE else part[0] + _small(part[1:])
        for position, part in enumerate(parts)
    )


def _small(text: str) -> str:
    return text.lower().replace("i̇", "i")  # Python keeps the dot of İ as a mark of its own


@dataclass(frozen=True, slots=True)
class _Usual:
    """The words of display.yaml by their capitals."""

    written: Mapping[str, str]
    ends: Mapping[str, str]
    small: frozenset[str]
    legal: frozenset[str]


@cache
def _usual() -> _Usual:
    words = load_validated(package_file("names", "data", "display.yaml"), DisplayWords)
    written = {word.upper(): word for word in words.written}
    ends = {word.upper(): word for word in words.at_the_ends}
    small = frozenset(word.upper() for word in words.small)
    return _Usual(written, ends, small, frozenset((*written, *ends, "CO", "DE")))
