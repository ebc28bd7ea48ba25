"""How far one spot on the earth is from another."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_EARTH_KM = 6371.0088  # mean radius, International Union of Geodesy and Geophysics


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres along the great circle between two spots given in degrees; to about half a per cent."""
    north, east = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    half_chord = sin(north) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(east) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half_chord)))
