"""One cell's value as read from any format → the value the rest of the toolkit sees."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from duediligence.tables.sheets import Value

EXACT_FLOAT = 2.0**53
"""Up to here every whole number has its own float, so that 123.0 can only have been 123."""

_MOST_KEPT = 10_000

_UNUSABLE = re.compile("[\0\ud800-\udfff]")


def tidy_text(text: str) -> str:
    """A text without outer whitespace, NUL and, where there is NUL, lone surrogates."""
    return (_UNUSABLE.sub("", text) if "\0" in text else text).strip()


class Tidier:
    """Tidies the rows of one sheet; `tidy` does it for a text.

    A text that a column repeats is tidied once and held in memory once, until the column proves to hold too many.
    """

    def __init__(self, tidy: Callable[[str], str] = tidy_text) -> None:
        self._tidy = tidy
        self._readers: list[Callable[[str], str]] = []

    def row(self, values: Sequence[Any]) -> tuple[Value, ...]:
        """A row's values without trailing empty ones; an empty row gives ().

        Text loses outer whitespace and NUL; blank text is None. 123.0 becomes 123. A date-time at midnight becomes
        a date. Lengths of time, and floats that are not finite, become text.
        """
        pairs = zip(self._columns(len(values)), values, strict=False)
        found = [(read(value) or None) if value.__class__ is str else tidy_value(value) for read, value in pairs]
        return _trimmed(tuple(found))

    def text_row(self, texts: Sequence[str]) -> tuple[Value, ...]:
        """`row` for a row of nothing but text."""
        found = [read(text) or None for read, text in zip(self._columns(len(texts)), texts, strict=False)]
        return _trimmed(tuple(found))

    def _columns(self, width: int) -> list[Callable[[str], str]]:
        """What tidies the text of each column; at least so many."""
        readers = self._readers
        while len(readers) < width:
            readers.append(_Known(readers, len(readers), self._tidy).__getitem__)
        return readers


class _Known(dict[str, str]):
    """The texts of one column, tidied; gives its place to `tidy` itself when they are too many to repeat much."""

    def __init__(self, readers: list[Callable[[str], str]], index: int, tidy: Callable[[str], str]) -> None:
        super().__init__()
        self._readers, self._index, self._tidy = readers, index, tidy

    def __missing__(self, text: str) -> str:
        tidy = self[text] = self._tidy(text)
        if len(self) > _MOST_KEPT:
            self._readers[self._index] = self._tidy
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
