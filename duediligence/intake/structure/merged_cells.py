"""A value merged over several rows holds for each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duediligence.tables import Merged, Row, SlotBudget, Value

Anchors = Mapping[tuple[int, int], int]
"""Row and column (from 1) of a filled cell → the row in which its value was written."""


def filled_down(rows: Sequence[Row], merged: Sequence[Merged], file: str) -> tuple[tuple[Row, ...], Anchors]:
    """The rows with merged values written into each row that they hold for, and where each of these came from.

    A row that is empty otherwise stays away: two lines merged in every column are one party. Raises `InputRefused`
    where that would take more memory than a file may.
    """
    anchors: dict[tuple[int, int], int] = {}
    lines: dict[int, list[Value]] = {}
    budget = SlotBudget(file)
    for range_, value, below in _standing(rows, merged):
        for index in below:
            line = lines.setdefault(index, list(rows[index].values))
            missing = range_.column - len(line)
            budget.take(max(missing, 1))
            line += [None] * missing
            if line[range_.column - 1] is None:
                line[range_.column - 1] = value
                anchors[rows[index].number, range_.column] = range_.first_row
    return tuple(_with(row, lines.get(index)) for index, row in enumerate(rows)), anchors


def _standing(rows: Sequence[Row], merged: Sequence[Merged]) -> Iterator[tuple[Merged, Value, range]]:
    """The ranges that begin with a value in one of the rows, and the rows below it; none that lies over another."""
    numbers = [row.number for row in rows]
    ends: dict[int, int] = {}
    for range_ in sorted(merged):
        first = bisect_left(numbers, range_.first_row)
        if first == len(rows) or numbers[first] != range_.first_row or ends.get(range_.column, 0) >= range_.first_row:
            continue
        values = rows[first].values
        if range_.column <= len(values) and (value := values[range_.column - 1]) is not None:
            ends[range_.column] = range_.last_row
            yield range_, value, range(first + 1, bisect_right(numbers, range_.last_row))


def _with(row: Row, line: list[Value] | None) -> Row:
    return replace(row, values=tuple(line)) if line else row
