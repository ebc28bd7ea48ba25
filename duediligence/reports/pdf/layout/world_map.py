"""A map of the world, drawn as vectors in the Natural Earth projection, with its key below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from duediligence.places import Spot, natural_earth, outlines
from duediligence.reports.document.blocks import Text, Tone, plain
from duediligence.reports.document.figures import WorldMap
from duediligence.reports.pdf.layout.boxes import Pen
from duediligence.reports.pdf.layout.figures import Label, Whole
from duediligence.reports.pdf.layout.theme import (
    ACCENT,
    BODY_WIDTH,
    GREY,
    GRID,
    INK,
    LAND,
    SEA,
    SHADES,
    WHITE,
    Colour,
    Type,
)
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


NORTH, SOUTH = 83.7, -56.5
"""Where the sheet ends, in degrees: the tip of Greenland, and past Cape Horn."""

_EVEN_ODD = 0
_SCALE = BODY_WIDTH / 2 / natural_earth(0, 180)[0]
_TOP = natural_earth(NORTH, 0)[1] * _SCALE
_HEIGHT = _TOP - natural_earth(SOUTH, 0)[1] * _SCALE
_LATITUDES = (SOUTH, *(float(latitude) for latitude in range(-55, 81, 5)), NORTH)


@dataclass(frozen=True, slots=True)
class MapBox(Whole):
    """The map with its key."""

    world: WorldMap = field(kw_only=True)
    signs: Sequence[Sign] = ()

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws the sea, the countries, the dots, the marks over them, and the key."""
        canvas = pen.canvas
        canvas.saveState()
        canvas.setLineJoin(1)
        canvas.translate(left, top)
        _sea(canvas)
        _countries(canvas, {shade.country: shade.step for shade in self.world.shades})
        self._spots(canvas)
        for sign in self.signs:
            sign.draw(canvas, sign.left, -sign.down)
        canvas.restoreState()
        for sign in self.signs:
            sign.label.draw(pen, left, top)

    def _spots(self, canvas: Any) -> None:
        unit = unit_radius(self.world)
        for item in self.world.dots:
            dot(unit, item.count)(canvas, *_at((item.latitude, item.longitude)))
        for mark in self.world.marks:
            MARKS[mark.kind](canvas, *_at((mark.latitude, mark.longitude)))


def map_box(world: WorldMap, lines: Lines) -> MapBox:
    """The box of a map; `lines` sets the words of its key."""
    signs = tuple(key(world, lines, _HEIGHT + 12))
    return MapBox(height=signs[-1].down + KEY_ROW, world=world, signs=signs)


def _at(spot: Spot) -> tuple[float, float]:
    """Where a spot stands, in points right of the map's left edge and (negative) below its upper one."""
    across, up = natural_earth(*spot)
    return BODY_WIDTH / 2 + across * _SCALE, up * _SCALE - _TOP


def _sea(canvas: Any) -> None:
    """The ground, with every thirtieth meridian and parallel."""
    west, east = ([(latitude, side) for latitude in _LATITUDES] for side in (-180.0, 180.0))
    canvas.setFillColorRGB(*SEA)
    _draw(canvas, [[*west, *reversed(east)]], stroke=0)
    canvas.setStrokeColorRGB(*GRID)
    canvas.setLineWidth(0.4)
    meridians = [[(latitude, float(longitude)) for latitude in _LATITUDES] for longitude in range(-150, 151, 30)]
    parallels = [[(float(latitude), -180.0), (float(latitude), 180.0)] for latitude in range(-30, 61, 30)]
    _draw(canvas, [*meridians, *parallels], fill=0)


def _countries(canvas: Any, steps: dict[str, int]) -> None:
    """Every outline; a tinted country that the scale leaves out is a small disc."""
    known = outlines()
    canvas.setStrokeColorRGB(*WHITE)
    canvas.setLineWidth(0.35)
    for country, outline in known.items():
        if outline.rings:
            canvas.setFillColorRGB(*(SHADES[steps[country]] if country in steps else LAND))
            _draw(canvas, outline.rings)
    canvas.setStrokeColorRGB(*GREY)
    for country, step in steps.items():
        if country in known and not known[country].rings:
            canvas.setFillColorRGB(*SHADES[step])
            canvas.circle(*_at(known[country].spot), TINIEST, stroke=1, fill=1)


def _draw(canvas: Any, rings: Iterable[Sequence[Spot]], *, stroke: int = 1, fill: int = 1) -> None:
    """Filled shapes are closed, others are lines."""
    path = canvas.beginPath()
    for ring in rings:
        first, *rest = map(_at, ring)
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
        if fill:
            path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill, fillMode=_EVEN_ODD)
