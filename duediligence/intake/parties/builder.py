"""One row while it becomes a party: its values, what was read from them, from which columns, and what was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from duediligence.errors import Code
from duediligence.intake.cells.text import stated, text_of
from duediligence.intake.columns.assignment import Column
from duediligence.intake.columns.layout import Layout
from duediligence.model import CellRef, Party, Problem, RowCells, Severity, maker_of
from duediligence.tables import Row, Value

AT = {item.name: position for position, item in enumerate(fields(Party))}
"""Where each field stands in a party's line."""

_PARTY_ID, _NAME, _ORIGIN, _CELLS, _EXTRA = (AT[field] for field in ("party_id", "name", "origin", "cells", "extra"))

_make_party = maker_of(Party)
_make_cell = maker_of(CellRef)


class Draft:
    """The row that is being read; made once for a sheet, and begun anew for each row.

    `values` are as many as the sheet has columns, and an empty one for fields that have none. `line` holds the party's
    fields in order, `cells` the column of each field that was read, from 1. `problems` are those of all rows.
    """

    __slots__ = (
        *("layout", "problems", "row", "values", "line", "cells", "extra"),
        *("_blank", "_margin", "_file", "_sheet", "_name", "_shared"),
    )

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.problems: list[Problem] = []
        self.row = Row(0, ())
        self.values: tuple[Value, ...] = ()
        self.line: list[Any] = []
        self.cells: dict[str, int] = {}
        self.extra: dict[str, str] = {}
        blank = Party("", layout.kind, "", CellRef(""))
        self._blank = [getattr(blank, field) for field in AT]
        self._margin: tuple[None, ...] = (None,) * (2 + max(column.index for column in layout.columns))
        self._file, self._sheet, self._name = layout.file, layout.sheet.name, layout.single["name"].index + 1
        self._shared: dict[tuple[str | int, ...], dict[str, int]] = {}

    def begin(self, row: Row, party_id: str, name: str) -> None:
        """Forget the last row."""
        self.row, self.values = row, row.values + self._margin[len(row.values) :]
        self.line, self.cells, self.extra = self._blank.copy(), {}, {}
        self.line[_PARTY_ID], self.line[_NAME] = party_id, name

    def party(self) -> Party:
        """The party, when all was read."""
        line, cells = self.line, self.cells
        if self.extra:
            line[_EXTRA] = self.extra
        if self.layout.anchors:
            self._place_merged()
            return _make_party(*line)
        origin = line[_ORIGIN] = _make_cell(self._file, self._sheet, self.row.number, self._name)
        # Rows that were read from the same columns share one dictionary.
        line[_CELLS] = RowCells(origin, self._shared.setdefault((*cells, *cells.values()), cells))
        return _make_party(*line)

    def _place_merged(self) -> None:
        """Of a sheet with merged cells each field has an address of its own: that of the cell which holds the value."""
        at = {column.index + 1: column for column in self.layout.columns}
        self.line[_ORIGIN] = self.layout.cell(self.row, self.layout.single["name"])
        self.line[_CELLS] = {field: self.layout.cell(self.row, at[column]) for field, column in self.cells.items()}

    def raw(self, field: str) -> Value:
        """A field's value as it stands in its only column."""
        column = self.layout.single.get(field)
        return self.values[column.index] if column else None

    def text(self, field: str) -> str:
        """A field's stated text, its column noted."""
        return next((text for _, text in self.texts(field)), "")

    def texts(self, field: str) -> Iterator[tuple[Column, str]]:
        """Every stated text of a field that may have several columns; the first of them is noted."""
        for column in self.layout.several.get(field, ()):
            text = stated(self.values[column.index])
            if text:
                self.cells.setdefault(field, column.index + 1)
                yield column, text

    def keep(self, field: str, text: str) -> None:
        """Keep a text that could not be read, by its header."""
        self.extra.setdefault(self.layout.single[field].header, text)

    def report(self, code: Code, severity: Severity, field: str, found: str, suggestion: str = "") -> None:
        """A problem with a field's cell."""
        where = self.layout.cell(self.row, self.layout.single[field])
        self.problems.append(Problem(code, severity, where, found, suggestion))

    def unreadable(self, code: Code, field: str, suggestion: str) -> None:
        """Keep and report a cell that could not be read."""
        found = text_of(self.raw(field))
        self.keep(field, found)
        self.report(code, Severity.WARNING, field, found, suggestion)
