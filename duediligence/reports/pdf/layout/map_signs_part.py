"""The signs of a map (dots, marks, tints) and the key that tells what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from duediligence.reports.document.blocks import Text, Tone, plain
from duediligence.reports.document.figures import WorldMap
from duediligence.reports.pdf.layout.figures import Label
from duediligence.reports.pdf.layout.theme import ACCENT, BODY_WIDTH, INK, LAND, SHADES, WHITE, Colour, Type
from duediligence.reports.pdf.text.line_breaking import Line, line_width

TINIEST = 1.7
"""The radius in points of the smallest disc that print still shows."""

KEY_ROW = 16.0
_KEY, _GAP = Type(7.2, 10), 15.0
_DOT, _LARGEST_DOT = 1.9, 7.5

Lines = Callable[[Text, Type, float], list[Line]]
"""A text broken for a width."""

Draw = Callable[[Any, float, float], None]
"""Draws a sign on a canvas with its middle there."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry of the key: how its sign is drawn, where its middle is in the box, and its words."""

    draw: Draw
    left: float
    down: float
    label: Label


def unit_radius(world: WorldMap) -> float:
    """The radius of a dot for one, in points, such that the area counts and the largest stays within bounds."""
    most = max((dot.count for dot in world.dots), default=1)
    return min(_DOT, _LARGEST_DOT / sqrt(most))


def radius_of(unit: float, count: int) -> float:
    """The radius in points of a dot for so many."""
    return max(TINIEST, unit * sqrt(count))


def dot(unit: float, count: int) -> Draw:
    """A dot for so many, ringed in white."""
    radius = radius_of(unit, count)

    def draw(canvas: Any, x: float, y: float) -> None:
        _ink(canvas, ACCENT, WHITE, 0.5)
        canvas.circle(x, y, radius, stroke=1, fill=1)

    return draw


def _diamond(canvas: Any, x: float, y: float) -> None:
    _ink(canvas, INK, WHITE, 0.4)
    path = canvas.beginPath()
    path.moveTo(x, y + 1.7)
    for corner in ((x + 1.3, y), (x, y - 1.7), (x - 1.3, y)):
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _square(canvas: Any, x: float, y: float) -> None:
    _ink(canvas, WHITE, INK, 0.5)
    canvas.rect(x - 1.7, y - 1.7, 3.4, 3.4, stroke=1, fill=1)


MARKS: Sequence[Draw] = (_diamond, _square)
"""By the kind of a mark; told apart by shape."""


def _swatch(tint: Colour) -> Draw:
    def draw(canvas: Any, x: float, y: float) -> None:
        canvas.setFillColorRGB(*tint)
        canvas.rect(x - 4.5, y - 3.5, 9, 7, stroke=0, fill=1)

    return draw


def _ink(canvas: Any, fill: Colour, stroke: Colour, width: float) -> None:
    canvas.setFillColorRGB(*fill)
    canvas.setStrokeColorRGB(*stroke)
    canvas.setLineWidth(width)


def key(world: WorldMap, lines: Lines, top: float) -> Iterator[Sign]:
    """The entries from left to right, on as many rows as they need, the first of them `top` points down."""
    left, down = 0.0, top
    for draw, radius, words in _entries(world):
        text = lines(plain(words, Tone.MUTED), _KEY, BODY_WIDTH)
        start, width = 2 * radius + 4, line_width(text[0], _KEY.size)
        if left + start + width > BODY_WIDTH:
            left, down = 0.0, down + KEY_ROW
        label = Label(text, _KEY, left + start, down - _KEY.leading / 2, width + 1)
        yield Sign(draw, left + radius, down, label)
        left += start + width + _GAP


def _entries(world: WorldMap) -> Iterator[tuple[Draw, float, str]]:
    """Each sign with half its width and its words."""
    tints = zip((LAND, *SHADES), (world.plain_is, *world.steps), strict=True)
    yield from ((_swatch(tint), 4.5, words) for tint, words in tints)
    yield from ((mark, 2.0, words) for mark, words in zip(MARKS, world.marks_are, strict=True))
    unit = unit_radius(world)
    yield from ((dot(unit, number), radius_of(unit, number), words) for number, words in world.samples)
