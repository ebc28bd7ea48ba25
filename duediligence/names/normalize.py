"""Letters made comparable: one alphabet, one case, no accents, no dirt."""

from __future__ import annotations

import re
import unicodedata

_DIRT = re.compile("[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")
_MISREAD = re.compile("[ÃÂÐÑØÙ][\u0080-\u00bf\u0152-\u2122]")
_JOINERS = re.compile("['’‘`´ʻʼʿʾ′\"“”]")
_MESSRS = re.compile(r"^\W*(?:m\s?/\s?s|messrs)\b\.?", re.IGNORECASE)
_STATES = "new|old|neu|nuevo|deactivated|inactive|do not use|closed|liquidated|dissolved|(?:in |under )?liquidation"
_NOTE = re.compile(rf"\(\s*(?:{_STATES})\s*\)", re.IGNORECASE)
_CONSONANTAL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SYLLABLE = "[\u1100-\u11ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
_SYLLABIC = re.compile(SYLLABLE)
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=\\w{3})")
# Hebrew writes vowels with this letter as often as a consonant.
_VAV = "\u05d5"
_NOT_ASCII = re.compile("[^\x00-\x7f]")


def clean(text: str) -> str:
    """The text in one Unicode form, without invisible signs, `M/s`, notes such as `(new)`, with `&` and `+` as `and`.

    UTF-8 that was read as Windows-1252 is read again.
    """
    if _MISREAD.search(text):
        text = _read_again(text)
    plain = _DIRT.sub("", unicodedata.normalize("NFKC", text))
    plain = _NOTE.sub(" ", _MESSRS.sub(" ", plain))
    return " ".join(plain.replace("&", " and ").replace("+", " and ").split())


def is_consonantal(word: str) -> bool:
    """Whether the word is in a script that leaves its vowels out (Arabic, Hebrew and their kin)."""
    return bool(_CONSONANTAL.search(word))


def is_syllabic(word: str) -> bool:
    """Whether the word holds Chinese characters or Korean syllables."""
    return bool(_SYLLABIC.search(word))


def romanise(text: str) -> str:
    """One word in lower-case Latin letters. Arabic loses its article, which romanised names often leave out."""
    if not _NOT_ASCII.search(text):
        return _JOINERS.sub("", text).lower()
    from anyascii import anyascii

    bare = _ARTICLE.sub("", _JOINERS.sub("", text)).replace(_VAV, "w").casefold()
    return _JOINERS.sub("", anyascii(bare)).lower()


def _read_again(text: str) -> str:
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
