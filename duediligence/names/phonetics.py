"""One key for the usual spellings of one sound, so that a romanisation or a clerk's ear costs little."""

from __future__ import annotations

import re
from functools import lru_cache

# In this order: a later rule sees what an earlier one left.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|tch", "ch"),
        ("sch|sh", "s"),
        ("zh|dj|dzh", "j"),
        ("ph", "f"),
        ("ff$", "v"),
        ("kh|q|ck", "k"),
        ("gh", "g"),
        ("th", "t"),
        ("dh", "d"),
        ("ch", "C"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("z", "s"),
        ("h$", ""),
        ("y", "i"),
        ("ou|oo|ue|oe", "u"),
        ("ee|ei|ai|ie", "i"),
        ("o", "u"),
        ("e", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_CONSONANTS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|tch|ch", "C"),
        ("sch|sh", "s"),
        ("kh", "X"),
        ("gh", "g"),
        ("th|dh", "d"),
        ("t", "d"),
        ("ph", "f"),
        ("[qck]", "k"),
        ("x", "ks"),
        ("v", "f"),
        ("p", "b"),
        ("j", "g"),
        ("z", "s"),
        ("[aeiouwy`']", ""),
        (r"(.)\1+", r"\1"),
        ("h$", ""),
    )
)


@lru_cache(maxsize=1 << 17)
def sound_key(word: str) -> str:
    """How a romanised lower-case word sounds, roughly: `mohammed` and `muhamad` → `muhamad`; never empty."""
    return _rewrite(word, _SOUNDS) or word


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """The consonants of a romanised word, for scripts that leave vowels out: `khalid` and `khld` → `Xld`."""
    return _rewrite(word, _CONSONANTS) or word


def _rewrite(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, sound in rules:
        if pattern.search(word):
            word = pattern.sub(sound, word)
    return word
