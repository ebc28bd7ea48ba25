"""Where a value stands: in a cell, an answer file, a list, a register. Typed until a renderer makes them words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


def column_letters(column: int) -> str:
    """The spreadsheet name of a 1-based column: 1 → `A`, 28 → `AB`."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """One cell, row or whole sheet of a file: `suppliers.xlsx › Suppliers!B17`.

    `row` and `column` count from 1, as the spreadsheet shows them; 0 means the whole sheet or row.
    `sheet` is empty for files that have none (csv, tsv).
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def address(self) -> str:
        """The address inside the sheet: `B17`, `row 17`, or nothing for the whole sheet."""
        if self.row and self.column:
            return f"{column_letters(self.column)}{self.row}"
        return f"row {self.row}" if self.row else ""

    def at(self, column: int) -> CellRef:
        """The cell of the same row in another column."""
        return CellRef(self.file, self.sheet, self.row, column)

    def __str__(self) -> str:
        inside = "!".join(part for part in (self.sheet, self.address) if part)
        return " › ".join(part for part in (self.file, inside) if part)


@dataclass(frozen=True, slots=True, order=True)
class FieldRef:
    """One named field of a file without cells: `answers.json › SUP-D04`; without a field, the whole file."""

    file: str
    field: str = ""

    def __str__(self) -> str:
        return " › ".join(part for part in (self.file, self.field) if part)


@dataclass(frozen=True, slots=True, order=True)
class EntryRef:
    """One entry of a watchlist, by the publisher's own id: `OFAC-SDN 12345`."""

    list: str
    entry_id: str

    def __str__(self) -> str:
        return f"{self.list} {self.entry_id}"


@dataclass(frozen=True, slots=True, order=True)
class RegisterRowRef:
    """One row of a hotspot register in one edition: `EU-CAHRA 2026-06-27, row AF`."""

    register: str
    row: str
    edition: date

    def __str__(self) -> str:
        return f"{self.register} {self.edition.isoformat()}, row {self.row}"


Locator: TypeAlias = CellRef | FieldRef | EntryRef | RegisterRowRef


class RowCells(Mapping[str, CellRef]):
    """Field → cell, all in the row of `origin`; `columns` maps each field to its column, from 1.

    It never changes, equals any mapping with the same items, and can be pickled. Cells are made when asked for.
    """

    __slots__ = ("_columns", "_origin")

    def __init__(self, origin: CellRef, columns: Mapping[str, int]) -> None:
        self._origin = origin
        self._columns = columns

    def __getitem__(self, field: str) -> CellRef:
        return self._origin.at(self._columns[field])

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        return repr(dict(self))
