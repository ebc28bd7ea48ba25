"""A globe on a sheet: the Natural Earth projection, which flatters neither the poles nor the equator."""

from __future__ import annotations

from math import radians

# Polynomials of Šavrič, Jenny, Patterson, Petrovič and Hurni (2011), after Patterson's drawing of 2007.
_ACROSS = ((0, 0.8707), (2, -0.131979), (4, -0.013791), (10, 0.003971), (12, -0.001529))
_UP = ((1, 1.007226), (3, 0.015085), (7, -0.044475), (9, 0.028874), (11, -0.005916))


def natural_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """Right and up on a map of a globe of radius 1, for a spot in degrees; 0, 0 is where Greenwich meets the equator.

    The map reaches 2.736 to either side and 1.424 up and down.
    """
    north = radians(latitude)
    across = sum(factor * north**power for power, factor in _ACROSS)
    return radians(longitude) * across, sum(factor * north**power for power, factor in _UP)
