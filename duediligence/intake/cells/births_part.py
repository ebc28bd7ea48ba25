"""A person's day of birth, or the year alone where no more is stated."""

from __future__ import annotations

import re
from collections.abc import Callable

from duediligence.intake.cells.dates import DateColumn
from duediligence.intake.cells.text import Cell, text_of
from duediligence.tables.sheets import Value

_YEAR = re.compile(r"(?:19|20)\d\d")


def birth_reader(days: DateColumn) -> Callable[[Value], Cell[str]]:
    """Reads `1962` as a year, and everything else as the column's dates are written; gives ISO texts."""

    def read(value: Value) -> Cell[str]:
        if _YEAR.fullmatch(text_of(value)):
            return Cell(text_of(value))
        cell = days.read(value)
        return Cell(cell.value.isoformat() if cell.value else None, cell.code, cell.suggestion)

    return read
