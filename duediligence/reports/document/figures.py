"""A map of the world as a block: what stands where, in degrees and words. A renderer adds outlines and colours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapShade:
    """A country (alpha-2) that is tinted, by its step in the map's `steps`, the palest first."""

    country: str
    step: int


@dataclass(frozen=True, slots=True)
class MapDot:
    """So many things at one spot; the area of the dot grows with their number."""

    latitude: float
    longitude: float
    count: int


@dataclass(frozen=True, slots=True)
class MapMark:
    """A small sign at a spot; `kind` is its place in the map's `marks_are`."""

    latitude: float
    longitude: float
    kind: int


@dataclass(frozen=True, slots=True)
class WorldMap:
    """Countries tinted by step, small marks, and dots sized by number, with the words of the key.

    `plain_is` says what an untinted country is, `steps` what each tint is, `marks_are` what each kind of mark is.
    `samples` are numbers whose dots the key shows, with their words.
    """

    shades: tuple[MapShade, ...]
    marks: tuple[MapMark, ...]
    dots: tuple[MapDot, ...]
    plain_is: str
    steps: tuple[str, ...]
    marks_are: tuple[str, ...]
    samples: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Meter:
    """One share (0..1), None where nothing is known of it; `before` is an earlier one; the words stand at the end.

    `urgent` words stand out: something in it cannot wait.
    """

    label: str
    value: float | None
    text: str
    before: float | None = None
    urgent: str = ""


@dataclass(frozen=True, slots=True)
class Meters:
    """Bars of one length, filled by their share."""

    meters: tuple[Meter, ...]
