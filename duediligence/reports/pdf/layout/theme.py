"""How the report looks: sizes in points, colours as (red, green, blue) of 0..1."""

from __future__ import annotations

from dataclasses import dataclass

from duediligence.reports.document.blocks import Tone

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    return (int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255)


ACCENT = _colour("17495A")
ACCENT_TINT = _colour("EEF4F5")
INK = _colour("22292D")
GREY = _colour("5F6B70")
RULE = _colour("D5DCDF")
WHITE = (1.0, 1.0, 1.0)

TONES: dict[Tone, Colour] = {
    Tone.BODY: INK,
    Tone.MUTED: GREY,
    Tone.ACCENT: ACCENT,
    Tone.LOW: _colour("7F9299"),
    Tone.MEDIUM: _colour("4F7F8C"),
    Tone.HIGH: _colour("B0641A"),
    Tone.CRITICAL: _colour("9A2A2A"),
}
TINTS: dict[Tone, Colour] = {
    Tone.ACCENT: ACCENT_TINT,
    Tone.MEDIUM: ACCENT_TINT,
    Tone.HIGH: _colour("FBF3EA"),
    Tone.CRITICAL: _colour("FAEEEE"),
}

SEA = _colour("F4F8F9")
GRID = _colour("E4ECEE")
LAND = _colour("E5EAEC")
SHADES = (_colour("EBC68C"), _colour("CB8A3E"), _colour("8F470F"))
"""Tints of countries on a map, palest first: told apart by lightness alone, in grey print and by any eye."""

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MARGIN_SIDE = 56.0
MARGIN_TOP = 78.0
MARGIN_BOTTOM = 62.0
BODY_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
BODY_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM


@dataclass(frozen=True, slots=True)
class Type:
    """A size of text with its distance from line to line and the space above and below it."""

    size: float
    leading: float
    above: float = 0.0
    below: float = 0.0


HEADINGS = {1: Type(20, 26, 28, 10), 2: Type(12.5, 17, 14, 5), 3: Type(9.5, 13, 9, 3)}
PARAGRAPHS = {"lead": Type(11, 17, 0, 8), "body": Type(9.2, 14, 0, 6), "small": Type(7.8, 11.5, 3, 4)}
CELL = Type(7.8, 11.2)
CELL_HEAD = Type(7.2, 10)
BULLET = Type(9.2, 14, 0, 3)
TINY = Type(7, 9)
