"""A person's own pairs of names, labelled or not: a table in, pairs with their cells out, problems beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.intake import name_type_of, read_country, text_of
from duediligence.model import CellRef, NameType, Problem, Severity
from duediligence.names import words_of
from duediligence.screening.pairs.compare import NamePair
from duediligence.settings import Settings
from duediligence.tables import Row, Sheet, TableFile, read_table

COLUMNS = ("pair_id", "name_a", "name_b", "type", "country_a", "country_b", "label")
_NAMES = ("name_a", "name_b")
_ROWS_SEARCHED = 50
_LABELS = {
    **dict.fromkeys(("match", "1", "true", "yes", "same"), True),
    **dict.fromkeys(("no match", "nomatch", "0", "false", "no", "different"), False),
}
_UNKNOWN_TYPES = frozenset({"", "unknown"})
_SEVERAL = re.compile(r"\s*[;|]\s*")


@dataclass(frozen=True, slots=True)
class PairRow:
    """One row: its id (its address where it has none), its pair (None where a name is missing) and its label."""

    pair_id: str
    pair: NamePair | None
    label: bool | None = None


@dataclass(frozen=True, slots=True)
class PairTable:
    """Every row of the file in order, whether there is a column for labels, and what was wrong."""

    rows: tuple[PairRow, ...]
    labelled: bool
    problems: tuple[Problem, ...]


def read_pairs(path: Path, settings: Settings) -> PairTable:
    """Reads every sheet with the columns name_a and name_b; `COLUMNS` may stand in any order and case.

    Raises `InputRefused` for a file that cannot be read, and where no sheet has the two columns. A row without two
    names stays, without a pair, and is a problem; so are types, countries and labels that are not understood.
    """
    file = read_table(path, settings)
    reader = _Reader(file, list(file.problems))
    rows = tuple(row for sheet in file.sheets for row in reader.rows(sheet))
    if not reader.found:
        raise InputRefused(Code.PAIRS_WITHOUT_COLUMNS, where=path.name)
    if not rows:
        raise InputRefused(Code.NO_ROWS, where=path.name)
    return PairTable(rows, reader.labelled, tuple(reader.problems))


@dataclass(slots=True)
class _Reader:
    """What reading gathers over all sheets of one file."""

    file: TableFile
    problems: list[Problem]
    found: bool = False
    labelled: bool = False
    _seen: set[str] = field(default_factory=set)

    def rows(self, sheet: Sheet) -> Iterator[PairRow]:
        header = next(((row, columns) for row in sheet.rows[:_ROWS_SEARCHED] if (columns := _columns(row))), None)
        if header is None:
            if sheet.rows:
                where = self.file.cell(sheet, 0)
                self.problems.append(Problem(Code.PAIRS_WITHOUT_COLUMNS, Severity.WARNING, where))
            return
        self.found = True
        self.labelled = self.labelled or "label" in header[1]
        for row in sheet.rows:
            if row.number > header[0].number:
                yield self._row(_PairCells(self.file.cell(sheet, row.number, 1), header[1], row))

    def _row(self, cells: _PairCells) -> PairRow:
        pair_id = cells.text("pair_id") or f"row {cells.origin.row}"
        if pair_id in self._seen:
            self._tell(Code.PAIR_ID_REPEATED, Severity.NOTE, cells.at("pair_id"), pair_id)
        self._seen.add(pair_id)
        label = self._label(cells)
        missing = [name for name in _NAMES if not words_of(cells.text(name))]
        for number, name in enumerate(missing):
            lost = 0 if number else 1
            self._tell(Code.PAIR_NAME_MISSING, Severity.ERROR, cells.at(name), cells.text(name), rows=lost)
        pair = None if missing else self._pair(cells)
        return PairRow(pair_id, pair, label)

    def _pair(self, cells: _PairCells) -> NamePair:
        left, right = map(cells.text, _NAMES)
        countries = (self._countries(cells, name) for name in ("country_a", "country_b"))
        return NamePair(left, right, self._name_type(cells), *countries)

    def _name_type(self, cells: _PairCells) -> NameType:
        text = cells.text("type")
        found = name_type_of(text)
        if found is NameType.UNKNOWN and text.casefold() not in _UNKNOWN_TYPES:
            advice = "Write organisation or person; the names were compared as unknown."
            self._tell(Code.PAIR_VALUE_UNKNOWN, Severity.WARNING, cells.at("type"), text, advice)
        return found

    def _countries(self, cells: _PairCells, name: str) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for text in filter(None, _SEVERAL.split(cells.text(name))):
            placed = read_country(text, "", "")
            if placed.code:
                codes[placed.code] = None
            if placed.problem:
                self._tell(placed.problem, Severity.WARNING, cells.at(name), text, placed.suggestion)
        return tuple(codes)

    def _label(self, cells: _PairCells) -> bool | None:
        text = cells.text("label")
        label = _LABELS.get(re.sub(r"[\s_-]+", " ", text.casefold()))
        if label is None and "label" in cells.columns:
            advice = "Write match or no match, 1 or 0, true or false; the row counts in no figure."
            self._tell(Code.PAIR_VALUE_UNKNOWN, Severity.WARNING, cells.at("label"), text, advice)
        return label

    def _tell(
        self, code: Code, severity: Severity, where: CellRef, found: str, suggestion: str = "", rows: int = 0
    ) -> None:
        self.problems.append(Problem(code, severity, where, found, suggestion, rows))


@dataclass(frozen=True, slots=True)
class _PairCells:
    """One row by the names of its columns."""

    origin: CellRef
    columns: Mapping[str, int]
    row: Row

    def text(self, name: str) -> str:
        """The cell as text, empty where there is none."""
        column = self.columns.get(name, 0)
        return text_of(self.row.values[column - 1]) if 0 < column <= len(self.row.values) else ""

    def at(self, name: str) -> CellRef:
        """The cell's address; the row's where the table has no such column."""
        return self.origin.at(self.columns.get(name, 0))


def _columns(row: Row) -> dict[str, int]:
    """Column numbers, from 1, by name, if the row is a header of pairs; else nothing."""
    texts = (re.sub(r"[\s_-]+", "_", text_of(value).casefold()) for value in row.values)
    found = {text: column for column, text in reversed(list(enumerate(texts, 1))) if text in COLUMNS}
    return found if all(name in found for name in _NAMES) else {}
