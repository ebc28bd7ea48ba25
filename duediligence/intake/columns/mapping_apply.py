"""A saved mapping obeyed: its tables found again in a sheet, even where columns or the header have moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duediligence.errors import Code, InputRefused
from duediligence.intake.columns.assignment import labels
from duediligence.intake.columns.mapping_file import FileMapping, MappedColumn, MappedTable
from duediligence.intake.structure.header import Header, possible_headers
from duediligence.intake.structure.tables import Table, cut
from duediligence.intake.words import NOTHING, Meaning, header_key
from duediligence.model import CellRef, Problem, Severity, column_letters
from duediligence.tables import Row, Sheet, TableFile

GIVEN = "as the mapping says"
_LEAST_FOUND = 0.5
_NEAR = 1

Places = Mapping[MappedColumn, int]
"""Where each mapped column stands, from 1; columns that are gone are not in it."""


def mapped_tables(file: TableFile, sheet: Sheet, mapping: FileMapping, changes: list[Problem]) -> tuple[Table, ...]:
    """The sheet's tables that the mapping names, from top to bottom; what has moved or is gone is added to `changes`.

    Raises `InputRefused` (MAPPING_INVALID) for a table of which no row holds half of its headers, its name's included.
    """
    headers: list[Header] = []
    for table in mapping.of_sheet(sheet.name, alone=len(file.sheets) == 1):
        found = _find(sheet, table)
        if found is None:
            where = str(file.cell(sheet, table.header_row))
            detail = f"no row of the sheet holds the headers that {mapping.name} names"
            raise InputRefused(Code.MAPPING_INVALID, where=where, detail=detail)
        header, places = found
        headers.append(_given(header, table, places))
        changes.extend(_changes(file.cell(sheet, header.row), table, places))
    headers.sort(key=lambda header: header.row)
    return tuple(cut(sheet, headers)) if headers else ()


def _find(sheet: Sheet, table: MappedTable) -> tuple[Header, Places] | None:
    """The header at its own row; else the row, or pair of rows, of the sheet that holds most of its columns."""
    near = [row for row in sheet.rows if abs(row.number - table.header_row) <= _NEAR]
    return _best(near, table, at=table.header_row) or _best(_worth_a_look(sheet, table), table)


def _worth_a_look(sheet: Sheet, table: MappedTable) -> list[Row]:
    """The rows with a text in as many cells as half of the mapping's columns."""
    least = _LEAST_FOUND * len(table.columns)
    return [row for row in sheet.rows if sum(isinstance(value, str) for value in row.values) >= least]


def _best(rows: Sequence[Row], table: MappedTable, at: int = 0) -> tuple[Header, Places] | None:
    found = [(header, _places(header, table)) for header in possible_headers(rows) if at in (0, header.row)]
    fit = [(header, places) for header, places in found if _fits(places, table)]
    return max(fit, key=lambda pair: len(pair[1]), default=None)


def _fits(places: Places, table: MappedTable) -> bool:
    named = any(column.field == "name" for column in places)
    return named and len(places) >= _LEAST_FOUND * len(table.columns)


def _places(header: Header, table: MappedTable) -> Places:
    """Each mapped column at its own place if its header stands there, else wherever it does."""
    named = labels((cell.column, cell.text) for cell in header.cells)
    texts = {cell.column: header_key(label) for cell, label in zip(header.cells, named, strict=True)}
    wanted = {column: header_key(column.header) for column in table.columns}
    found = {column: _number(column) for column, text in wanted.items() if texts.get(_number(column)) == text}
    free = {text: place for place, text in texts.items() if place not in found.values()}
    return found | {column: free[text] for column, text in wanted.items() if column not in found and text in free}


def _number(column: MappedColumn) -> int:
    number = 0
    for letter in column.column:
        number = number * 26 + ord(letter) - ord("A") + 1 if "A" <= letter <= "Z" else 0
    return number


def _given(header: Header, table: MappedTable, places: Places) -> Header:
    """The header with the mapping's word for what each column means; a column it does not know means nothing."""
    fields = {place: column for column, place in places.items()}
    cells = tuple(replace(cell, meaning=_meaning(fields.get(cell.column))) for cell in header.cells)
    return replace(header, cells=cells, kind=table.kind)


def _meaning(column: MappedColumn | None) -> Meaning:
    return Meaning(column.field, column.kind, 1.0 if column.field else 0.0, GIVEN) if column else NOTHING


def _changes(where: CellRef, table: MappedTable, places: Places) -> Iterator[Problem]:
    """A note for each column that moved, a warning for each that is gone, at the header."""
    for column in table.columns:
        place = places.get(column, 0)
        if not place:
            yield Problem(Code.COLUMN_MISSING, Severity.WARNING, where, f"{column.header} ({column.field or 'kept'})")
        elif column_letters(place) != column.column:
            said = f"{column.header}: {column.column} → {column_letters(place)}"
            yield Problem(Code.COLUMN_MOVED, Severity.NOTE, where.at(place), said)
