"""What was understood of a table before its rows became parties."""

from __future__ import annotations

from dataclasses import dataclass

from duediligence.model.locators import CellRef
from duediligence.model.party import Party, PartyKind
from duediligence.model.problem import Problem


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """One column: its header as written, the field it was taken for (empty if none), how surely (0..1), why.

    `kind` is the kind of the numbers in a column of identifiers.
    """

    column: int
    header: str
    field: str
    confidence: float
    reason: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TableUnderstanding:
    """One sheet: where its header is, what its columns mean, and what became of its rows.

    `rows` counts the rows below the header that hold any value; `rows == parties + problem_rows`.
    """

    where: CellRef
    kind: PartyKind
    header_row: int
    columns: tuple[ColumnMeaning, ...]
    rows: int
    parties: int
    problem_rows: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything one input file gave."""

    file: str
    tables: tuple[TableUnderstanding, ...]
    parties: tuple[Party, ...]
    problems: tuple[Problem, ...]
