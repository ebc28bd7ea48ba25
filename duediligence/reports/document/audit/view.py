"""An audit looked up by party, and which parties need a page of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from duediligence.model import (
    AuditReport,
    Case,
    FindingSeverity,
    ListEdition,
    RiskBand,
    cases_of,
)
from duediligence.settings import Settings

PAGES_FOR_PARTIES = 60
"""More parties of concern than this are told in the table of all parties only, and the report says so."""

CONCERN_BAND = RiskBand.HIGH
CONCERN_SEVERITY = FindingSeverity.MAJOR


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
    cases = cases_of(report)
    concern = sorted((case for case in cases if of_concern(case)), key=urgency)
    return View(report, cases, tuple(concern))


def of_concern(case: Case) -> bool:
    """Whether the band is high or critical, a match is open, or a finding is major or critical."""
    grave = any(finding.severity.rank >= CONCERN_SEVERITY.rank for finding in case.findings)
    return case.profile.band.rank >= CONCERN_BAND.rank or bool(case.open_matches) or grave


def anchor(case: Case) -> str:
    """The name of the party's page inside the document."""
    return f"party-{case.party.party_id}"


def urgency(case: Case) -> tuple[float, float, float, float, str]:
    """Sorts the gravest first: of one band, what holds it up by itself goes before a high score."""
    held = max((rule.band.rank for rule in case.profile.overrides), default=-1)
    best = case.matches[0].score if case.matches else 0.0
    critical = held if held == case.profile.band.rank else -1
    return (-case.profile.band.rank, -critical, -case.profile.residual, -best, case.party.party_id)


def dated(day: date | None) -> str:
    """The day as YYYY-MM-DD, or that there is none."""
    return day.isoformat() if day else "no date"


def count(number: int, one: str, many: str = "") -> str:
    """`1 party`, `2 parties`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
