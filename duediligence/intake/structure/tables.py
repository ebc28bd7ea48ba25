"""The tables of one sheet: usually one, sometimes several, one below or beside the other, each with its own header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise

from duediligence.intake.structure.header import NAME_FIELDS, Header, best_header, body, find_header
from duediligence.intake.words import KEPT, NOTHING, header_key, synonyms
from duediligence.tables import Row, Sheet

_LEAST_FIELDS = 2
_LEAST_KNOWN = 0.5
_MOST_TITLES = 3
_LONGEST_HEADER = 80
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the part of the sheet that it takes (its titles, header and rows), and its header."""

    sheet: Sheet
    header: Header

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows below the header."""
        return body(self.sheet, self.header)

    @property
    def titles(self) -> tuple[Row, ...]:
        """The rows above the header."""
        return tuple(row for row in self.sheet.rows if row.number < self.header.first_row)

    @property
    def lists_parties(self) -> bool:
        """Whether it lists suppliers or agencies, and at least one row."""
        return self.header.names_parties and bool(self.rows)

    @property
    def first_column(self) -> int:
        """The column of its first header, from 1."""
        return next((cell.column for cell in self.header.cells if cell.text), 1)


def tables_in(sheet: Sheet) -> tuple[Table, ...]:
    """Every table of a sheet from top to bottom, then from left to right; none if no row reads like a header."""
    best = find_header(sheet)
    if not best:
        return ()
    headers = sorted((best, *_others(sheet.rows, best)), key=lambda header: header.row)
    kept = [
        header
        for header, below in zip(headers, [*headers[1:], None], strict=True)
        if header is best or header.row > best.row or (below and _has_rows(sheet.rows, header, below))
    ]
    return tuple(part for table in cut(sheet, kept) for part in _side_by_side(table))


def _others(rows: Sequence[Row], best: Header) -> Iterator[Header]:
    """Further headers: behind a blank row or a title, or written in the very words of headers throughout."""
    latest: Header | None = None
    for index, row in enumerate(rows):
        if best.first_row <= row.number <= best.row:
            latest = best
            continue
        stands_apart = not index or _apart(rows[index - 1], row)
        if not (_could_be_headers(row) if stands_apart else _in_known_words(row)):
            continue
        header = best_header(rows[index : index + 2])
        least = _LEAST_KNOWN if stands_apart else 1.0
        if header and header.first_row == row.number and _begins_table(header, least) and not _same(header, latest):
            latest = header
            yield header


def _apart(above: Row, row: Row) -> bool:
    return row.number > above.number + 1 or _cells(above) == 1


def _cells(row: Row) -> int:
    return len(row.values) - row.values.count(None)


def _first(row: Row) -> object:
    return next((value for value in row.values if value is not None), None)


def _in_known_words(row: Row) -> bool:
    first = _first(row)
    return isinstance(first, str) and header_key(first) in synonyms() and _cells(row) > _LEAST_FIELDS


def _could_be_headers(row: Row) -> bool:
    """A quick look, for a list may have a blank line after each of its rows: two cells with a word of some header."""
    texts = (value.casefold() for value in row.values if isinstance(value, str) and len(value) <= _LONGEST_HEADER)
    found = (text for text in texts if not _single_words().isdisjoint(_WORD.findall(text)) and not _DIGIT.search(text))
    return len(list(islice(found, _LEAST_FIELDS))) == _LEAST_FIELDS


@cache
def _single_words() -> frozenset[str]:
    return frozenset(word for text in synonyms() for word in _WORD.findall(text))


def _begins_table(header: Header, least: float) -> bool:
    """Names of parties and another field in at least this share of its cells; any two fields if all are known."""
    texts = sum(bool(cell.text) for cell in header.cells)
    known = sum(bool(cell.meaning.field) for cell in header.cells)
    if len(header.fields - {KEPT}) < _LEAST_FIELDS or known < least * texts:
        return False
    return header.names_parties or known == texts


def _same(header: Header, other: Header | None) -> bool:
    """The header of the same table again, as at the top of each printed page."""
    return bool(other) and _texts(header) == _texts(other)


def _texts(header: Header | None) -> list[str]:
    return [cell.text for cell in header.cells if cell.text] if header else []


def _has_rows(rows: Sequence[Row], header: Header, below: Header) -> bool:
    return any(header.row < row.number < below.first_row and _cells(row) > 1 for row in rows)


def cut(sheet: Sheet, headers: Sequence[Header]) -> Iterator[Table]:
    """The sheet cut above each header but the first, and above the titles that stand apart over it."""
    places = {row.number: index for index, row in enumerate(sheet.rows)}
    starts = [0]
    for above, header in pairwise(headers):
        starts.append(_start(sheet.rows, places[header.first_row], places[above.row]))
    for header, start, end in zip(headers, starts, [*starts[1:], len(sheet.rows)], strict=True):
        yield Table(replace(sheet, rows=sheet.rows[start:end]), header)


def _start(rows: Sequence[Row], header: int, above: int) -> int:
    """The first of the lone cells over a header that a blank row parts from the table above; else the header."""
    start = found = header
    while start > max(above + 1, header - _MOST_TITLES) and _cells(rows[start - 1]) == 1:
        start -= 1
        if rows[start].number > rows[start - 1].number + 1:
            found = start
    return found


def _side_by_side(table: Table) -> tuple[Table, ...]:
    """Two tables with an empty column between them, if each names its parties and more; else the table as it is."""
    named = [cell for cell in table.header.cells if cell.meaning.field in NAME_FIELDS]
    spans = _spans(table) if len(named) > 1 else []
    parts = tuple(_between(table, first, last) for first, last in spans)
    if len(parts) > 1 and all(_begins_table(part.header, 0) and part.lists_parties for part in parts):
        return parts
    return (table,)


def _spans(table: Table) -> list[tuple[int, int]]:
    """First and last column of each run of columns that hold a header or a value."""
    spans: list[tuple[int, int]] = []
    rows = table.rows
    for cell in table.header.cells:
        at = cell.column - 1
        if not cell.text and not any(len(row.values) > at and row.values[at] is not None for row in rows):
            continue
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], cell.column)
        else:
            spans.append((cell.column, cell.column))
    return spans


def _between(table: Table, first: int, last: int) -> Table:
    """The part of a table in these columns, all other cells being empty."""
    cells = tuple(
        cell if first <= cell.column <= last else replace(cell, text="", meaning=NOTHING) for cell in table.header.cells
    )
    rows = (_masked(row, first, last) for row in table.sheet.rows)
    sheet = replace(table.sheet, rows=tuple(row for row in rows if row.values))
    return Table(sheet, replace(table.header, cells=cells))


def _masked(row: Row, first: int, last: int) -> Row:
    values = list(row.values[first - 1 : last])
    while values and values[-1] is None:
        values.pop()
    return Row(row.number, (*[None] * (first - 1), *values) if values else ())
