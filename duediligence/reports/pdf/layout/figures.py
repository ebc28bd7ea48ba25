"""Boxes that are more than text: key figures, bars, the risk scale, callouts, a party's head, the cover's head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from duediligence.reports.document.blocks import Align, RiskScale, Text, Tone, plain, strong
from duediligence.reports.document.figures import Meter, Meters
from duediligence.reports.pdf.layout import theme as t
from duediligence.reports.pdf.layout.boxes import Box, Pen, draw_lines, mark
from duediligence.reports.pdf.layout.theme import (
    ACCENT,
    ACCENT_TINT,
    BODY_WIDTH,
    GREY,
    RULE,
    TINTS,
    TONES,
    WHITE,
    Colour,
    Type,
)
from duediligence.reports.pdf.text.line_breaking import Line


@dataclass(frozen=True, slots=True)
class Whole:
    """A box that is not split and keeps nothing to itself; what the figures have in common."""

    height: float
    above: float = 4.0
    keeps_next: bool = False

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Label:
    """Lines at a place inside a box: offsets from its left and upper edge."""

    lines: list[Line]
    type: Type
    left: float
    down: float
    width: float
    align: Align = Align.LEFT

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws the lines."""
        draw_lines(pen, self.lines, self.type, left + self.left, top - self.down, self.width, self.align)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle at a place inside a box."""

    left: float
    down: float
    width: float
    height: float
    colour: Colour
    radius: float = 0.0

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Fills it."""
        pen.canvas.setFillColorRGB(*self.colour)
        place = (left + self.left, top - self.down - self.height, self.width, self.height)
        if self.radius:
            pen.canvas.roundRect(*place, self.radius, stroke=0, fill=1)
        else:
            pen.canvas.rect(*place, stroke=0, fill=1)


@dataclass(frozen=True, slots=True)
class Panel(Whole):
    """Areas with labels on them; `anchor` makes it a place in the outline under `title`, inside the part it opens."""

    areas: Sequence[Area] = ()
    labels: Sequence[Label] = ()
    anchor: str = ""
    title: str = ""
    part: str = ""

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws areas first, labels over them."""
        if self.part:
            mark(pen, f"part of {self.anchor}", self.part, top + 12, 0)
        if self.anchor:
            mark(pen, self.anchor, self.title, top + 12, 1)
        for area in self.areas:
            area.draw(pen, left, top)
        for label in self.labels:
            label.draw(pen, left, top)


SCALE_LEFT, SCALE_WIDTH, SCALE_DOWN = 0.0, BODY_WIDTH, 16.0


@dataclass(frozen=True, slots=True)
class ScaleBox(Whole):
    """A score on 0..100: the interval as a whisker, the residual as a mark on it, the inherent as a hollow one."""

    scale: RiskScale = field(kw_only=True)
    labels: Sequence[Label] = ()

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws the line with the starts of the bands, the whisker and the marks."""
        line = top - SCALE_DOWN
        self._line(pen, left, line)
        self._marks(pen, left, line)
        for label in self.labels:
            label.draw(pen, left, top)

    def _line(self, pen: Pen, left: float, line: float) -> None:
        pen.canvas.setFillColorRGB(*RULE)
        pen.canvas.roundRect(left, line - 2.5, SCALE_WIDTH, 5, 2.5, stroke=0, fill=1)
        pen.canvas.setStrokeColorRGB(*WHITE)
        pen.canvas.setLineWidth(1.4)
        for _, start in self.scale.bands:
            if start > 0:
                pen.canvas.line(left + at(start), line - 2.5, left + at(start), line + 2.5)

    def _marks(self, pen: Pen, left: float, line: float) -> None:
        scale, colour = self.scale, TONES[self.scale.tone]
        pen.canvas.setStrokeColorRGB(*colour)
        pen.canvas.setLineWidth(1.6)
        pen.canvas.line(left + at(scale.low), line, left + at(scale.high), line)
        for end in (scale.low, scale.high):
            pen.canvas.line(left + at(end), line - 5, left + at(end), line + 5)
        pen.canvas.setFillColorRGB(*WHITE)
        pen.canvas.setStrokeColorRGB(*GREY)
        pen.canvas.setLineWidth(1.2)
        pen.canvas.circle(left + at(scale.inherent), line, 3.6, stroke=1, fill=1)
        pen.canvas.setFillColorRGB(*colour)
        pen.canvas.circle(left + at(scale.residual), line, 4.6, stroke=0, fill=1)


def at(score: float) -> float:
    """Where a score of 0..100 stands on the scale, in points from its left end."""
    return SCALE_LEFT + SCALE_WIDTH * min(max(score, 0.0), 100.0) / 100


def tinted(tone: Tone, height: float) -> tuple[Area, Area]:
    """The ground of a callout: a pale area with a bar of the tone at its left."""
    return (
        Area(0, 0, BODY_WIDTH, height, TINTS.get(tone, ACCENT_TINT)),
        Area(0, 0, 2.4, height, TONES.get(tone, ACCENT)),
    )


Lines = Callable[[Text, Type, float], list[Line]]

KIND = Type(8.2, 12)
LABEL, GAP, WORDS, BAR, NOTCH = 146.0, 10.0, 158.0, 9.0, 15.0
"""Widths of the label, between the columns and of the words; heights of a bar and of its notch, in points."""

LENGTH = BODY_WIDTH - LABEL - WORDS - 2 * GAP
LEAST_ROW = 19.0


def meters_box(block: Meters, lines: Lines) -> Panel:
    """The figure; a row is as high as its longest words."""
    areas, labels, down = list[Area](), list[Label](), 2.0
    for meter in block.meters:
        words = _words(meter)
        left, right = lines(plain(meter.label), KIND, LABEL), lines(words, KIND, WORDS)
        row = max(LEAST_ROW, KIND.leading * max(len(left), len(right)) + 7)
        labels.append(Label(left, KIND, 0, down, LABEL))
        labels.append(Label(right, KIND, LABEL + LENGTH + 2 * GAP, down, WORDS))
        areas.extend(_bar(meter, down + 2))
        down += row
    return Panel(height=down + 4, areas=areas, labels=labels, above=6)


def _words(meter: Meter) -> Text:
    urgent = strong(f"{meter.urgent}  ", Tone.HIGH) if meter.urgent else ()
    return (*urgent, *plain(meter.text, Tone.BODY if meter.value is not None else Tone.MUTED))


def _bar(meter: Meter, down: float) -> list[Area]:
    left = LABEL + GAP
    drawn = [Area(left, down, LENGTH, BAR, t.GRID, BAR / 2)]
    if meter.value:
        # A rounded end needs its own width, however small the share.
        drawn.append(Area(left, down, max(BAR, LENGTH * meter.value), BAR, t.ACCENT, BAR / 2))
    if meter.before is not None:
        at = left + LENGTH * meter.before
        drawn.append(Area(at - 1.6, down - (NOTCH - BAR) / 2, 3.2, NOTCH, t.WHITE))
        drawn.append(Area(at - 0.8, down - (NOTCH - BAR) / 2, 1.6, NOTCH, t.INK))
    return drawn
