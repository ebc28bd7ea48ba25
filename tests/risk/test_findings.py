"""Findings: each rule sees its own kind of evidence, and says what was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from duediligence.intake import link
from duediligence.model import (
    Assessment,
    Basis,
    CellRef,
    Concern,
    Exposure,
    Finding,
    FindingSeverity,
    HotspotKind,
    Match,
    MatchBand,
    Nearness,
    Party,
    PartyKind,
    Topic,
)
from duediligence.risk import finding_rules, weigh
from tests.risk.builders import AS_OF, CRITICAL, assessment, exposure, match, party, placement


def draw(
    subject: Party,
    *,
    matches: tuple[Match, ...] = (),
    exposures: tuple[Exposure, ...] = (),
    answers: Assessment | None = None,
    unknown_region: str = "",
) -> list[Finding]:
    placed = placement(*exposures, unknown_region=unknown_region)
    _, findings = weigh([subject], matches, [placed], [answers] if answers else [], link([subject]), AS_OF)
    return list(findings)


def agency(**fields: Any) -> Party:
    return party(kind=PartyKind.AGENCY, licence="RL-1", **fields)


def rules(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("found", "rule"),
    [
        (match(MatchBand.STRONG), "match_strong"),
        (match(MatchBand.STRONG, listed_for=(str(Topic.FORCED_LABOUR),)), "match_strong_trafficking"),
        (match(MatchBand.POSSIBLE, listed_for=(str(Topic.FORCED_LABOUR),)), "match_possible"),
    ],
)
def test_a_match_is_a_finding_by_its_band_and_reason(found: Match, rule: str) -> None:
    (finding,) = draw(party(migrant_share=0.0), matches=(found,))
    assert finding.rule == rule
    assert "CBP-WRO WRO-1" in {str(evidence.where) for evidence in finding.evidence}


def test_a_weak_match_is_no_finding() -> None:
    assert not draw(party(migrant_share=0.0), matches=(match(MatchBand.WEAK),))


def test_goods_tied_to_forced_labour_are_a_finding_that_names_the_register_row() -> None:
    (found,) = [finding for finding in draw(party(), exposures=(jade(),)) if finding.rule == "goods_forced_labour"]
    assert "row MMR/Jade" in str(found.evidence[0].where)


def test_goods_of_an_own_register_are_a_finding_by_their_concern_and_marked_as_own() -> None:
    own = replace(jade(pattern="debt at the pits", basis=Basis.REPORTING), register="OUR-LIST", own=True)
    (found,) = [finding for finding in draw(party(), exposures=(own,)) if finding.rule == "goods_forced_labour"]
    assert found.evidence[0].basis == "own register, public reporting"
    child = replace(own, concern=Concern.CHILD_LABOUR)
    assert "goods_child_labour" in rules(draw(party(), exposures=(child,)))
    assert not {"goods_child_labour", "goods_forced_labour"} & rules(
        draw(party(), exposures=(replace(own, concern=Concern.TIED_VISA),))
    )


def test_an_own_row_never_asks_for_heightened_due_diligence_by_itself() -> None:
    own = replace(exposure("OUR-LIST", severity=1.0), own=True)
    assert "heightened_due_diligence" not in rules(draw(party(), exposures=(own,)))


def test_a_sector_that_makes_other_things_too_is_no_finding() -> None:
    near = jade(nearness=Nearness.SAME_SECTOR, confidence=0.3)
    assert "goods_forced_labour" not in rules(draw(party(), exposures=(near,)))


def test_an_unknown_region_is_asked_for_where_it_matters() -> None:
    drawn = rules(draw(party(), unknown_region="the region is not known"))
    assert "region_unknown" in drawn
    assert "heightened_due_diligence" not in drawn


def jade(**fields: Any) -> Exposure:
    values: dict[str, Any] = {
        "kind": HotspotKind.SECTOR,
        "row": "MMR/Jade",
        "pattern": "forced labour in production",
        "concern": Concern.FORCED_LABOUR,
        "nearness": Nearness.SAME_GOOD,
        "why": "Jade.",
    }
    return exposure("US-DOL-TVPRA", **(values | fields))


def test_a_critical_answer_brings_its_own_clauses_and_action() -> None:
    critical = replace(CRITICAL, references=("IRIS 2",), action="Give the passports back.")
    (finding,) = draw(party(migrant_share=0.0), answers=assessment(0.9, 1.0, critical))
    assert (finding.rule, finding.clauses, finding.action) == (
        "critical_answer",
        ("IRIS 2",),
        "Give the passports back.",
    )
    assert finding.evidence[0].where == critical.cell


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"licence_expiry": date(2026, 11, 23)}, "licence_not_valid"),
        ({"licence_status": "CANCELLED"}, "licence_not_valid"),
        ({"licence": ""}, "licence_missing"),
        ({"fee_charged": 50.0}, "fee_charged"),
    ],
)
def test_what_an_agencys_row_says_becomes_a_finding(fields: dict[str, Any], rule: str) -> None:
    subject = agency(**fields) if "licence" not in fields else party(kind=PartyKind.AGENCY)
    assert rule in rules(draw(subject))


@pytest.mark.parametrize("fields", [{"licence_expiry": AS_OF}, {"licence_status": "Valid"}, {"fee_charged": 0.0}])
def test_an_agency_in_order_draws_no_licence_or_fee_finding(fields: dict[str, Any]) -> None:
    assert not rules(draw(agency(**fields))) & {"licence_not_valid", "licence_missing", "fee_charged"}


def test_a_supplier_inherits_the_grave_findings_of_its_agency() -> None:
    supplier = party(party_id="S1", agencies=("Everest Gate",), migrant_share=0.0)
    bad = agency(party_id="A1", name="Everest Gate", fee_charged=900.0)
    both = [supplier, bad]
    _, findings = weigh(both, (), [placement(party_id="S1"), placement(party_id="A1")], (), link(both), AS_OF)
    linked = [finding for finding in findings if finding.rule == "agency_of_concern"]
    assert [finding.party_id for finding in linked] == ["S1"]
    assert "workers pay for their job" in linked[0].statement


def test_an_agency_that_no_file_describes_is_pointed_out() -> None:
    assert "agency_unknown" in rules(draw(party(agencies=("Nobody Knows Ltd",))))


def test_high_inherent_risk_without_answers_asks_for_the_questionnaire() -> None:
    grave = (exposure(severity=1.0), exposure("US-DOL-TVPRA", severity=1.0))
    assert "answers_missing" in rules(draw(party(), exposures=grave))
    assert "answers_missing" not in rules(draw(party(), exposures=grave, answers=assessment(0.2, 0.5)))


def supplement(**fields: Any) -> Assessment:
    return replace(
        assessment(0.9, 0.8),
        questionnaire="heightened",
        file="h.json",
        **{"weight": 50.0, "weight_answered": 40.0, **fields},
    )


def rules_of(forms: list[Assessment], *exposures: Exposure) -> set[str]:
    subject = party(migrant_share=0.0)
    _, findings = weigh([subject], (), [placement(*exposures)], forms, link([subject]), AS_OF)
    return rules(list(findings))


def test_where_heightened_due_diligence_is_called_for_its_questionnaire_is_asked_for_until_it_is_answered() -> None:
    main = replace(assessment(0.9, 0.8), weight=100.0, weight_answered=80.0)
    assert "heightened_answers_missing" not in rules_of([main])
    assert "heightened_answers_missing" in rules_of([main], exposure())
    assert "heightened_answers_missing" not in rules_of([main, supplement()], exposure())
    rule = finding_rules()["heightened_answers_missing"]
    assert rule.action.startswith("Ask the heightened questionnaire")


def test_a_supplement_alone_does_not_stand_for_the_questionnaire_that_is_missing() -> None:
    grave = (exposure(severity=1.0), exposure("US-DOL-TVPRA", severity=1.0))
    assert "answers_missing" in rules_of([supplement()], *grave)
    assert "answers_missing" not in rules_of([assessment(0.2, 0.5)], *grave)


def test_every_form_of_a_party_counts_in_its_controls_and_makes_its_findings() -> None:
    main = replace(assessment(1.0, 1.0), weight=100.0, weight_answered=100.0)
    subject = party()
    forms = [main, supplement(control=0.0, critical=(CRITICAL,))]
    (profile,), findings = weigh([subject], (), [placement()], forms, link([subject]), AS_OF)
    assert profile.control == pytest.approx(100 / 140, abs=1e-4)
    assert "critical_answer" in rules(list(findings))
    assert "critical_answer" in {rule.rule for rule in profile.overrides}


def test_findings_are_gravest_first_dated_and_keep_their_ids() -> None:
    def drawn(row: int) -> list[Finding]:
        moved = agency(fee_charged=9.0, licence_status="expired", origin=CellRef("other.xlsx", "Vendors", row, 2))
        return draw(moved, matches=(match(MatchBand.POSSIBLE),))

    findings = drawn(6)
    ranks = [finding.severity.rank for finding in findings]
    assert ranks == sorted(ranks, reverse=True)
    ids = [finding.finding_id for finding in findings]
    assert len(set(ids)) == len(ids)
    assert ids == [finding.finding_id for finding in drawn(99)]
    assert all(finding.due and finding.due > AS_OF for finding in findings)


def test_every_rule_has_words_a_clause_and_a_date() -> None:
    for rule_id, rule in finding_rules().items():
        assert rule.title and rule.action and rule.clauses and rule.due_days > 0, rule_id
        assert isinstance(rule.severity, FindingSeverity)


def test_forced_labour_in_a_conflict_area_asks_for_the_response_of_annex_ii() -> None:
    inside = [found for found in draw(party(), exposures=(exposure(), jade())) if found.rule == "goods_forced_labour"]
    outside = [found for found in draw(party(), exposures=(jade(),)) if found.rule == "goods_forced_labour"]
    assert "suspend or end dealings at once" in inside[0].response
    assert "OECD Annex II (serious abuses)" in inside[0].clauses
    assert inside[0].action == outside[0].action
    assert not outside[0].response


def test_a_match_with_a_party_to_a_conflict_asks_for_it_wherever_the_party_is() -> None:
    found = match(MatchBand.POSSIBLE, listed_for=(str(Topic.ARMED_CONFLICT),))
    (finding,) = draw(party(migrant_share=0.0), matches=(found,))
    assert "support to non-state armed groups" in finding.response


def test_every_finding_that_a_response_names_is_a_rule() -> None:
    from duediligence.hotspots.heightened import heightening_rule

    responses = heightening_rule().responses
    assert {name for response in responses for name in response.findings} <= set(finding_rules())
    assert {name for response in responses for name in response.topics} <= {str(topic) for topic in Topic}
