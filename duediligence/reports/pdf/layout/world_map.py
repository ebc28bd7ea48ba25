"""A map of the world, drawn as vectors in the Natural Earth projection, with its key below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from duediligence.places import Spot, natural_earth, outlines
from duediligence.reports.document.figures import WorldMap
from duediligence.reports.pdf.layout.boxes import Pen
from duediligence.reports.pdf.layout.figures import Whole
from duediligence.reports.pdf.layout.map_signs_part import KEY_ROW, MARKS, TINIEST, Lines, Sign, dot, key, unit_radius
from duediligence.reports.pdf.layout.theme import BODY_WIDTH, GREY, GRID, LAND, SEA, SHADES, WHITE

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
