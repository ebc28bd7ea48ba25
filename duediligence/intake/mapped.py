"""A saved mapping obeyed: its tables found again in a sheet, even where columns or the header have moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duediligence.errors import Code, InputRefused
from duediligence.intake.header import Header, HeaderCell
from duediligence.intake.mapping import MappedColumn, MappedTable
from duediligence.intake.values import text_of
from duediligence.intake.vocabulary import NOTHING, Meaning, header_key
from duediligence.model import CellRef, Problem, Severity, column_letters
from duediligence.tables.sheets import Row, Sheet, TableFile

GIVEN = "as the mapping says"
_LEAST_FOUND = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A mapped table's header as it stands in the sheet, and what has changed since the mapping was saved."""

    header: Header
    problems: tuple[Problem, ...]


def find_mapped(file: TableFile, sheet: Sheet, mapped: MappedTable, mapping_name: str) -> Found:
    """The header of the table: the row of the mapping, or the row that holds most of its headers.

    Raises `InputRefused` (MAPPING_INVALID) where no row holds at least half of them and the name's among them.
    """
    rows = [row for row in sheet.rows if row.number == mapped.header_row] or []
    best = max((*rows, *sheet.rows), key=lambda row: len(_places(row, mapped)), default=Row(0, ()))
    places = _places(best, mapped)
    named = any(column.field == "name" and column in places for column in mapped.columns)
    if not named or len(places) < _LEAST_FOUND * len(mapped.columns):
        where = str(file.cell(sheet, mapped.header_row))
        detail = f"no row of the sheet holds the headers that {mapping_name} names"
        raise InputRefused(Code.MAPPING_INVALID, where=where, detail=detail)
    width = max((len(row.values) for row in sheet.rows), default=0)
    return Found(_header(best, places, width), tuple(_changes(file.cell(sheet, best.number), mapped, places)))


def _places(row: Row, mapped: MappedTable) -> dict[MappedColumn, int]:
    """The column (from 1) of each mapped column: at its own place if its header stands there, else wherever it does."""
    texts = {column: header_key(text_of(value)) for column, value in enumerate(row.values, start=1)}
    found: dict[MappedColumn, int] = {}
    for column in mapped.columns:
        if texts.get(_number(column)) == header_key(column.header):
            found[column] = _number(column)
    for column in mapped.columns:
        wanted = header_key(column.header)
        free = (place for place, text in texts.items() if wanted and text == wanted and place not in found.values())
        if column not in found and (place := next(free, 0)):
            found[column] = place
    return found


def _number(column: MappedColumn) -> int:
    number = 0
    for letter in column.column:
        number = number * 26 + ord(letter) - ord("A") + 1 if "A" <= letter <= "Z" else 0
    return number


def _header(row: Row, places: dict[MappedColumn, int], width: int) -> Header:
    given = {place: column for column, place in places.items()}
    cells = []
    for place in range(1, width + 1):
        text = text_of(row.values[place - 1]) if place <= len(row.values) else ""
        column = given.get(place)
        meaning = Meaning(column.field, column.kind, 1.0 if column.field else 0.0, GIVEN) if column else NOTHING
        cells.append(HeaderCell(place, text, meaning))
    return Header(row.number, tuple(cells), float(len(places)), mapped=True)


def _changes(where: CellRef, mapped: MappedTable, places: dict[MappedColumn, int]) -> Iterator[Problem]:
    """A note for each column that moved, a warning for each that is gone; both at the header."""
    for column in mapped.columns:
        place = places.get(column, 0)
        if not place:
            yield Problem(Code.COLUMN_MISSING, Severity.WARNING, where, f"{column.header} ({column.field})")
        elif column_letters(place) != column.column:
            said = f"{column.header}: {column.column} → {column_letters(place)}"
            yield Problem(Code.COLUMN_MOVED, Severity.NOTE, where.at(place), said)


def mapped_sheets(file: TableFile, tables: Sequence[MappedTable]) -> set[str]:
    """The sheets that the mapping speaks of."""
    return {table.sheet for table in tables} & {sheet.name for sheet in file.sheets}
