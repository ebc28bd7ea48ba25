"""A whole table file → its parties and problems. Rows in = parties + problem rows, for every sheet that is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.intake.cells.text import stated, text_of
from duediligence.intake.columns.assignment import cells_of, understand
from duediligence.intake.columns.layout import Layout, lay_out
from duediligence.intake.columns.mapping_apply import mapped_tables
from duediligence.intake.columns.mapping_file import FileMapping
from duediligence.intake.columns.party_kind import kind_of
from duediligence.intake.parties.deduplicate import joined
from duediligence.intake.parties.ids import PartyIds
from duediligence.intake.parties.row_reader import RowReader
from duediligence.intake.structure.row_filter import Sieve
from duediligence.intake.structure.tables import Table, tables_in
from duediligence.model import CellRef, Intake, Party, PartyKind, Problem, Severity, TableUnderstanding
from duediligence.settings import Settings
from duediligence.tables import Row, Sheet, TableFile, reorders, spelled_out, uncollected

_MOST_COLUMN_NOTES = 100
_LONGEST_TITLE = 8
"""Words; what is longer is a sentence, in which agencies and suppliers may both be mentioned."""


def read_parties(path: Path, kind: PartyKind | None, settings: Settings, mapping: FileMapping | None = None) -> Intake:
    """Read a file of suppliers or agencies. `kind` None lets each sheet's words decide.

    A `mapping` says which tables there are and what their columns mean. Rows that name the same party are joined
    unless the settings say otherwise.

    Raises `InputRefused` for a file that cannot be opened, or that holds no table of parties, or not
    those of the mapping.
    """
    from duediligence.tables import read_table

    with uncollected():
        intake = parties_of(read_table(path, settings), kind, mapping)
        return joined(intake) if settings.join_same_party else intake


def parties_of(table: TableFile, kind: PartyKind | None, mapping: FileMapping | None = None) -> Intake:
    """The parties of a table that was read. Raises `InputRefused` if none of its sheets holds a table of parties."""
    changes: list[Problem] = []
    if mapping:
        found = [(sheet, mapped_tables(table, sheet, mapping, changes)) for sheet in table.sheets]
    else:
        found = [(sheet, tables_in(sheet)) for sheet in table.sheets]
    used = [part for _, parts in found for part in parts if _lists_parties(part)]
    if not used:
        raise _refusal(table, [part for _, parts in found for part in parts])
    problems = [*table.problems, *changes]
    problems += [note for sheet, parts in found for note in _notes(table, sheet, parts)]
    sheets = [part.sheet.name for part in used]
    ids = PartyIds(Path(table.source.name).stem, sheets=len(set(sheets)) > 1)
    with uncollected():
        results = [_read_table(table, part, kind, ids, shared=sheets.count(part.sheet.name) > 1) for part in used]
    return Intake(
        file=table.source.name,
        tables=tuple(result.understanding for result in results),
        parties=tuple(party for result in results for party in result.parties),
        problems=(*problems, *(problem for result in results for problem in result.problems)),
    )


def _lists_parties(part: Table) -> bool:
    """By its headers; else by a column of names that no header says are names."""
    if part.lists_parties or not part.rows or part.header.kind:
        return part.lists_parties
    return any(column.field == "name" for column in understand(part.header, part.rows, PartyKind.SUPPLIER))


def _refusal(table: TableFile, found: Sequence[Table]) -> InputRefused:
    """The refusal that helps most: of a header without rows, else of one without a name, else of none at all."""
    for part in found:
        if part.header.names_parties:
            return InputRefused(Code.NO_ROWS, where=str(table.cell(part.sheet, part.header.row)))
    for part in found:
        columns = ", ".join(cell.text for cell in part.header.cells if cell.text)
        where = str(table.cell(part.sheet, part.header.row))
        return InputRefused(Code.NO_NAME_COLUMN, where=where, detail=columns[:200])
    sheet = max(table.sheets, key=lambda sheet: len(sheet.rows), default=Sheet("", ()))
    return InputRefused(Code.NO_HEADER, where=str(table.cell(sheet, 0)))


def _notes(table: TableFile, sheet: Sheet, parts: Sequence[Table]) -> list[Problem]:
    """What the officer should know of a sheet: that it, or a part of it, was not read; that it is hidden; its titles.

    Not read are a cover, a list of choices, an empty form; one note says how many rows it has.
    """
    if not any(_lists_parties(part) for part in parts):
        return [_note(Code.SHEET_NOT_READ, table.cell(sheet, 0), f"{len(sheet.rows)} rows")]
    hidden = [_note(Code.SHEET_HIDDEN, table.cell(sheet, 0), f"{len(sheet.rows)} rows")] if sheet.hidden else []
    skipped = [
        _note(Code.SHEET_NOT_READ, table.cell(sheet, part.header.row), f"{len(part.rows)} rows")
        for part in parts
        if not _lists_parties(part)
    ]
    between = {row.number: row for part in parts for row in part.titles if row.number > parts[0].header.row}
    titles = [
        _note(Code.ROW_NOT_A_PARTY, table.cell(sheet, row.number), f"a title: {_title(row)}")
        for row in between.values()
    ]
    return [*hidden, *skipped, *titles]


def _note(code: Code, where: CellRef, found: str) -> Problem:
    return Problem(code, Severity.NOTE, where, found)


def _title(row: Row) -> str:
    return next(text_of(value) for value in row.values if value is not None)[:80]


@dataclass(frozen=True, slots=True)
class _SheetResult:
    understanding: TableUnderstanding
    parties: tuple[Party, ...]
    problems: tuple[Problem, ...]


def _read_table(table: TableFile, part: Table, kind: PartyKind | None, ids: PartyIds, *, shared: bool) -> _SheetResult:
    """One table's parties. `shared`: its sheet holds others, so that its own header must say which one it is."""
    sheet, header = part.sheet, part.header
    places = [_title(row) for row in part.titles[-1:] if len(_title(row).split()) <= _LONGEST_TITLE]
    places.append(sheet.name or Path(table.source.name).stem)
    layout = lay_out(table, sheet, header, header.kind or kind or kind_of(header, *places))
    parties, problems = _read_rows(layout, ids)
    lost = sum(problem.rows for problem in problems)
    understanding = TableUnderstanding(
        where=table.cell(sheet, header.row, part.first_column) if shared else table.cell(sheet, 0),
        kind=layout.kind,
        header_row=header.row,
        columns=layout.meanings,
        rows=len(layout.rows),
        parties=len(parties),
        problem_rows=lost,
        hidden=sheet.hidden,
    )
    return _SheetResult(understanding, tuple(parties), (*_column_notes(layout), *problems))


def _column_notes(layout: Layout) -> list[Problem]:
    """A note for each column that holds values and was not understood; one for all beyond the first hundred."""
    where = CellRef(layout.file, layout.sheet.name, layout.header_row)
    unknown = [column for column in layout.columns if column.noted and not column.field]
    noted = [column for column in unknown if any(value is not None for value in cells_of(layout.rows, column.index))]
    notes = [
        _note(Code.COLUMN_NOT_UNDERSTOOD, where.at(column.index + 1), column.header)
        for column in noted[:_MOST_COLUMN_NOTES]
    ]
    rest = noted[_MOST_COLUMN_NOTES:]
    return [*notes, *(_note(Code.COLUMN_NOT_UNDERSTOOD, where, f"{len(rest)} more columns") for _ in rest[:1])]


def _read_rows(layout: Layout, ids: PartyIds) -> tuple[list[Party], list[Problem]]:
    reader, sieve = RowReader(layout), _sieve(layout)
    name_of, id_of = _text_reader(layout, "name"), _text_reader(layout, "party_id")
    parties: list[Party] = []
    for row in layout.rows:
        what = sieve.what(row)
        name = "" if what else name_of(row)
        if not name:
            reader.problems.append(_lost(layout, row, what))
            continue
        stated_id = id_of(row)
        party_id, repeated = ids.take(stated_id, layout.sheet.name, row.number)
        if repeated:
            where = layout.cell(row, layout.single["party_id"])
            reader.problems.append(Problem(Code.PARTY_ID_REPEATED, Severity.WARNING, where, stated_id))
        if reorders(name):
            where = layout.cell(row, layout.single["name"])
            reader.problems.append(_note(Code.TEXT_REORDERED, where, spelled_out(name)))
        parties.append(reader.party(row, party_id, name))
    return parties, reader.problems


def _sieve(layout: Layout) -> Sieve:
    headers = [column.header for column in layout.columns]
    fields = {field: column.index for field, column in layout.single.items()}
    return Sieve(headers, fields, min(column.index for column in layout.columns))


def _lost(layout: Layout, row: Row, what: str) -> Problem:
    """The problem of a row that gives no party: it is something else, or has no name."""
    if not what:
        return Problem(Code.NAME_EMPTY, Severity.ERROR, layout.cell(row, layout.single["name"]), rows=1)
    first = next(index for index, value in enumerate(row.values, 1) if value is not None)
    where = CellRef(layout.file, layout.sheet.name, row.number, first)
    found = f"{what}: {stated(row.values[first - 1])[:80]}"
    return Problem(Code.ROW_NOT_A_PARTY, Severity.NOTE, where, found, rows=1)


def _text_reader(layout: Layout, field: str) -> Callable[[Row], str]:
    """Reads a field's stated text; empty if it has no column."""
    if field not in layout.single:
        return lambda row: ""
    index = layout.single[field].index
    return lambda row: stated(row.values[index]) if index < len(row.values) else ""
