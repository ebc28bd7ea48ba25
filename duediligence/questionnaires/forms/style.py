"""How a form looks."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from duediligence.questionnaires.translations.schema import Direction

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection

POINTS_PER_LINE = 13.5
CHARACTERS_PER_WIDTH = 1.1
"""A column's width counts figures; letters are narrower. Some is kept in reserve, for fonts differ."""

LARGE_SCRIPT = 1.2
"""How much wider and higher than Latin the letters of India and its neighbours are."""
_LARGE = frozenset(map(chr, range(0x0900, 0x1100)))

DARK, MIDDLE, LIGHT, ENTRY, GREY = "FF1F3A4D", "FFD9E3EA", "FFF3F6F8", "FFFFFBE6", "FF9AA3A8"
RIGHT_TO_LEFT = 2
"""The reading order of a cell, as the file format numbers it."""


def _font(**options: object) -> Font:
    from openpyxl.styles import Font

    return Font(**{"name": "Calibri", "size": 10, **options})  # type: ignore[arg-type]


def _fill(colour: str) -> PatternFill:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", start_color=colour, end_color=colour)


def _frame() -> Border:
    from openpyxl.styles import Border, Side

    thin = Side("thin", color=GREY)
    return Border(left=thin, right=thin, top=thin, bottom=thin)


def _unlocked() -> Protection:
    from openpyxl.styles import Protection

    return Protection(locked=False)


@dataclass(frozen=True, slots=True)
class FormStyle:
    """Fonts and fills, made once for each workbook, and the direction of its language."""

    direction: Direction = "ltr"
    plain: Font = field(default_factory=_font)
    title: Font = field(default_factory=lambda: _font(bold=True, size=15))
    bold: Font = field(default_factory=lambda: _font(bold=True))
    link: Font = field(default_factory=lambda: _font(color="FF1F4E9E", underline="single"))
    header: Font = field(default_factory=lambda: _font(bold=True, color="FFFFFFFF"))
    quiet: Font = field(default_factory=lambda: _font(color="FF5A666D"))
    dark: PatternFill = field(default_factory=lambda: _fill(DARK))
    middle: PatternFill = field(default_factory=lambda: _fill(MIDDLE))
    light: PatternFill = field(default_factory=lambda: _fill(LIGHT))
    entry: PatternFill = field(default_factory=lambda: _fill(ENTRY))
    frame: Border = field(default_factory=_frame)
    unlocked: Protection = field(default_factory=_unlocked)

    def dress(self, cell: Cell | MergedCell, font: Font, fill: PatternFill | None = None) -> None:
        """Wrapped text, from the top and from the side where the language begins, in that font."""
        cell.font = font
        cell.alignment = self._alignment()
        if fill:
            cell.fill = fill

    def open_for_entry(self, cell: Cell | MergedCell, number_format: str = "General") -> None:
        """A cell that a person may fill in."""
        self.dress(cell, self.plain, self.entry)
        cell.border = self.frame
        cell.protection = self.unlocked
        cell.number_format = number_format

    def _alignment(self) -> Alignment:
        from openpyxl.styles import Alignment

        if self.direction == "ltr":
            return Alignment(wrap_text=True, vertical="top")
        return Alignment(wrap_text=True, vertical="top", horizontal="right", readingOrder=RIGHT_TO_LEFT)


def height_for(*texts: tuple[str, float]) -> float:
    """The height in points of a row that shows each text whole in a column of that width (in characters).

    Excel would find it by itself, LibreOffice does not.
    """
    return max(_height(text, width) for text, width in texts) + 2


def _height(text: str, width: float) -> float:
    room = LARGE_SCRIPT if any(sign in _LARGE for sign in text) else 1.0
    letters = int(width * CHARACTERS_PER_WIDTH / room)
    return POINTS_PER_LINE * room * sum(max(1, len(textwrap.wrap(part, letters))) for part in _seen(text).split("\n"))


def _seen(text: str) -> str:
    """The text without the marks that stand above and below letters and take no room of their own."""
    return text if text.isascii() else "".join(sign for sign in text if unicodedata.category(sign) != "Mn")
