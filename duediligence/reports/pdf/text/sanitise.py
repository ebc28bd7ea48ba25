"""Text made fit to be shown: no invisible trickery, no letter without a font, no endless name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from duediligence.errors import Code
from duediligence.model import AuditReport, CellRef, Problem, Severity
from duediligence.reports.pdf.text.fonts import font_of

SHOWN_LETTERS = 600
"""A longer text is cut for display; audit.xlsx has it whole."""

JOINERS = "\u200c\u200d"

# Controls, direction overrides and marks, blanks of no width, variation selectors, lone surrogates: they show
# nothing of their own, and some of them change how the letters around them are read.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BLANKS = re.compile(r"[ \t\n\v\f\r\u0085\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


def clean(text: str) -> str:
    """The text in composed form, on one line, without characters that only steer its display."""
    if text.isascii() and text.isprintable():
        return text
    return _INVISIBLE.sub("", _BLANKS.sub(" ", unicodedata.normalize("NFC", text)))


def cut(text: str, most: int = SHOWN_LETTERS) -> str:
    """At most `most` letters, and a word on what was cut off."""
    if len(text) <= most:
        return text
    return f"{text[:most]}… (cut here; {len(text):,} letters in all)"


@lru_cache(maxsize=20_000)
def shown(text: str) -> str:
    """The text as the report shows it: letters that no font has are romanised, in brackets."""
    text = cut(clean(text))
    if text.isascii() or not lacking(text):
        return text
    return "".join(_romanised(run) if missing else run for missing, run in _runs(text))


def lacking(text: str) -> bool:
    """Whether a letter of the cleaned text is in none of the fonts."""
    return any(not font_of(letter) for letter in set(text))


def _runs(text: str) -> list[tuple[bool, str]]:
    """Stretches with and without a font; blanks and marks between letters without a font go with them."""
    runs: list[tuple[bool, str]] = []
    for letter in text:
        missing = not font_of(letter) or (_is_mark(letter) and bool(runs) and runs[-1][0])
        if runs and runs[-1][0] == missing:
            runs[-1] = (missing, runs[-1][1] + letter)
        elif missing and len(runs) > 1 and runs[-1][1].isspace():
            blank = runs.pop()[1]
            runs[-1] = (True, runs[-1][1] + blank + letter)
        else:
            runs.append((missing, letter))
    return runs


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M") or letter in JOINERS


def _romanised(run: str) -> str:
    from anyascii import anyascii

    latin = " ".join(anyascii(run).split())
    return f"[{latin}]" if latin else "[" + " ".join(f"U+{ord(letter):04X}" for letter in run) + "]"


def letter_problems(report: AuditReport) -> tuple[Problem, ...]:
    """A note for each name that is shown romanised: where it stands, and the name."""
    noted: dict[str, Problem] = {}
    for where, text in _names(report):
        if text not in noted and lacking(clean(text)):
            noted[text] = Problem(Code.LETTERS_WITHOUT_FONT, Severity.NOTE, where, text)
    return tuple(noted.values())


def _names(report: AuditReport) -> Iterator[tuple[CellRef | None, str]]:
    for party in report.parties:
        yield party.origin, party.name
        yield from _at(party.cell("other_names"), party.other_names)
        yield from _at(party.cell("owners"), party.owners)
    for match in report.matches:
        yield from _at(None, (match.list_name, match.matched_name))


def _at(where: CellRef | None, texts: Iterable[str]) -> Iterator[tuple[CellRef | None, str]]:
    return ((where, text) for text in texts)
