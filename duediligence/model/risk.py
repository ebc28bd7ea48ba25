"""How risky a party is, and what to do about it. Kept apart from how alike it is to a list entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from duediligence.model.locators import CellRef, FieldRef, Locator


class RiskBand(StrEnum):
    """The residual risk in words, lowest first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for low … 3 for critical."""
        return list(RiskBand).index(self)


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """What a driver or finding stands on: a cell, an answer, a list entry or a register row.

    `basis` says on whose word: the party's own file or answer, an official list, a dataset, or our judgement.
    `read_at` is the cell or answer of the party that meets `where`, if `where` is not that cell itself.
    """

    kind: str
    text: str
    where: Locator
    basis: str
    read_at: CellRef | FieldRef | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """A named part of a score. `points` are on the 0..100 scale and may be negative (a control)."""

    factor: str
    label: str
    points: float
    known: bool
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """A rule that lifts the band whatever the score says, with its reason."""

    rule: str
    band: RiskBand
    reason: str


@dataclass(frozen=True, slots=True)
class RiskProfile:
    """One party's risk. `inherent`, `residual`, `low` and `high` are 0..100; `control` and `coverage` 0..1.

    `low`..`high` is what the residual could be once everything unknown is known; `coverage` is the share of
    the model's weight that is known. `band` follows `residual` and the overrides.
    """

    party_id: str
    inherent: float
    control: float | None
    residual: float
    low: float
    high: float
    coverage: float
    band: RiskBand
    drivers: tuple[Driver, ...]
    overrides: tuple[Override, ...]
    unknown: tuple[str, ...] = ()


class FindingSeverity(StrEnum):
    """How grave a finding is, lowest first."""

    NOTE = "note"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for note … 3 for critical."""
        return list(FindingSeverity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to act on: what was seen, how grave, on what evidence, under which clause, what to do by when.

    `response` is what OECD Annex II calls for, as a sentence; empty where the annex does not speak of it.
    """

    finding_id: str
    party_id: str
    rule: str
    title: str
    severity: FindingSeverity
    statement: str
    evidence: tuple[EvidenceRef, ...]
    clauses: tuple[str, ...]
    action: str
    due: date | None
    response: str = ""
