"""Risk: how exposed a party is, what its controls take away, and what to act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from duediligence.intake import Links
from duediligence.model import (
    Assessment,
    Finding,
    Match,
    Party,
    PartyPlacement,
    RiskProfile,
)
from duediligence.risk.findings import Case, is_grave, linked_findings, own_findings
from duediligence.risk.profiles import profile
from duediligence.risk.scheme import RiskModel, finding_rules, risk_model

__all__ = ["RiskModel", "finding_rules", "profile", "risk_model", "weigh"]


def weigh(
    parties: Sequence[Party],
    matches: Sequence[Match],
    placements: Sequence[PartyPlacement],
    assessments: Sequence[Assessment],
    links: Links,
    as_of: date,
) -> tuple[tuple[RiskProfile, ...], tuple[Finding, ...]]:
    """A profile for each party, in order, and all findings, gravest first within each party.

    Through `links` a supplier answers for the findings of the agencies it uses.
    """
    model = risk_model()
    matches_of = _by_party(matches)
    assessment_of = {assessment.party_id: assessment for assessment in assessments}
    cases = []
    for party, placement in zip(parties, placements, strict=True):
        own = matches_of.get(party.party_id, ())
        assessment = assessment_of.get(party.party_id)
        weighed = profile(party, placement, own, assessment, model)
        agencies = links.agencies_of(party.party_id)
        cases.append(Case(party, placement, own, assessment, weighed, agencies, as_of))
    return tuple(case.profile for case in cases), _findings(cases, model)


def _by_party(matches: Sequence[Match]) -> dict[str, list[Match]]:
    grouped: dict[str, list[Match]] = {}
    for match in matches:
        grouped.setdefault(match.party_id, []).append(match)
    return grouped


def _findings(cases: Sequence[Case], model: RiskModel) -> tuple[Finding, ...]:
    own = {case.party.party_id: own_findings(case, model) for case in cases}
    grave = {party_id: [finding for finding in found if is_grave(finding)] for party_id, found in own.items()}
    drawn: list[Finding] = []
    for case in cases:
        party_findings = [*own[case.party.party_id], *linked_findings(case, grave)]
        drawn.extend(sorted(party_findings, key=lambda finding: -finding.severity.rank))
    return tuple(replace(finding, finding_id=f"F{number:04d}") for number, finding in enumerate(drawn, start=1))
