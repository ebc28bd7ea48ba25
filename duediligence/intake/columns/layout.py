"""A sheet made ready for reading: its columns by field, and how each column writes its numbers and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from duediligence.intake.cells.dates import DateColumn, date_column
from duediligence.intake.cells.numbers import Reader, ShareColumn, amount_reader, count_reader, share_column
from duediligence.intake.cells.text import distinct, text_of
from duediligence.intake.columns.assignment import Column, understand, values_of
from duediligence.intake.structure.header import Header, body
from duediligence.intake.structure.merged_cells import Anchors, filled_down
from duediligence.intake.words import says_percent
from duediligence.model import CellRef, ColumnMeaning, PartyKind
from duediligence.places import country_of_code
from duediligence.tables import Row, Sheet, TableFile, Value

SHARES = ("migrant_share", "women_share")
AMOUNTS = ("fee_charged", "spend")
DATES = ("licence_expiry", "birth_date")
_LEAST_CODES = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet's table. `single` maps a field to its only column, `several` a field to its columns in order."""

    file: str
    sheet: Sheet
    kind: PartyKind
    header_row: int
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    single: dict[str, Column]
    several: dict[str, tuple[Column, ...]]
    kept: tuple[Column, ...]
    shares: dict[str, ShareColumn]
    numbers: dict[str, Reader]
    dates: dict[str, DateColumn]
    country_codes: bool
    anchors: Anchors

    def cell(self, row: Row, column: Column) -> CellRef:
        """The address of a cell of the table; of a merged one, where its value is written."""
        number = self.anchors.get((row.number, column.index + 1), row.number) if self.anchors else row.number
        return CellRef(self.file, self.sheet.name, number, column.index + 1)

    @property
    def meanings(self) -> tuple[ColumnMeaning, ...]:
        """The columns as the report shows them, with the convention of their numbers and dates."""
        notes = {field: share.note for field, share in self.shares.items()}
        notes |= {field: dates.note for field, dates in self.dates.items()}
        return tuple(_noted(column.meaning, notes.get(column.field, "")) for column in self.columns)


def _noted(meaning: ColumnMeaning, note: str) -> ColumnMeaning:
    return replace(meaning, reason=f"{meaning.reason}; {note}") if note else meaning


def lay_out(table: TableFile, sheet: Sheet, header: Header, kind: PartyKind) -> Layout:
    """Understand the columns of a sheet whose header was found."""
    rows, anchors = filled_down(body(sheet, header), sheet.merged, table.source.name)
    columns = understand(header, rows, kind)
    by_field: dict[str, tuple[Column, ...]] = {}
    for column in columns:
        by_field[column.field] = (*by_field.get(column.field, ()), column)
    kept = by_field.pop("", ())
    single = {field: group[0] for field, group in by_field.items()}
    return Layout(
        file=table.source.name,
        sheet=sheet,
        kind=kind,
        header_row=header.row,
        rows=rows,
        columns=columns,
        single=single,
        several=by_field,
        kept=kept,
        shares=_shares(single, rows),
        numbers=_numbers(single, rows),
        dates={field: date_column(_values(single[field], rows)) for field in DATES if field in single},
        country_codes="country" in single and _all_codes(_values(single["country"], rows)),
        anchors=anchors,
    )


def _shares(single: dict[str, Column], rows: Sequence[Row]) -> dict[str, ShareColumn]:
    totals = "workers" in single
    return {
        field: share_column(
            _values(single[field], rows), says_percent=says_percent(single[field].header), totals=totals
        )
        for field in SHARES
        if field in single
    }


def _numbers(single: dict[str, Column], rows: Sequence[Row]) -> dict[str, Reader]:
    found = {field: amount_reader(values_of(rows, single[field].index)) for field in AMOUNTS if field in single}
    if "workers" in single:
        found["workers"] = count_reader(values_of(rows, single["workers"].index))
    return found


def _values(column: Column, rows: Sequence[Row]) -> list[Value]:
    """A column's cells, each value once: no convention hangs on how often it stands there."""
    return distinct(values_of(rows, column.index))


def _all_codes(values: Sequence[Value]) -> bool:
    """Whether the cells are codes in capitals, so that `NA` among them is one too."""
    texts = {text for value in values if (text := text_of(value))} - {"NA"}
    return len(texts) >= _LEAST_CODES and all(country_of_code(text) and text.isupper() for text in texts)
