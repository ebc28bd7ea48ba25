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

_UNUSABLE = re.compile("[\0\ud800-\udfff]")


def tidy_row(values: Iterable[Any]) -> tuple[Value, ...]:
    """A row's values without trailing empty ones; an empty row gives ().

    Text loses outer whitespace and NUL; blank text is None. 123.0 becomes 123. A date-time at midnight becomes
    a date. Lengths of time, and floats that are not finite, become text.
    """
    # The commonest case stays in this one expression: this runs for every cell of every table.
    tidy = [
        (value.strip() or None) if value.__class__ is str and "\0" not in value else tidy_value(value)
        for value in values
    ]
    while tidy and tidy[-1] is None:
        tidy.pop()
    return tuple(tidy)


def tidy_value(value: Any) -> Value:
    """One value, by the rules of `tidy_row`. Lone surrogates, which no file can hold, are removed too."""
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
