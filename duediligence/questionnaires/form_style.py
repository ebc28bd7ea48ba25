"""How a form looks."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import Font, PatternFill

POINTS_PER_LINE = 13.5
CHARACTERS_PER_WIDTH = 1.1
"""A column's width counts figures; letters are narrower. Some is kept in reserve, for fonts differ."""

DARK, MIDDLE, LIGHT, ENTRY, GREY = "FF1F3A4D", "FFD9E3EA", "FFF3F6F8", "FFFFFBE6", "FF9AA3A8"


def _font(**options: object) -> Font:
    from openpyxl.styles import Font

    return Font(name="Calibri", size=10, **options)  # type: ignore[arg-type]


def _fill(colour: str) -> PatternFill:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", start_color=colour, end_color=colour)


@dataclass(frozen=True, slots=True)
class FormStyle:
    """Fonts and fills, made once for each workbook."""

    plain: Font = field(default_factory=_font)
    bold: Font = field(default_factory=lambda: _font(bold=True))
    header: Font = field(default_factory=lambda: _font(bold=True, color="FFFFFFFF"))
    quiet: Font = field(default_factory=lambda: _font(color="FF5A666D"))
    dark: PatternFill = field(default_factory=lambda: _fill(DARK))
    middle: PatternFill = field(default_factory=lambda: _fill(MIDDLE))
    light: PatternFill = field(default_factory=lambda: _fill(LIGHT))
    entry: PatternFill = field(default_factory=lambda: _fill(ENTRY))


def dress(cell: Cell | MergedCell, font: Font, fill: PatternFill | None = None) -> None:
    """Wrapped text, from the top, in that font."""
    from openpyxl.styles import Alignment

    cell.font = font
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if fill:
        cell.fill = fill


def height_for(*texts: tuple[str, float]) -> float:
    """The height in points of a row that shows each text whole in a column of that width (in characters).

    Excel would find it by itself, LibreOffice does not.
    """
    return POINTS_PER_LINE * max(_line_count(text, width) for text, width in texts) + 2


def _line_count(text: str, width: float) -> int:
    return sum(max(1, len(textwrap.wrap(part, int(width * CHARACTERS_PER_WIDTH)))) for part in text.split("\n"))


def open_for_entry(cell: Cell | MergedCell, style: FormStyle, number_format: str = "General") -> None:
    """A cell that a person may fill in."""
    from openpyxl.styles import Border, Protection, Side

    dress(cell, style.plain, style.entry)
    thin = Side("thin", color=GREY)
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    cell.protection = Protection(locked=False)
    cell.number_format = number_format
