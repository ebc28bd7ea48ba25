"""Place names made comparable: one spelling for what differs only in case, accents, punctuation and joining."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"})
_APOSTROPHES = re.compile("['’‘`´ʻʼʿʾ′]")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "rep": "republic", "dem": "democratic", "isl": "islands"}
_NOT_WORDS = re.compile("(?:[^\\w\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]|_)+")
_ASCII_WORDS = re.compile("[a-z0-9]+")
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")


def fold(text: str) -> str:
    """Lower-case words of letters and digits, one blank between: accents gone, apostrophes closed up, all else split.

    Marks of the scripts of South and South-East Asia stay, because they are vowels there and not accents.
    """
    if text.isascii():  # the usual case, five times as fast
        return " ".join(_ASCII_WORDS.findall(text.lower().replace("'", "").replace("`", "")))
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold()
    plain = _MARKS.sub("", plain).translate(_LETTERS)
    return " ".join(_NOT_WORDS.split(unicodedata.normalize("NFC", plain))).strip()


def joined(text: str) -> str:
    """The folded text without blanks, articles and joining words: `Bosnia & Herzegovina` → `bosniaherzegovina`."""
    return join_words(fold(text).split())


def join_words(words: list[str]) -> str:
    """Folded words as one key; abbreviations opened (`st` → `saint`)."""
    return "".join(_ABBREVIATIONS.get(word, word) for word in words if word not in {"the", "and"})
