"""Risk: how exposed a party is, what its controls take away, and what to act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from duediligence.intake import Links
from duediligence.model import (
    Assessment,
    Finding,
    Match,
    Party,
    PartyKey,
    PartyPlacement,
    RiskProfile,
    finding_key,
    party_key,
    subject_of,
)
from duediligence.questionnaires import together
from duediligence.risk.findings import Case, is_grave, linked_findings, own_findings
from duediligence.risk.model import RiskModel, finding_rules, risk_model
from duediligence.risk.profiles import profile

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

    Through `links` a supplier answers for the findings of the agencies it uses. All questionnaires of a party count
    together.
    """
    model = risk_model()
    matches_of = _by_party(matches)
    assessments_of = _by_party(assessments)
    cases = []
    for party, placement in zip(parties, placements, strict=True):
        own = matches_of.get(party.party_id, ())
        answered = assessments_of.get(party.party_id, ())
        assessment = together(party.kind, answered)
        weighed = profile(party, placement, own, assessment, model)
        agencies = links.agencies_of(party.party_id)
        forms = frozenset(item.questionnaire for item in answered)
        cases.append(Case(party, placement, own, assessment, weighed, agencies, as_of, forms))
    return tuple(case.profile for case in cases), _findings(cases, model)


class _OfParty(Protocol):
    @property
    def party_id(self) -> str: ...


Item = TypeVar("Item", bound=_OfParty)


def _by_party(items: Sequence[Item]) -> dict[str, list[Item]]:
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.party_id, []).append(item)
    return grouped


def _findings(cases: Sequence[Case], model: RiskModel) -> tuple[Finding, ...]:
    own = {case.party.party_id: own_findings(case, model) for case in cases}
    grave = {party_id: [finding for finding in found if is_grave(finding)] for party_id, found in own.items()}
    drawn: list[Finding] = []
    for case in cases:
        party_findings = [*own[case.party.party_id], *linked_findings(case, grave)]
        drawn.extend(sorted(party_findings, key=lambda finding: -finding.severity.rank))
    keys = {case.party.party_id: party_key(case.party) for case in cases}
    return tuple(_identified(drawn, keys))


def _identified(findings: Iterable[Finding], keys: Mapping[str, PartyKey]) -> Iterable[Finding]:
    """Each with its key; what cannot be told apart by what it stands on is counted, in the order of the file."""
    seen: Counter[str] = Counter()
    for finding in findings:
        subjects = tuple(subject_of(item.where, item.text) for item in finding.evidence)
        key = finding_key(keys[finding.party_id], finding.rule, subjects)
        seen[key] += 1
        yield replace(finding, finding_id=key if seen[key] == 1 else f"{key}-{seen[key]}")
