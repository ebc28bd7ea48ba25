"""What does not fit together is asked about, with both cells; what fits is left alone."""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import PackagedDataBroken
from duediligence.intake import link
from duediligence.model import (
    Answer,
    AnswerSet,
    Assessment,
    Between,
    CellRef,
    Contradiction,
    Party,
    PartyKind,
)
from duediligence.questionnaires import assess, contradictions_within, find_contradictions, load_questionnaires
from duediligence.questionnaires.answers.values import read_value
from duediligence.questionnaires.consistency.rules import FactShape, RuleShape, between, contradiction_rules, read_rules
from duediligence.questionnaires.content.loader import questionnaire
from duediligence.resources import load_yaml

CASES_FOLDER = Path(__file__).parents[1] / "cases"
CASES = load_yaml(CASES_FOLDER / "contradictions.yaml")
FAULTS = load_yaml(CASES_FOLDER / "contradiction_faults.yaml")
FORMS = {
    "supplier": ("supplier", "V-1"),
    "ict": ("ict_company", "V-1"),
    "heightened": ("heightened", "V-1"),
    "agency": ("recruitment_agency", "A-1"),
    "agency_heightened": ("heightened", "A-1"),
}
"""In a case: which questionnaire, answered by whom."""
ANSWERED, AS_OF = date(2026, 10, 1), date(2026, 11, 24)


def party(party_id: str, kind: PartyKind, name: str, fields: dict[str, Any]) -> Party:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    cells = {key: CellRef("suppliers.xlsx", "Rows", 2, column) for column, key in enumerate(fields, start=4)}
    return Party(party_id, kind, name, CellRef("suppliers.xlsx", "Rows", 2, 1), cells=cells, **values)


def answered(form: str, party_id: str, given: dict[str, Any], day: date | None = ANSWERED) -> Assessment:
    known = questionnaire(form)
    answers = []
    for name, value in given.items():
        question = known.question(name)
        assert question
        reading = read_value(question, value)
        assert reading.text, (name, value)
        answers.append(Answer(name, reading.text, cell=CellRef(f"{form}.json", name)))
    return assess(known, AnswerSet(form, "", party_id, "", day, tuple(answers), f"{form}.json"), party_id)


def found_in(case: dict[str, Any]) -> tuple[Contradiction, ...]:
    mill = party("V-1", PartyKind.SUPPLIER, "Northwind Demo Mill", case.get("row", {}))
    agency = party("A-1", PartyKind.AGENCY, "Lotus Demo Overseas", case.get("agency_row", {}))
    answers = [answered(form, party_id, case[key]) for key, (form, party_id) in FORMS.items() if case.get(key)]
    return find_contradictions((mill, agency), answers, link((mill, agency)), AS_OF)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_was_said_is_held_against_each_other(case: dict[str, Any]) -> None:
    assert sorted(item.rule for item in found_in(case)) == case["expect"]


def test_a_contradiction_carries_both_things_in_words_with_their_places_and_a_question() -> None:
    (found,) = found_in({"supplier": {"SUP-E02": "No"}, "row": {"migrant_share": 0.7}})
    assert (found.party_id, found.between) == ("V-1", Between.TABLE)
    assert found.first.text.endswith("“No”")
    assert found.first.text.startswith("SUP-E02 Do any workers come from another country")
    assert str(found.first.where) == "supplier.json › SUP-E02"
    assert (found.second.text, str(found.second.where)) == ("Migrant workers: 70 %", "suppliers.xlsx › Rows!D2")
    assert found.ask.endswith("?")


def test_what_the_agency_said_stands_under_its_name_and_concerns_both() -> None:
    case = {"supplier": {"SUP-E04": 0}, "row": {"agencies": ["A-1"]}, "agency": {"AGY-E02": 1450}}
    (found,) = found_in(case)
    assert (found.between, found.party_id, found.second.party_id) == (Between.AGENCY, "V-1", "A-1")
    assert found.second.text.startswith("Lotus Demo Overseas: AGY-E02")
    assert found.second.text.endswith("“1450 USD”")
    assert found.concerns("V-1") and found.concerns("A-1") and not found.concerns("V-2")


def test_a_form_alone_is_held_against_itself_only() -> None:
    form = answered("supplier", "V-1", {"SUP-E02": "No", "SUP-B02": "70%", "SUP-E01": "No"})
    (found,) = contradictions_within(form)
    assert (found.rule, found.between) == ("CON-S09", Between.FORM)


def test_a_date_has_passed_before_the_day_of_the_answers_or_else_of_the_audit() -> None:
    given = {"AGY-B01": "Yes", "AGY-B02": "2026-11-01"}
    agency = party("A-1", PartyKind.AGENCY, "Lotus Demo Overseas", {})
    rules = {
        day: [item.rule for item in find_contradictions((agency,), (form,), link((agency,)), AS_OF)]
        for day in (ANSWERED, None)
        for form in (answered("recruitment_agency", "A-1", given, day),)
    }
    assert rules == {ANSWERED: [], None: ["CON-A16"]}
    assert not contradictions_within(answered("recruitment_agency", "A-1", given, None))


def test_a_contradiction_changes_no_score() -> None:
    fitting = answered("supplier", "V-1", {"SUP-E02": "No", "SUP-B02": "0%"})
    clashing = answered("supplier", "V-1", {"SUP-E02": "No", "SUP-B02": "70%"})
    assert contradictions_within(clashing) and not contradictions_within(fitting)
    assert (fitting.control, fitting.coverage, fitting.critical) == (
        clashing.control,
        clashing.coverage,
        clashing.critical,
    )


RULES = contradiction_rules()


def satisfying(fact: FactShape, *, far: bool) -> Any:
    """A value of the fact's answer or column for which its condition holds; of two compared ones one is `far`."""
    if fact.among:
        return fact.among[0]
    if fact.words:
        return f"{fact.words[0]} since May"
    if fact.passed:
        return "2020-01-31"
    if fact.at_most is not None:
        return fact.at_most
    if fact.above is not None:
        return fact.above + 1
    if fact.answer == "AGY-B02" or fact.row == "licence_expiry":
        return "2030-05-01" if far else "2031-07-01"
    return ["RL-1"] if fact.row == "agencies" else "RL-1" if fact.given else 90 if far else 5


def row_of(fact: FactShape, value: Any) -> Any:
    if fact.row == "licence_expiry":
        return date.fromisoformat(value)
    return value / 100 if fact.row == "migrant_share" else value


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_be_met(rule: RuleShape) -> None:
    case: dict[str, Any] = {key: {} for key in ("row", "agency_row", *FORMS)}
    linked = any(fact.of == "agency" for fact in rule.facts)
    by_agency = not linked and any(fact.answer.startswith("AGY") for fact in rule.facts)
    for fact, far in zip(rule.facts, (True, False), strict=True):
        value = satisfying(fact, far=far)
        whose = "agency_" if by_agency or fact.of == "agency" else ""
        if fact.answer:
            forms = {"SUP": "supplier", "ICT": "ict", "HDD": f"{whose}heightened", "AGY": "agency"}
            case[forms[fact.answer[:3]]][fact.answer] = value
        else:
            case[f"{whose}row"][fact.row] = row_of(fact, value)
    if linked:
        case["row"]["agencies"] = ["A-1"]
    assert rule.id in {item.rule for item in found_in(case)}


def test_two_forms_of_one_party_are_held_against_each_other() -> None:
    (found,) = found_in({"supplier": {"SUP-D04": "No"}, "heightened": {"HDD-L01": "Yes"}})
    assert (found.rule, found.between, found.party_id) == ("CON-F03", Between.FORMS, "V-1")
    assert (str(found.first.where), str(found.second.where)) == ("supplier.json › SUP-D04", "heightened.json › HDD-L01")


def test_there_are_rules_for_each_place_where_things_are_said_and_they_accuse_nobody() -> None:
    accusing = ("lie", "lying", "false", "fraud", "cheat", "hide", "hiding", "guilty", "deceiv", "traffick")
    assert {between(rule) for rule in RULES} == set(Between)
    for rule in RULES:
        assert not [word for word in accusing if word in rule.ask.casefold().split()], rule.id


def refused(rules: list[dict[str, Any]], folder: Path) -> PackagedDataBroken:
    path = folder / "contradictions.yaml"
    whole = {"edition": date(2026, 11, 24), "licence": "Apache-2.0", "basis": "test", "rules": rules}
    path.write_text(importlib.import_module("yaml").safe_dump(whole), encoding="utf-8")
    with pytest.raises(PackagedDataBroken) as caught:
        read_rules(path, load_questionnaires())
    return caught.value


@pytest.mark.parametrize("case", FAULTS["cases"], ids=lambda case: case["says"])
def test_a_rule_that_cannot_hold_is_refused(case: dict[str, Any], tmp_path: Path) -> None:
    assert case["says"] in refused([{**FAULTS["sound"], **case["rule"]}], tmp_path).detail


def test_a_refused_rule_is_named(tmp_path: Path) -> None:
    error = refused([FAULTS["sound"], FAULTS["sound"]], tmp_path)
    assert (error.where, error.detail) == ("contradictions.yaml › T-1", "the id is there twice")
