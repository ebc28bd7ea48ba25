"""What the fixtures of this folder are, for the tests' signatures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from duediligence.errors import Code, InputRefused
from duediligence.settings import Settings
from duediligence.tables import Sheet, TableFile

Read = Callable[[Path], TableFile]
Packed = Callable[[dict[str, str | bytes]], Path]
TextFile = Callable[[bytes | str], Path]


class Refused(Protocol):
    def __call__(self, path: Path, code: Code, settings: Settings | None = None) -> InputRefused: ...


def rows_of(sheet: Sheet) -> list[tuple[int, tuple[object, ...]]]:
    """The rows as plain values, for comparison."""
    return [(row.number, row.values) for row in sheet.rows]


def addresses(table: TableFile) -> list[tuple[str, str]]:
    """Where the problems are, and what was found there."""
    return [(problem.where.address if problem.where else "", problem.found) for problem in table.problems]
