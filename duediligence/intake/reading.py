"""A whole table file → its parties and problems. Rows in = parties + problem rows, for every sheet that is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.intake.header import Header, body, find_header
from duediligence.intake.ids import PartyIds
from duediligence.intake.kinds import kind_of
from duediligence.intake.layout import Layout, lay_out
from duediligence.intake.party_rows import RowReader
from duediligence.intake.rows import Sieve
from duediligence.intake.values import stated
from duediligence.model import CellRef, Intake, Party, PartyKind, Problem, Severity, TableUnderstanding
from duediligence.settings import Settings
from duediligence.tables.sheets import Row, Sheet, TableFile
from duediligence.tables.uncollected import uncollected


def read_parties(path: Path, kind: PartyKind | None, settings: Settings) -> Intake:
    """Read a file of suppliers or agencies. `kind` None lets each sheet's words decide.

    Raises `InputRefused` for a file that cannot be opened, or that holds no table of parties.
    """
    from duediligence.tables import read_table

    with uncollected():
        return parties_of(read_table(path, settings), kind)


def parties_of(table: TableFile, kind: PartyKind | None) -> Intake:
    """The parties of a table that was read. Raises `InputRefused` if none of its sheets holds a table of parties."""
    found = [(sheet, find_header(sheet)) for sheet in table.sheets]
    used = [(sheet, header) for sheet, header in found if header and _usable(sheet, header)]
    if not used:
        raise _refusal(table, found)
    problems = [*table.problems]
    problems += [_not_read(table, sheet) for sheet, header in found if (sheet, header) not in used]
    ids = PartyIds(Path(table.source.name).stem, sheets=len(used) > 1)
    with uncollected():
        results = [_read_sheet(table, sheet, header, kind, ids) for sheet, header in used]
    return Intake(
        file=table.source.name,
        tables=tuple(result.understanding for result in results),
        parties=tuple(party for result in results for party in result.parties),
        problems=(*problems, *(problem for result in results for problem in result.problems)),
    )


def _usable(sheet: Sheet, header: Header) -> bool:
    return header.names_parties and bool(body(sheet, header))


def _refusal(table: TableFile, found: Sequence[tuple[Sheet, Header | None]]) -> InputRefused:
    """The refusal that helps most: of a header without rows, else of one without a name, else of none at all."""
    headers = [(sheet, header) for sheet, header in found if header]
    for sheet, header in headers:
        if header.names_parties:
            return InputRefused(Code.NO_ROWS, where=str(table.cell(sheet, header.row)))
    for sheet, header in headers:
        columns = ", ".join(cell.text for cell in header.cells if cell.text)
        return InputRefused(Code.NO_NAME_COLUMN, where=str(table.cell(sheet, header.row)), detail=columns[:200])
    sheet = max(table.sheets, key=lambda sheet: len(sheet.rows), default=Sheet("", ()))
    return InputRefused(Code.NO_HEADER, where=str(table.cell(sheet, 0)))


def _not_read(table: TableFile, sheet: Sheet) -> Problem:
    """A cover, a list of choices or an empty form among the sheets: one note that says how many rows it has."""
    return Problem(Code.SHEET_NOT_READ, Severity.NOTE, table.cell(sheet, 0), f"{len(sheet.rows)} rows")


@dataclass(frozen=True, slots=True)
class _SheetResult:
    understanding: TableUnderstanding
    parties: tuple[Party, ...]
    problems: tuple[Problem, ...]


def _read_sheet(table: TableFile, sheet: Sheet, header: Header, kind: PartyKind | None, ids: PartyIds) -> _SheetResult:
    place = sheet.name or Path(table.source.name).stem
    layout = lay_out(table, sheet, header, kind or kind_of(header, place))
    parties, problems = _read_rows(layout, ids)
    lost = sum(problem.rows for problem in problems)
    understanding = TableUnderstanding(
        where=table.cell(sheet, 0),
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
    """A note for each column that was not understood."""
    where = CellRef(layout.file, layout.sheet.name, layout.header_row)
    noted = [column for column in layout.columns if column.noted and not column.field]
    return [
        Problem(Code.COLUMN_NOT_UNDERSTOOD, Severity.NOTE, where.at(column.index + 1), column.header)
        for column in noted
    ]


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
