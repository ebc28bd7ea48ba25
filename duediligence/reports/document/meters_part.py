"""Shares of a whole as bars on one scale, with where each stood before. A renderer adds lengths and colours."""

from __future__ import annotations

from dataclasses import dataclass


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
