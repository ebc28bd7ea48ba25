"""Several questionnaires of one party count as one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duediligence.model import Answer, AnswerSet, Assessment, EvidenceGrade, PartyKind, Questionnaire
from duediligence.questionnaires import assess, is_supplement, load_questionnaires, questionnaire, together
from duediligence.questionnaires.answers.values import read_value
from duediligence.questionnaires.scoring.parameters import scoring
from tests.questionnaires.answer_strategies import answer_files

SUPPLIER, HEIGHTENED = questionnaire("supplier"), questionnaire("heightened")


def answers(known: Questionnaire, given: dict[str, Any]) -> tuple[Answer, ...]:
    found = []
    for name, item in given.items():
        question = known.question(name)
        assert question
        grade = next(grade for grade in EvidenceGrade if grade == item["evidence"])
        found.append(Answer(name, read_value(question, item["value"]).text, grade))
    return tuple(found)


def assessed(known: Questionnaire, given: tuple[Answer, ...]) -> Assessment:
    return assess(known, AnswerSet(known.id, "1", "V-1", "", None, given, f"{known.id}.json"), "V-1")


def one(value: str, grade: EvidenceGrade = EvidenceGrade.WORKER_VOICE) -> dict[str, str]:
    return {"value": value, "evidence": str(grade)}


@settings(deadline=None)
@given(answer_files(st.just(SUPPLIER)), answer_files(st.just(HEIGHTENED)))
def test_the_whole_is_the_formula_over_the_questions_of_both(first: dict[str, Any], second: dict[str, Any]) -> None:
    own, other = answers(SUPPLIER, first["answers"]), answers(HEIGHTENED, second["answers"])
    whole = together(PartyKind.SUPPLIER, [assessed(SUPPLIER, own), assessed(HEIGHTENED, other)])
    both = replace(SUPPLIER, questions=(*SUPPLIER.questions, *HEIGHTENED.questions))
    expected = assessed(both, (*own, *other))
    assert whole is not None
    assert (whole.control or 0.0) == pytest.approx(expected.control or 0.0, abs=2e-4)
    assert whole.coverage == pytest.approx(expected.coverage, abs=2e-4)
    assert [item.question for item in whole.critical] == [item.question for item in expected.critical]
    assert [item.question for item in whole.weak] == [item.question for item in expected.weak]


def test_one_form_alone_stays_as_it_is_and_no_form_is_nothing() -> None:
    form = assessed(SUPPLIER, answers(SUPPLIER, {"SUP-A01": one("Yes")}))
    assert together(PartyKind.SUPPLIER, [form]) is form
    assert together(PartyKind.SUPPLIER, []) is None


def test_a_supplement_alone_leaves_the_main_questionnaire_unanswered() -> None:
    form = assessed(HEIGHTENED, answers(HEIGHTENED, {"HDD-D05": one("Yes")}))
    whole = together(PartyKind.AGENCY, [form])
    assert whole is not None
    main = sum(item.weight for item in questionnaire("recruitment_agency").questions if item.is_scored)
    assert whole.control == 1.0
    assert whole.coverage == pytest.approx(form.weight_answered / (form.weight + main), abs=1e-4)


def test_the_whole_names_its_forms() -> None:
    forms = [assessed(known, answers(known, {first: one("Yes")})) for known, first in
             ((SUPPLIER, "SUP-A01"), (HEIGHTENED, "HDD-D05"))]  # fmt: skip
    whole = together(PartyKind.SUPPLIER, forms)
    assert whole is not None
    assert (whole.questionnaire, whole.file) == ("supplier and heightened", "supplier.json; heightened.json")


def test_the_questionnaires_that_scoring_names_are_there() -> None:
    known = {item.id for item in load_questionnaires()}
    assert {*scoring().main.values(), *scoring().supplements} <= known
    assert set(scoring().main) == set(PartyKind)
    assert not any(is_supplement(name) for name in scoring().main.values())
