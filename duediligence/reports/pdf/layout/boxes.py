"""What a page is filled with: boxes that know their height, can be split, and draw themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from duediligence.reports.document.blocks import Align, Tone
from duediligence.reports.pdf.layout.theme import TONES, Type
from duediligence.reports.pdf.text.line_breaking import Line, line_width


@dataclass(frozen=True, slots=True)
class Pen:
    """What boxes draw with: a reportlab canvas, and the places that links may lead to."""

    canvas: Any
    anchors: frozenset[str]


class Box(Protocol):
    """A part of a page. `top` is the height of its upper edge above the page's foot, in points."""

    @property
    def above(self) -> float:
        """Space over it, unless it opens a page."""
        ...

    @property
    def height(self) -> float:
        """Its height without the space above."""
        ...

    @property
    def least(self) -> float:
        """The smallest height that is worth beginning on a page."""
        ...

    @property
    def keeps_next(self) -> bool:
        """Whether it may not be the last on a page."""
        ...

    def split(self, room: float) -> tuple[Box, Box] | None:
        """What fits into `room` points and what remains; None if it cannot be split there."""
        ...

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws it."""
        ...


@dataclass(frozen=True, slots=True)
class TextBox:
    """Lines of text, one below the other."""

    lines: list[Line]
    type: Type
    width: float
    align: Align = Align.LEFT
    indent: float = 0.0
    bullet: bool = False
    keeps_next: bool = False
    above: float = 0.0
    anchor: str = ""
    title: str = ""

    @property
    def height(self) -> float:
        """All lines and the space below."""
        return len(self.lines) * self.type.leading + self.type.below

    @property
    def least(self) -> float:
        """Two lines, or all where there are three: no line stands alone."""
        return (len(self.lines) if len(self.lines) <= 3 else 2) * self.type.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Between lines, with at least two on each side."""
        fits = min(int(room / self.type.leading), len(self.lines) - 2)
        if fits < 2:
            return None
        head = TextBox(self.lines[:fits], self.type, self.width, self.align, self.indent, self.bullet)
        return head, TextBox(self.lines[fits:], self.type, self.width, self.align, self.indent)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws the lines from the top."""
        if self.anchor:
            mark(pen, self.anchor, self.title, top + 12, 0)
        if self.bullet:
            pen.canvas.setFillColorRGB(*TONES[Tone.ACCENT])
            pen.canvas.circle(left + 3, top - self.type.leading * 0.52, 1.5, stroke=0, fill=1)
        draw_lines(pen, self.lines, self.type, left + self.indent, top, self.width - self.indent, self.align)


@dataclass(frozen=True, slots=True)
class PageBreakBox:
    """Ends the page."""

    above: float = 0.0
    height: float = 0.0
    least: float = 0.0
    keeps_next: bool = False

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Never."""
        return None

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws nothing."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box on its page, with the height of its upper edge."""

    box: Box
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page's boxes."""

    boxes: list[Placed] = field(default_factory=list)


def mark(pen: Pen, anchor: str, title: str, top: float, level: int) -> None:
    """Makes a place that links and the outline lead to."""
    pen.canvas.bookmarkHorizontal(anchor, 0, top)
    pen.canvas.addOutlineEntry(title, anchor, level, closed=level > 0)


def draw_lines(
    pen: Pen, lines: list[Line], type_: Type, left: float, top: float, width: float, align: Align = Align.LEFT
) -> None:
    """Draws lines of text whose first stands at the top."""
    baseline = top - type_.leading * 0.5 - type_.size * 0.36
    for line in lines:
        start = left + (width - line_width(line, type_.size) if align is Align.RIGHT else 0)
        _draw_line(pen, line, type_, start, baseline)
        baseline -= type_.leading


def _draw_line(pen: Pen, line: Line, type_: Type, left: float, baseline: float) -> None:
    text = pen.canvas.beginText()
    for piece in line:
        width = piece.setting.width * type_.size
        text.setFont(piece.setting.font, type_.size)
        text.setFillColorRGB(*TONES[piece.span.tone])
        text.setTextOrigin(left, baseline)
        if piece.setting.opaque:
            letters = piece.text.encode("utf-16-be").hex().upper()
            text._code.append(f"/Span <</ActualText <FEFF{letters}>>> BDC")
        text.textOut(piece.setting.glyphs)
        if piece.setting.opaque:
            text._code.append("EMC")
        if piece.span.target in pen.anchors and piece.span.target:
            area = (left, baseline - 2, left + width, baseline + type_.size)
            pen.canvas.linkAbsolute("", piece.span.target, area, thickness=0, Border="[0 0 0]")
        left += width
    pen.canvas.drawText(text)
