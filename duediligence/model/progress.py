"""How far an audit is, as typed events. A watcher may stop the work by raising `Cancelled`: nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Step(StrEnum):
    """The steps of an audit, in the words that a person watching reads."""

    FILES = "Reading files"
    ANSWERS = "Reading answers"
    LISTS = "Reading the watchlists"
    REGISTERS = "Reading the hotspot registers"
    SCREENING = "Screening names"
    HOTSPOTS = "Placing parties on the hotspot registers"
    RISK = "Weighing risks"
    REPORTS = "Writing the reports"


@dataclass(frozen=True, slots=True)
class Progress:
    """A step has begun or gone on: `done` of `total` items, both 0 where the whole is not known."""

    step: Step
    done: int = 0
    total: int = 0


Watcher: TypeAlias = Callable[[Progress], None]


class Cancelled(Exception):
    """Raised by a watcher that wants the work to stop."""


def nobody_watches(_: Progress) -> None:
    """The watcher where none is given."""
