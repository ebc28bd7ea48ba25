"""The short form: few questions, and those that matter most."""

from __future__ import annotations

import pytest

from duediligence.model import Question, Questionnaire
from duediligence.questionnaires import load_questionnaires, questionnaire

ALL = load_questionnaires()
each = pytest.mark.parametrize("item", ALL, ids=lambda item: item.id)


def quick(item: Questionnaire) -> list[Question]:
    return [question for question in item.questions if question.quick]


def is_critical(question: Question) -> bool:
    return bool(question.critical_answers) or question.critical_above is not None


@each
def test_it_has_ten_to_twenty_questions(item: Questionnaire) -> None:
    assert 10 <= len(quick(item)) <= 20


@each
def test_what_decides_about_a_quick_question_is_quick_itself(item: Questionnaire) -> None:
    known = {question.id for question in quick(item)}
    assert {gate.question for question in quick(item) for gate in question.asked_if} <= known


@each
def test_a_question_that_only_decides_about_others_decides_about_a_quick_one(item: Questionnaire) -> None:
    gates = {gate.question for question in quick(item) for gate in question.asked_if}
    assert {question.id for question in quick(item) if not question.is_scored} <= gates


@each
def test_it_touches_nine_themes_or_all_of_them(item: Questionnaire) -> None:
    assert len({question.theme for question in quick(item)}) >= min(9, len(item.themes))


def test_areas_of_conflict_are_asked_about_in_every_theme() -> None:
    item = questionnaire("heightened")
    assert {question.theme for question in quick(item)} == {theme.id for theme in item.themes}


@each
def test_a_critical_question_is_quick_unless_a_question_of_the_long_form_decides_about_it(item: Questionnaire) -> None:
    of_the_long_form = {question.id for question in item.questions if not question.quick}
    for question in filter(is_critical, item.questions):
        assert question.quick or of_the_long_form & {gate.question for gate in question.asked_if}, question.id


@pytest.mark.parametrize("name", ["supplier", "recruitment_agency", "ict_company"])
def test_it_looks_for_every_ilo_indicator(name: str) -> None:
    found = {indicator for question in quick(questionnaire(name)) for indicator in question.indicators}
    assert found == {f"FL{number}" for number in range(1, 12)}
