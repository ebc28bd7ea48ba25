"""Which script a text is written in, as its ISO 15924 code."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache

# How Unicode begins the names of a script's letters. Han, kana and Hangul are told apart; Japanese is Jpan.
_BY_LETTER_NAME = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "CJK": "Hani",
    "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "HANGUL": "Hang", "BENGALI": "Beng", "DEVANAGARI": "Deva",
    "THAI": "Thai", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "ETHIOPIC": "Ethi", "KHMER": "Khmr", "LAO": "Laoo",
    "MYANMAR": "Mymr", "SINHALA": "Sinh", "TAMIL": "Taml", "TELUGU": "Telu", "GUJARATI": "Gujr",
    "GURMUKHI": "Guru", "KANNADA": "Knda", "MALAYALAM": "Mlym", "TIBETAN": "Tibt", "MONGOLIAN": "Mong",
    "SYRIAC": "Syrc", "THAANA": "Thaa",
}  # fmt: skip


@lru_cache(maxsize=65_536)
def script_of(text: str) -> str:
    """The script of most of the letters, `Latn` on equality with another; empty for a text without letters."""
    if text.isascii():
        return "Latn" if any(letter.isalpha() for letter in text) else ""
    counted = Counter(script for letter in text if letter.isalpha() and (script := _of_letter(letter)))
    if counted["Jpan"]:
        counted["Jpan"] += counted.pop("Hani", 0)
    best = max(counted.values(), default=0)
    return min((script for script, number in counted.items() if number == best), key=_latin_first, default="")


def _latin_first(script: str) -> tuple[bool, str]:
    return script != "Latn", script


@cache
def _of_letter(letter: str) -> str:
    return _BY_LETTER_NAME.get(unicodedata.name(letter, "").split(" ", 1)[0].split("-", 1)[0], "Zyyy")
