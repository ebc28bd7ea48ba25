"""One cell's value as read from any format → the value the rest of the toolkit sees."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from duediligence.tables.sheets import Value

EXACT_FLOAT = 2.0**53
"""Up to here every whole number has its own float, so that 123.0 can only have been 123."""

_LOOKED_UP = (str, float)
_MOST_KEPT = 65_536

_UNUSABLE = re.compile("[\0\ud800-\udfff]")


class Tidier(dict[Any, Value]):
    """Tidies the values of one file. Repeated texts and floats are tidied once and kept in memory once."""

    def row(self, values: Iterable[Any]) -> tuple[Value, ...]:
        """A row's values without trailing empty ones; an empty row gives ().

        Text loses outer whitespace and NUL; blank text is None. 123.0 becomes 123. A date-time at midnight becomes
        a date. Lengths of time, and floats that are not finite, become text.
        """
        # Only text and floats are looked up: True, 1 and 1.0 would be one key.
        found = [self[value] if value.__class__ in _LOOKED_UP else tidy_value(value) for value in values]
        return _trimmed(tuple(found))

    def text_row(self, texts: Iterable[str]) -> tuple[Value, ...]:
        """`row` for a row of nothing but text, a quarter faster."""
        return _trimmed(tuple(map(self.__getitem__, texts)))

    def __missing__(self, value: str | float) -> Value:
        if len(self) >= _MOST_KEPT:
            self.clear()
        plain = value.__class__ is str and "\0" not in value
        tidy = self[value] = (value.strip() or None) if plain else tidy_value(value)  # type: ignore[union-attr]
        return tidy


def _trimmed(values: tuple[Value, ...]) -> tuple[Value, ...]:
    end = len(values)
    while end and values[end - 1] is None:
        end -= 1
    return values[:end]


def tidy_value(value: Any) -> Value:
    """One value, by the rules of `Tidier.row`. Lone surrogates, which no file can hold, are removed too."""
    if isinstance(value, str):
        return _UNUSABLE.sub("", value).strip() or None
    if isinstance(value, float):
        return _tidy_float(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time.min else value
    if isinstance(value, timedelta):
        return duration_text(value)
    if value is None or isinstance(value, bool | int | date | time):
        return value
    return tidy_value(str(value))


def duration_text(length: timedelta) -> str:
    """A length of time as a spreadsheet shows it, such as `30:02:00`."""
    sign = "-" if length < timedelta() else ""
    minutes, seconds = divmod(round(abs(length).total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02d}:{seconds:02d}"


def _tidy_float(value: float) -> Value:
    if value.is_integer() and abs(value) <= EXACT_FLOAT:
        return int(value)
    return value if math.isfinite(value) else str(value)
