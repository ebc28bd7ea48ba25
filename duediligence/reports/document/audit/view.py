"""An audit looked up by party, and which parties need a page of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from duediligence.model import (
    Assessment,
    AuditReport,
    Contradiction,
    Finding,
    FindingSeverity,
    ListEdition,
    Match,
    MatchBand,
    Party,
    PartyPlacement,
    RiskBand,
    RiskProfile,
)
from duediligence.settings import Settings

PAGES_FOR_PARTIES = 60
"""More parties of concern than this are told in the table of all parties only, and the report says so."""

CONCERN_BAND = RiskBand.HIGH
CONCERN_SEVERITY = FindingSeverity.MAJOR


class _OfParty(Protocol):
    @property
    def party_id(self) -> str: ...


Item = TypeVar("Item", bound=_OfParty)


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the audit holds on one party. Matches are highest score first, findings gravest first."""

    party: Party
    profile: RiskProfile
    placement: PartyPlacement | None
    assessments: tuple[Assessment, ...]
    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def open_matches(self) -> tuple[Match, ...]:
        """Strong and possible matches: those an officer must decide."""
        return tuple(match for match in self.matches if match.band is not MatchBand.WEAK)

    @property
    def of_concern(self) -> bool:
        """Whether the band is high or critical, a match is open, or a finding is major or critical."""
        grave = any(finding.severity.rank >= CONCERN_SEVERITY.rank for finding in self.findings)
        return self.profile.band.rank >= CONCERN_BAND.rank or bool(self.open_matches) or grave

    @property
    def anchor(self) -> str:
        """The name of the party's page inside the document."""
        return f"party-{self.party.party_id}"

    @property
    def urgency(self) -> tuple[float, float, float, float, str]:
        """Sorts the gravest first: of one band, what holds it up by itself goes before a high score."""
        held = max((rule.band.rank for rule in self.profile.overrides), default=-1)
        best = self.matches[0].score if self.matches else 0.0
        critical = held if held == self.profile.band.rank else -1
        return (-self.profile.band.rank, -critical, -self.profile.residual, -best, self.party.party_id)


@dataclass(frozen=True, slots=True)
class View:
    """The audit with its cases: all in the order of the files, those of concern gravest first."""

    report: AuditReport
    cases: tuple[Case, ...]
    concern: tuple[Case, ...]

    @property
    def with_page(self) -> tuple[Case, ...]:
        """The parties that get a page of their own."""
        return self.concern[:PAGES_FOR_PARTIES]

    @property
    def max_age(self) -> int:
        """The permitted age of a list in days."""
        return int(self.limits["list_max_age_days"])

    @property
    def limits(self) -> dict[str, str]:
        """The settings in force, as text; the default where the report does not say."""
        return Settings().as_text() | dict(self.report.settings)

    def edition_of(self, list_name: str) -> ListEdition | None:
        """The edition of a list that was used."""
        return next((edition for edition in self.report.editions if edition.list == list_name), None)


def view(report: AuditReport) -> View:
    """The audit, looked up by party. Every party has a profile; raises KeyError where one has none."""
    profiles = {profile.party_id: profile for profile in report.profiles}
    placements = {placement.party_id: placement for placement in report.placements}
    matches = _by_party(sorted(report.matches, key=lambda match: -match.score))
    findings = _by_party(sorted(report.findings, key=lambda finding: -finding.severity.rank))
    assessments = _by_party(report.assessments)
    cases = tuple(
        Case(
            party,
            profiles[party.party_id],
            placements.get(party.party_id),
            tuple(assessments.get(party.party_id, ())),
            tuple(matches.get(party.party_id, ())),
            tuple(findings.get(party.party_id, ())),
            tuple(item for item in report.contradictions if item.concerns(party.party_id)),
        )
        for party in report.parties
    )
    concern = sorted((case for case in cases if case.of_concern), key=lambda case: case.urgency)
    return View(report, cases, tuple(concern))


def _by_party(items: Iterable[Item]) -> Mapping[str, list[Item]]:
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.party_id, []).append(item)
    return grouped


def dated(day: date | None) -> str:
    """The day as YYYY-MM-DD, or that there is none."""
    return day.isoformat() if day else "no date"


def count(number: int, one: str, many: str = "") -> str:
    """`1 party`, `2 parties`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
