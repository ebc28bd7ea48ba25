"""Counts, amounts and shares, read as the whole column writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeGuard

from duediligence.errors import Code
from duediligence.intake.cells.text import Cell, stated, text_of
from duediligence.intake.words import cell_words
from duediligence.tables import Value

_NUMBER = re.compile(r"^(?P<before>[^\d<>]{0,12}?)(?P<number>-?\d[\d.,'’\s]*)(?P<after>[^\d<>]{0,20})$")
_COMMA_DECIMAL = re.compile(r"^\D*\d+,(?:\d{1,2}|\d{4,})\D*$|\d\.\d{3},\d")
_GROUPED = re.compile(r"^\d{1,3}(?:[.,]\d{3})$")
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "lakh": 1e5, "crore": 1e7}
_WHOLE_PERCENT = 100.0
# Text percentages of exactly 1 % are doubted if the column holds large shares and no other small one: a sheet that
# stored 100 % as the number 1 prints it so.
_LARGE_PERCENT = 10.0
_SMALL_PERCENT = 5.0

Reader = Callable[[Value], Cell[float]]


def comma_decimals(values: Iterable[Value]) -> bool:
    """Whether the column writes decimals with a comma, by its own cells."""
    return any(_COMMA_DECIMAL.search(value) for value in values if isinstance(value, str) and "," in value)


def parse_number(text: str, *, comma: bool = False, whole: bool = False) -> float | None:
    """A number in any usual writing, with a currency or unit around it; None for ranges and anything else.

    A single group of three (`1.234`) is thousands in a whole number, and where `comma` says that decimals have commas.
    """
    if _is_figures(text):
        return float(text)
    found = _NUMBER.match(_plain_digits(text))
    if not found:
        return None
    digits = re.sub(r"['’\s]", "", found["number"]).rstrip(".,")
    after = found["after"].strip(" .+").casefold()
    if found["before"].strip().endswith(("-", "–", "/")) or after.startswith(("-", "–", "/")):
        return None
    try:
        return float(_decimal_point(digits, comma=comma, whole=whole)) * _SCALES.get(after, 1.0)
    except ValueError:
        return None


def _is_figures(value: Value) -> TypeGuard[str]:
    """Whether a value is a text of nothing but figures, by far the commonest; no word for nothing is."""
    return value.__class__ is str and value.isdecimal() and value.isascii()


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text.strip()
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text.strip())


def _decimal_point(digits: str, *, comma: bool, whole: bool) -> str:
    """The number with a decimal point and no thousands marks."""
    last = max(digits.rfind("."), digits.rfind(","))
    marks = {sign for sign in digits if sign in ".,"}
    if last < 0:
        return digits
    mark = digits[last]
    grouped = len(marks) == 1 and (digits.count(mark) > 1 or (_GROUPED.match(digits.lstrip("-")) is not None))
    if grouped and (digits.count(mark) > 1 or whole or mark == ("." if comma else ",")):
        return digits.replace(mark, "")
    return re.sub("[.,]", "", digits[:last]) + "." + digits[last + 1 :]


def amount_reader(values: Sequence[Value]) -> Reader:
    """Reads money: not negative, in the sheet's own currency. `no fee` is 0."""
    comma = comma_decimals(values)
    nothing = {text.casefold() for text in cell_words().no_fee}

    def read(value: Value) -> Cell[float]:
        if not _is_figures(value) and text_of(value).casefold() in nothing:
            return Cell(0.0)
        return _number(value, comma=comma, whole=False)

    return read


def count_reader(values: Sequence[Value]) -> Reader:
    """Reads whole numbers that are not negative."""
    comma = comma_decimals(values)

    def read(value: Value) -> Cell[float]:
        cell = _number(value, comma=comma, whole=True)
        return cell if cell.value is None or cell.value.is_integer() else Cell(code=Code.NUMBER_UNREADABLE)

    return read


def _number(value: Value, *, comma: bool, whole: bool) -> Cell[float]:
    if _is_figures(value) or (isinstance(value, int | float) and not isinstance(value, bool)):
        number: float | None = float(value)
    else:
        text = stated(value)
        if not text:
            return Cell()
        number = parse_number(text, comma=comma, whole=whole) if isinstance(value, str) else None
    return Cell(number) if number is not None and 0 <= number < float("inf") else Cell(code=Code.NUMBER_UNREADABLE)


class Unit(StrEnum):
    """What the plain numbers of a share column are."""

    FRACTION = "fractions of 1"
    PERCENT = "percentages"
    COUNT = "numbers of workers"


@dataclass(frozen=True, slots=True)
class ShareColumn:
    """How one share column writes its numbers.

    `plain`: some stand without a percent sign; `mixed`: plain ones below 1 stand beside larger ones; `doubt_one`: a
    written 1 % may be 100 %.
    """

    unit: Unit
    comma: bool
    plain: bool
    mixed: bool
    doubt_one: bool

    @property
    def note(self) -> str:
        """The convention in words, for the table's description; empty if every number has its percent sign."""
        return f"plain numbers read as {self.unit}" if self.plain else ""

    def read(self, value: Value, workers: int | None = None) -> Cell[float]:
        """The share as 0..1; `workers` is the party's total, needed where the column counts heads."""
        text = stated(value)
        if not text:
            return Cell()
        cell = _number(text.replace("%", " ") if isinstance(value, str) else value, comma=self.comma, whole=False)
        if cell.value is None:
            return cell
        return self._percent(cell.value) if "%" in text else self._plain(cell.value, workers)

    def _percent(self, number: float) -> Cell[float]:
        if number == 1 and self.doubt_one:
            return Cell(
                code=Code.NUMBER_DOUBTFUL, suggestion="Is it 1 % or 100 %? The column's other shares are large."
            )
        return _share(number / _WHOLE_PERCENT)

    def _plain(self, number: float, workers: int | None) -> Cell[float]:
        if self.unit is Unit.FRACTION:
            return _share(number)
        if self.unit is Unit.COUNT:
            return _share(number / workers) if workers else Cell(code=Code.NUMBER_UNREADABLE, suggestion=_NO_TOTAL)
        if self.mixed and 0 < number <= 1:
            return Cell(code=Code.NUMBER_DOUBTFUL, suggestion=f"Is it {number:g} % or {number:.0%}?")
        return _share(number / _WHOLE_PERCENT)


_NO_TOTAL = "It looks like a number of workers, and the row has no total to divide it by."


def _share(number: float) -> Cell[float]:
    return Cell(round(number, 6)) if 0 <= number <= 1 else Cell(code=Code.NUMBER_UNREADABLE)


def share_column(values: Sequence[Value], *, says_percent: bool, totals: bool) -> ShareColumn:
    """The convention of a share column, from its header and its own cells; `totals`: the sheet counts all workers."""
    comma = comma_decimals(values)
    texts = [text for value in values if "%" in (text := stated(value))]
    plain = [_number(value, comma=comma, whole=False).value for value in values if "%" not in stated(value)]
    numbers = [number for number in plain if number is not None]
    percents = [number for text in texts if (number := parse_number(text.replace("%", " "), comma=comma)) is not None]
    fractional = any(0 < number < 1 for number in numbers)
    return ShareColumn(
        unit=_unit(numbers, marked=says_percent or bool(texts), fractional=fractional, totals=totals),
        comma=comma,
        plain=bool(numbers),
        mixed=fractional and any(number > 1 for number in numbers),
        doubt_one=_doubt_one(percents),
    )


def _unit(numbers: Sequence[float], *, marked: bool, fractional: bool, totals: bool) -> Unit:
    largest = max(numbers, default=0.0)
    if largest <= 1 and fractional:
        return Unit.FRACTION
    if not marked and (largest > _WHOLE_PERCENT or (totals and all(number.is_integer() for number in numbers))):
        return Unit.COUNT
    return Unit.PERCENT


def _doubt_one(percents: Sequence[float]) -> bool:
    small = any(0 < number < _SMALL_PERCENT and number != 1 for number in percents)
    return not small and any(number >= _LARGE_PERCENT for number in percents)
