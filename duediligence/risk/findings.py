"""What to act on: each rule looks at one kind of evidence and says what was seen, never what the party is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from duediligence.hotspots import annex_response, heightened
from duediligence.model import (
    Assessment,
    Concern,
    EntryRef,
    EvidenceRef,
    Finding,
    FindingSeverity,
    Match,
    MatchBand,
    Nearness,
    Party,
    PartyKind,
    PartyPlacement,
    RiskBand,
    RiskProfile,
)
from duediligence.questionnaires import is_supplement
from duediligence.risk.factors import register_evidence
from duediligence.risk.model import FindingRule, RiskModel, finding_rules
from duediligence.risk.profiles import GRAVEST_TOPICS

HEIGHTENED = "heightened"
"""The questionnaire that is asked where conflict around the place calls for heightened due diligence."""

INVALID_STATUS_WORDS = ("expired", "cancel", "suspend", "revoke", "delist", "denied", "invalid", "forfeit")


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one party when its findings are drawn up.

    `agencies` by the names it uses for them; `forms` are the questionnaires it answered, `assessment` all of them
    together.
    """

    party: Party
    placement: PartyPlacement
    matches: Sequence[Match]
    assessment: Assessment | None
    profile: RiskProfile
    agencies: Mapping[str, Party]
    as_of: date
    forms: frozenset[str] = frozenset()


def own_findings(case: Case, model: RiskModel) -> tuple[Finding, ...]:
    """The findings that a party's own evidence gives, gravest first. Ids are set once all are known."""
    drawn = [
        *_matches(case),
        *_places(case),
        *_goods(case),
        *_answers(case),
        *_row(case),
        *_unanswered(case, model),
    ]
    return tuple(sorted(drawn, key=lambda finding: -finding.severity.rank))


def linked_findings(case: Case, grave_agencies: Mapping[str, Sequence[Finding]]) -> Iterable[Finding]:
    """Findings that a supplier has through an agency it uses."""
    for name in case.party.agencies:
        agency = case.agencies.get(name)
        findings = grave_agencies.get(agency.party_id, ()) if agency else ()
        if agency and findings:
            titles = "; ".join(dict.fromkeys(finding.title.lower() for finding in findings))
            text = f"The supplier uses {agency.name} ({agency.party_id}), which has open findings: {titles}."
            yield _finding(case, "agency_of_concern", text, (_cell(case.party, "agencies", name),))


def _finding(
    case: Case,
    rule_id: str,
    statement: str,
    evidence: Sequence[EvidenceRef],
    rule: FindingRule | None = None,
    *,
    topics: Sequence[str] = (),
) -> Finding:
    """`topics` are those of the list entry that gave the finding; they too may call for a response of OECD Annex II."""
    rule = rule or finding_rules()[rule_id]
    response = annex_response(rule_id, topics, in_conflict=bool(heightened(case.placement)))
    return Finding(
        finding_id="",
        party_id=case.party.party_id,
        rule=rule_id,
        title=rule.title,
        severity=rule.severity,
        statement=statement,
        evidence=tuple(evidence),
        clauses=(*rule.clauses, *((response.clause,) if response else ())),
        action=rule.action,
        due=rule.due(case.as_of),
        response=response.sentence if response else "",
    )


def _cell(party: Party, field: str, text: str) -> EvidenceRef:
    return EvidenceRef("cell", text, party.cell(field), "the party's file")


def _matches(case: Case) -> Iterable[Finding]:
    for match in case.matches:
        if match.band is MatchBand.WEAK:
            continue
        rule = f"match_{match.band}"
        if match.band is MatchBand.STRONG and GRAVEST_TOPICS.intersection(match.listed_for):
            rule = "match_strong_trafficking"
        entry = EvidenceRef("list entry", match.explanation, EntryRef(match.list, match.list_entry_id), "official list")
        cell = EvidenceRef("cell", match.party_name_compared, match.row, "the party's file")
        yield _finding(case, rule, match.explanation, (entry, cell), topics=match.listed_for)


def _places(case: Case) -> Iterable[Finding]:
    met = heightened(case.placement)
    if met:
        statement = " ".join(dict.fromkeys(exposure.why for exposure in met))
        yield _finding(case, "heightened_due_diligence", statement, [register_evidence(exposure) for exposure in met])
    elif case.placement.unknown_region:
        text = _sentence(case.placement.unknown_region)
        yield _finding(case, "region_unknown", text, (_cell(case.party, "country", text),))


def _goods(case: Case) -> Iterable[Finding]:
    """By the good itself: a sector that makes other things too is an exposure, and too little for a finding."""
    met = [exposure for exposure in case.placement.exposures if exposure.nearness is Nearness.SAME_GOOD]
    forced = [exposure for exposure in met if exposure.concern is Concern.FORCED_LABOUR]
    child = [exposure for exposure in met if exposure.concern is Concern.CHILD_LABOUR]
    for rule, found in (("goods_forced_labour", forced), ("goods_child_labour", child)):
        if found:
            statement = " ".join(dict.fromkeys(exposure.why for exposure in found))
            yield _finding(case, rule, statement, [register_evidence(exposure) for exposure in found])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _answers(case: Case) -> Iterable[Finding]:
    if case.assessment is None:
        return
    rules = finding_rules()
    for answer in case.assessment.critical:
        own = replace(
            rules["critical_answer"],
            clauses=answer.references or rules["critical_answer"].clauses,
            action=answer.action or rules["critical_answer"].action,
        )
        text = f"To “{answer.text}” the answer is “{answer.value}”."
        evidence = EvidenceRef("answer", text, answer.cell, "the party's own answers")
        yield _finding(case, "critical_answer", text, (evidence,), own)
    if case.assessment.weak:
        evidence_of_all = [
            EvidenceRef("answer", f"{answer.question}: {answer.value}", answer.cell, "the party's own answers")
            for answer in case.assessment.weak
        ]
        actions = " ".join(dict.fromkeys(answer.action for answer in case.assessment.weak if answer.action))
        rule = replace(rules["weak_answers"], action=actions or rules["weak_answers"].action)
        text = f"{len(case.assessment.weak)} answers show a control that is missing or weak."
        yield _finding(case, "weak_answers", text, evidence_of_all, rule)


def _row(case: Case) -> Iterable[Finding]:
    """What the party's own row says: fees, licence, agencies."""
    party = case.party
    if party.fee_charged:
        text = f"The row says that workers are charged {party.fee_charged:g}."
        yield _finding(case, "fee_charged", text, (_cell(party, "fee_charged", text),))
    if party.kind is PartyKind.AGENCY:
        yield from _licence(case)
    for name in party.agencies:
        if name not in case.agencies:
            text = f"The row names the agency “{name}”, which is in none of the files."
            yield _finding(case, "agency_unknown", text, (_cell(party, "agencies", name),))


def _licence(case: Case) -> Iterable[Finding]:
    party, as_of = case.party, case.as_of
    if party.licence_expiry and party.licence_expiry < as_of:
        text = f"The licence {party.licence} ran out on {party.licence_expiry.isoformat()}."
        yield _finding(case, "licence_not_valid", text, (_cell(party, "licence_expiry", text),))
    elif any(word in party.licence_status.casefold() for word in INVALID_STATUS_WORDS):
        text = f"The licence's status is “{party.licence_status}”."
        yield _finding(case, "licence_not_valid", text, (_cell(party, "licence_status", text),))
    elif not party.licence:
        text = "The row gives no licence number."
        yield _finding(case, "licence_missing", text, (_cell(party, "licence", text),))


def _unanswered(case: Case, model: RiskModel) -> Iterable[Finding]:
    name = _cell(case.party, "name", case.party.name)
    main = [form for form in case.forms if not is_supplement(form)]
    if not main and model.band(case.profile.inherent).rank >= RiskBand.HIGH.rank:
        asked = "only a supplement" if case.forms else "no questionnaire"
        text = f"The inherent risk is {case.profile.inherent:.0f} of 100 and {asked} has been answered."
        yield _finding(case, "answers_missing", text, (name,))
    met = heightened(case.placement)
    if met and HEIGHTENED not in case.forms:
        text = (
            "Conflict around the place asks for heightened due diligence; the questions on it have not been answered."
        )
        yield _finding(case, "heightened_answers_missing", text, (name, *map(register_evidence, met)))


def is_grave(finding: Finding) -> bool:
    """Whether a finding of an agency is one for the suppliers that use it, too."""
    return finding.severity.rank >= FindingSeverity.MAJOR.rank and finding.rule != "heightened_due_diligence"
