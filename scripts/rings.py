"""Rings of an outline: cut where the sheet ends, and their middles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[int, int]
"""Longitude and latitude in tenths of a degree."""
Ring = Sequence[Point]

_EDGE, _ROUND = 1800, 3600
_GRID = 48


def cut(ring: Ring) -> Iterator[Ring]:
    """The ring, or its parts on either side of the line where the map ends, 180 degrees east and west."""
    unrolled = [ring[0]]
    for x, y in ring[1:]:
        before = unrolled[-1][0]
        unrolled.append((x - _ROUND * round((x - before) / _ROUND), y))
    for turn in (-_ROUND, 0, _ROUND):
        turned = [(x + turn, y) for x, y in unrolled]
        piece = _kept(_kept(turned, 1), -1)
        if piece:
            yield opened(piece)


def opened(points: Ring) -> Ring:
    """The ring with points that fell together once, and without its first one at its end."""
    once = [points[0], *(after for before, after in pairwise(points) if after != before)]
    return once[:-1] if len(once) > 1 and once[0] == once[-1] else once


def _kept(ring: Ring, side: int) -> Ring:
    """What of the ring lies left (`side` 1) of the eastern edge, or right (-1) of the western one."""
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]] if ring else []):
        inside, goes_inside = x1 * side <= _EDGE, x2 * side <= _EDGE
        if inside:
            kept.append((x1, y1))
        if inside is not goes_inside:
            kept.append((_EDGE * side, round(y1 + (y2 - y1) * (_EDGE * side - x1) / (x2 - x1))))
    return kept


def middle(ring: Ring) -> tuple[float, float]:
    """Longitude and latitude in degrees of the spot of a fine grid that lies farthest from the ring's edge, inside it.

    A ring of a few points has no inside: there the middle of its frame is near enough.
    """
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    grid = [
        (min(xs) + (max(xs) - min(xs)) * column / _GRID, min(ys) + (max(ys) - min(ys)) * row / _GRID)
        for column in range(1, _GRID)
        for row in range(1, _GRID)
    ]
    frame = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    x, y = max((spot for spot in grid if _inside(spot, ring)), key=lambda spot: _depth(spot, ring), default=frame)
    return x / 10, y / 10


def _inside(spot: tuple[float, float], ring: Ring) -> bool:
    x, y = spot
    crossed = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossed = not crossed
    return crossed


def _depth(spot: tuple[float, float], ring: Ring) -> float:
    """The distance to the nearest edge, squared."""
    return min(_apart(spot, one, two) for one, two in pairwise([*ring, ring[0]]))


def _apart(spot: tuple[float, float], one: Point, two: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = spot, one, two
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
    return float((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2)
