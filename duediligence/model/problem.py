"""Something wrong with one cell, row, entry or answer. Collected and reported; never raised, never dropped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from duediligence.errors import Code
from duediligence.model.locators import CellRef


class Severity(StrEnum):
    """How much a problem costs: `error` lost a row or file, `warning` lost a value, `note` lost nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, with its place, what was found there and what to do about it.

    `rows` counts the input rows that gave no party because of it, so that rows in = parties + problems
    can be checked: 1 for a row without a name, 0 for a bad date beside a good name.
    """

    code: Code
    severity: Severity
    where: CellRef | None = None
    found: str = ""
    suggestion: str = ""
    rows: int = 0

    @property
    def message(self) -> str:
        """What is wrong, with what was found: `The country is not known: "Burmma".`"""
        meaning = self.code.meaning.rstrip(".")
        return f"{meaning}: “{self.found}”." if self.found else f"{meaning}."

    @property
    def advice(self) -> str:
        """What to do: the suggestion when there is one, else the code's advice."""
        return self.suggestion or self.code.advice

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.message} {self.advice} [{self.code.code}]"
