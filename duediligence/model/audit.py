"""The whole audit as one value: what the reports render and `audit.json` holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from duediligence.model.contradiction import Contradiction
from duediligence.model.hotspot import Area, PartyPlacement, Register
from duediligence.model.match import Match
from duediligence.model.party import Party
from duediligence.model.problem import Problem
from duediligence.model.questionnaire import Assessment
from duediligence.model.risk import Finding, RiskProfile
from duediligence.model.table_layout import TableUnderstanding
from duediligence.model.watchlist_entry import ListEdition, SourceFile


@dataclass(frozen=True, slots=True)
class QuestionnaireUse:
    """A questionnaire that answers were read against."""

    id: str
    version: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Everything one run of the audit found. `as_of` is the day the report speaks for.

    `areas` are all that the registers name inside countries, met or not: what a map shows.
    """

    title: str
    as_of: date
    software: str
    settings: Mapping[str, str]
    inputs: tuple[SourceFile, ...]
    tables: tuple[TableUnderstanding, ...]
    parties: tuple[Party, ...]
    editions: tuple[ListEdition, ...]
    registers: tuple[Register, ...]
    questionnaires: tuple[QuestionnaireUse, ...]
    matches: tuple[Match, ...]
    placements: tuple[PartyPlacement, ...]
    assessments: tuple[Assessment, ...]
    profiles: tuple[RiskProfile, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]
    risk_model: str
    contradictions: tuple[Contradiction, ...] = ()
    areas: tuple[Area, ...] = ()
