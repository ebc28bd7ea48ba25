"""Small tables in memory, as the readers would give them."""

from __future__ import annotations

from collections.abc import Sequence

from duediligence.intake.read import parties_of
from duediligence.model import Intake, PartyKind, Problem, SourceFile
from duediligence.tables.sheets import Row, Sheet, TableFile, Value


def sheet(lines: Sequence[Sequence[Value]], name: str = "", *, hidden: bool = False, first_column: int = 1) -> Sheet:
    """A sheet of lines from row 1; empty text is an empty cell, an empty line a blank row."""
    margin: tuple[Value, ...] = (None,) * (first_column - 1)
    rows = [
        Row(number, margin + tuple(None if value == "" else value for value in line))
        for number, line in enumerate(lines, 1)
    ]
    kept = tuple(row for row in rows if any(value is not None for value in row.values))
    return Sheet(name, kept, hidden)


def table(*sheets: Sheet, file: str = "suppliers.csv", problems: Sequence[Problem] = ()) -> TableFile:
    """A file of sheets."""
    return TableFile(SourceFile(file, 0, ""), tuple(sheets), tuple(problems))


def read(lines: Sequence[Sequence[Value]], kind: PartyKind | None = None, *, file: str = "suppliers.csv") -> Intake:
    """The intake of a file with one sheet."""
    return parties_of(table(sheet(lines), file=file), kind)


def fields_of(intake: Intake) -> dict[str, str]:
    """Header → field of the first table."""
    return {column.header: column.field for column in intake.tables[0].columns}


def codes_of(intake: Intake) -> list[str]:
    """The problems by name and place, such as `NAME_EMPTY A3`."""
    return [f"{problem.code.name} {problem.where.address if problem.where else ''}" for problem in intake.problems]
