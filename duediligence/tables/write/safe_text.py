"""Text made harmless for whoever opens our files in a spreadsheet program."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n?")
_REMOVED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters; marks that reorder the text around them, so that it reads as what it is not (Unicode Technical
Report 36, 3.3); code points that no XML file can hold."""

_FORMULA = re.compile("[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]|[\t\n]")
"""What makes a spreadsheet program compute (OWASP, CSV Injection), also behind characters that it skips."""


_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def reorders(text: str) -> bool:
    """Whether the text holds marks that reorder the letters around them."""
    return not text.isascii() and bool(_REORDERING.search(text))


def spelled_out(text: str) -> str:
    """The text with such marks made visible: `Alder [U+202E]dtL`."""
    return _REORDERING.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", text)


def inert(text: str) -> str:
    """The text, never a formula: with a leading `'` where it could start one, without control characters.

    Line breaks become LF. Left-to-right and right-to-left marks stay: Arabic and Hebrew names need them.
    """
    if text.isalnum():
        return text
    clean = _REMOVED.sub("", _BREAKS.sub("\n", text))
    return f"'{clean}" if _FORMULA.match(clean) else clean
