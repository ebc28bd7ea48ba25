"""Dates, read as the whole column writes them; a date that could be two days is a problem, not a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache

from duediligence.errors import Code
from duediligence.intake.cells.text import Cell, stated, text_of
from duediligence.intake.words import cell_words
from duediligence.places import fold
from duediligence.tables import Value

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$")
_FIGURES = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$")
_DAY_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(?:de\s+)?([^\W\d_]+)[\s.,'-]+(?:de\s+)?(\d{4}|\d{2})$")
_MONTH_DAY = re.compile(r"^([^\W\d_]+)[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{4})$")
_CHINESE = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")
_RANGE = re.compile(r"\s(?:-|–|—|to|till|until|upto|bis|a|al|至)\s", re.IGNORECASE)
# A two-digit year below it is of this century. Excel's day numbers count from 30 December 1899.
_CENTURY_BREAK = 70
_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)


class Order(StrEnum):
    """How a column writes 03/04/2026, by those of its dates that can be read in one way only."""

    DAY_FIRST = "the day first"
    MONTH_FIRST = "the month first"
    UNKNOWN = "in an order that none of them settles"


@dataclass(frozen=True, slots=True)
class DateColumn:
    """One date column's convention; `seen` says whether it matters, that is whether any date is written in figures."""

    order: Order
    seen: bool

    @property
    def note(self) -> str:
        """The convention in words, for the table's description; empty if nothing hangs on it."""
        return f"dates read with {self.order}" if self.seen and self.order is not Order.UNKNOWN else ""

    def read(self, value: Value) -> Cell[date]:
        """The date, or why not. Of a period the end is taken."""
        if isinstance(value, datetime):
            return Cell(value.date())
        if isinstance(value, date):
            return Cell(value)
        text = stated(value)
        if not text:
            return Cell()
        if text.isdigit() and len(text) == 5 and int(text) in _SERIALS:
            return Cell(_SERIAL_START + timedelta(days=int(text)))
        return self._text(_RANGE.split(text)[-1].strip(" .;,"))

    def _text(self, text: str) -> Cell[date]:
        named = _iso(text) or _with_month_name(text)
        if named:
            return Cell(named)
        figures = _FIGURES.match(text)
        return self._figures(figures) if figures else Cell(code=Code.DATE_UNREADABLE)

    def _figures(self, found: re.Match[str]) -> Cell[date]:
        first, mark, second, year = int(found[1]), found[2], int(found[3]), _year(found[4])
        day_first, month_first = _date(year, second, first), _date(year, first, second)
        order = Order.DAY_FIRST if mark == "." else self.order
        if not (day_first and month_first) or day_first == month_first:
            return _known(day_first or month_first)
        if order is Order.UNKNOWN:
            return Cell(code=Code.DATE_UNREADABLE, suggestion=f"Is it {day_first} or {month_first}? Write that.")
        return _known(day_first if order is Order.DAY_FIRST else month_first)


def date_column(values: Sequence[Value]) -> DateColumn:
    """The convention of a date column, from its own cells. If they contradict each other, none is settled."""
    texts = [_RANGE.split(stated(value))[-1].strip() for value in values if isinstance(value, str)]
    found = [match for text in texts if (match := _FIGURES.match(text)) and match[2] != "."]
    day_first = any(int(match[1]) > 12 for match in found)
    month_first = any(int(match[3]) > 12 for match in found)
    if day_first == month_first:
        return DateColumn(Order.UNKNOWN, bool(found))
    return DateColumn(Order.DAY_FIRST if day_first else Order.MONTH_FIRST, seen=True)


def _known(found: date | None) -> Cell[date]:
    return Cell(found) if found else Cell(code=Code.DATE_UNREADABLE)


def _iso(text: str) -> date | None:
    found = _ISO.match(text) or _CHINESE.match(text)
    return _date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _with_month_name(text: str) -> date | None:
    if found := _DAY_MONTH.match(text):
        return _date(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_DAY.match(text):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    return None


@cache
def _months() -> dict[str, int]:
    return {fold(name): number for number, names in cell_words().months.items() for name in names}


def _month(word: str) -> int:
    plain = fold(word)
    return _months().get(plain) or _months().get(plain[:4]) or _months().get(plain[:3], 0)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < _CENTURY_BREAK else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_YEAR = re.compile(r"(?:19|20)\d\d")


def birth_reader(days: DateColumn) -> Callable[[Value], Cell[str]]:
    """Reads `1962` as a year, and everything else as the column's dates are written; gives ISO texts."""

    def read(value: Value) -> Cell[str]:
        if _YEAR.fullmatch(text_of(value)):
            return Cell(text_of(value))
        cell = days.read(value)
        return Cell(cell.value.isoformat() if cell.value else None, cell.code, cell.suggestion)

    return read
