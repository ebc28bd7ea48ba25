"""Where the fields of one row were read, without a value for each cell: rows that are laid out alike share that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duediligence.model.locators import CellRef


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
