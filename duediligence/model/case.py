"""One party with all that an audit found on it: who groups by party uses this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from duediligence.model.audit import AuditReport
from duediligence.model.contradiction import Contradiction
from duediligence.model.hotspot import PartyPlacement
from duediligence.model.keys import PartyKey, party_key
from duediligence.model.match import Match, MatchBand
from duediligence.model.party import Party
from duediligence.model.questionnaire import Assessment
from duediligence.model.risk import Finding, RiskProfile


class OfParty(Protocol):
    """Whatever names its party by id."""

    @property
    def party_id(self) -> str:
        """The id of the party it belongs to."""
        ...


Item = TypeVar("Item", bound=OfParty)


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
    def key(self) -> PartyKey:
        """What names the party in every run."""
        return party_key(self.party)

    @property
    def open_matches(self) -> tuple[Match, ...]:
        """Strong and possible matches: those an officer must decide."""
        return tuple(match for match in self.matches if match.band is not MatchBand.WEAK)


def cases_of(report: AuditReport) -> tuple[Case, ...]:
    """A case for each party, in the order of the files. Raises KeyError where a party has no profile."""
    profiles = {profile.party_id: profile for profile in report.profiles}
    placements = {placement.party_id: placement for placement in report.placements}
    matches = by_party(sorted(report.matches, key=lambda match: -match.score))
    findings = by_party(sorted(report.findings, key=lambda finding: -finding.severity.rank))
    assessments = by_party(report.assessments)
    contradictions = _contradictions(report.contradictions)
    return tuple(
        Case(
            party,
            profiles[party.party_id],
            placements.get(party.party_id),
            tuple(assessments.get(party.party_id, ())),
            tuple(matches.get(party.party_id, ())),
            tuple(findings.get(party.party_id, ())),
            tuple(contradictions.get(party.party_id, ())),
        )
        for party in report.parties
    )


def by_party(items: Iterable[Item]) -> Mapping[str, list[Item]]:
    """The items by their party's id, in their own order."""
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.party_id, []).append(item)
    return grouped


def _contradictions(items: Iterable[Contradiction]) -> Mapping[str, list[Contradiction]]:
    """By every party that is to be asked or said one of the two things."""
    grouped: dict[str, list[Contradiction]] = {}
    for item in items:
        for party_id in dict.fromkeys((item.party_id, item.first.party_id, item.second.party_id)):
            grouped.setdefault(party_id, []).append(item)
    return grouped
