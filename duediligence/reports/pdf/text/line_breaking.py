"""Text broken into lines of a given width, each line a row of runs ready to draw."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from duediligence.reports.document.blocks import NEW_LINE, Span, Text
from duediligence.reports.pdf.text.bidi_runs import Run, base_direction, fonts_of, visual_runs
from duediligence.reports.pdf.text.sanitise import JOINERS, shown
from duediligence.reports.pdf.text.shaping import Setting, Typesetter

# A line may end after a blank, after a hyphen or slash that follows a word of some length (not inside `OFAC-SDN`),
# after a sign that joins words in addresses, and beside every Han or kana letter.
_HAN = "\u2e80-\u303e\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_AFTER = r"(?<=[^\W\d_]{5}[-/])(?=[^ \d])|(?<=[@;_])"
_TOKENS = re.compile(rf" +|[{_HAN}][。、，．：；！？）」』】〉》]*|[^ {_HAN}]+?(?:{_AFTER}|(?=[ {_HAN}]|$))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line, set, with the span it belongs to and the letters a reader would copy."""

    setting: Setting
    span: Span
    text: str


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Styled:
    """A text made fit to be shown: its letters, and for each the index of its span and its font."""

    text: str
    spans: Text
    styles: list[int]
    fonts: list[str]
    base: str

    @property
    def bold(self) -> list[int]:
        """The spans set in bold."""
        return [index for index, span in enumerate(self.spans) if span.strong]

    def runs(self, start: int, end: int) -> list[Run]:
        """The runs of one stretch, from left to right."""
        part = slice(start, end)
        return visual_runs(self.text[part], self.fonts[part], self.styles[part], self.bold, self.base)


def styled(text: Text) -> Styled:
    """The spans as one text."""
    parts = [shown(span.text) for span in text]
    whole = "".join(parts)
    styles = [index for index, part in enumerate(parts) for _ in part]
    return Styled(whole, text, styles, fonts_of(whole), "L" if whole.isascii() else base_direction(whole))


def line_width(line: Line, size: float) -> float:
    """The width of a line in points."""
    return sum(piece.setting.width for piece in line) * size


def break_lines(typesetter: Typesetter, text: Text, size: float, width: float) -> list[Line]:
    """The lines of a text no wider than `width` points; an empty text has one empty line."""
    if NEW_LINE in text:
        at = text.index(NEW_LINE)
        parts = (text[:at], text[at + 1 :])
        return [line for part in parts for line in break_lines(typesetter, part, size, width)]
    source = styled(text)
    most = width / size
    whole = _line(typesetter, source, 0, len(source.text))
    if line_width(whole, 1) <= most:
        return [whole]
    return [_line(typesetter, source, start, end) for start, end in _breaks(typesetter, source, most)]


def _line(typesetter: Typesetter, source: Styled, start: int, end: int) -> Line:
    runs = source.runs(start, end)
    return tuple(Piece(typesetter.set(run), source.spans[run.style], run.text) for run in runs)


def _width(typesetter: Typesetter, source: Styled, start: int, end: int) -> float:
    return sum(typesetter.set(run).width for run in source.runs(start, end))


def _breaks(typesetter: Typesetter, source: Styled, most: float) -> list[tuple[int, int]]:
    """Where each line starts and ends, blanks at its end left out."""
    lines: list[tuple[int, int]] = []
    start, filled = 0, 0.0
    for token in _TOKENS.finditer(source.text):
        width = _width(typesetter, source, *token.span())
        blank = token.group()[0] == " "
        if filled + width > most and not blank:
            if filled:
                lines.append((start, token.start()))
                start, filled = token.start(), 0.0
            for end in _hard_breaks(typesetter, source, *token.span(), most):
                lines.append((start, end))
                start = end
            width = _width(typesetter, source, start, token.end())
        if blank and start == token.start():
            start, width = token.end(), 0.0
        filled += width
    lines.append((start, len(source.text)))
    return [(begin, _trimmed(source.text, begin, end)) for begin, end in lines]


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _hard_breaks(typesetter: Typesetter, source: Styled, start: int, end: int, most: float) -> list[int]:
    """Where a word that is wider than a line is broken, never inside a letter with its marks."""
    breaks: list[int] = []
    while _width(typesetter, source, start, end) > most:
        places = _letter_ends(source.text, start, end)
        fits = bisect_right(places, most, key=lambda place: _width(typesetter, source, start, place))
        start = places[max(fits - 1, 0)]
        if start >= end:
            break
        breaks.append(start)
    return breaks


def _letter_ends(text: str, start: int, end: int) -> Sequence[int]:
    return [place for place in range(start + 1, end + 1) if place == end or not _continues(text, place)]


def _continues(text: str, place: int) -> bool:
    letter, before = text[place], text[place - 1]
    return (
        letter in JOINERS
        or unicodedata.category(letter).startswith("M")
        or before in JOINERS
        or unicodedata.combining(before) == 9
    )
