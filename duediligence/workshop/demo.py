"""The workshop set as data: tables to write, answers to give, and what is planted in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from duediligence.resources import load_validated, package_file


@dataclass(frozen=True, slots=True)
class DemoTable:
    """One sheet or csv file. `top` stands above the header, `below` under the rows; `first_column` is from 1.

    `error_cells` maps a header to rows (by first cell) whose cell holds a spreadsheet error.
    """

    file: str
    top: tuple[str, ...] = ()
    sheet: str = ""
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    below: tuple[tuple[Any, ...] | None, ...] = ()
    first_column: int = 1
    agencies: bool = False
    encoding: str = "utf-8"
    delimiter: str = ","
    error_cells: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DemoAnswers:
    """The answers of one party: question id → answer, with the evidence grade's digit after `|` where there is one."""

    party: str
    name: str
    questionnaire: str
    format: str
    answered_on: date
    answers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Planted:
    """What the audit must find of a party, or must leave alone, and what the case teaches."""

    party: str
    lesson: str
    listed: dict[str, str] = field(default_factory=dict)
    finding: str = ""
    absent: str = ""
    unmet: str = ""
    innocent: bool = False


@dataclass(frozen=True, slots=True)
class DemoSet:
    """The whole set."""

    edition: date
    licence: str
    tables: tuple[DemoTable, ...]
    planted: tuple[Planted, ...]
    answers: tuple[DemoAnswers, ...] = ()


@cache
def demo_set() -> DemoSet:
    """The packaged workshop set."""
    return load_validated(package_file("workshop", "demo.yaml"), DemoSet)
