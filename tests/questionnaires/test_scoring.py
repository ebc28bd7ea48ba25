"""What answers come to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.model import Answer, AnswerType, EvidenceGrade, Question
from duediligence.questionnaires import assess, load_questionnaires
from duediligence.questionnaires.scoring.credit import worth
from duediligence.questionnaires.scoring.parameters import evidence_factors
from tests.questionnaires.builders import LETTERS, QUESTIONS, SMALL, answer, answer_set

BY_ID = {question.id: question for question in QUESTIONS}


def control_of(*answers: Answer) -> float | None:
    return assess(SMALL, answer_set(*answers), "P1").control


def credit_of(question: str, value: str) -> float | None:
    found = worth(BY_ID[question], value)
    assert found is not None
    return found.credit


def test_the_formula_on_an_example() -> None:
    # Weights 2 (1 × 0.85) and 3 (1 × 0.6), 5 of the 10 that apply.
    answers = (answer("T-A02", "Yes", EvidenceGrade.RECORD), answer("T-A03", "No", EvidenceGrade.CLAIM))
    assessment = assess(SMALL, answer_set(answers[0], answers[1]), "P1")
    assert assessment.control == pytest.approx((2 * 0.85 + 3 * 0.6) / 5)
    assert assessment.coverage == 0.5
    assert [(theme.theme, theme.control, theme.coverage) for theme in assessment.themes] == [
        ("A", 0.7, 1.0),
        ("B", None, 0.0),
    ]


def test_nothing_answered_is_unknown_and_not_zero() -> None:
    assessment = assess(SMALL, answer_set(), "P1")
    assert assessment.control is None
    assert assessment.coverage == 0
    assert not assessment.weak


def test_a_skipped_question_leaves_the_base_and_an_open_gate_does_not() -> None:
    no_agency = assess(SMALL, answer_set(answer("T-A01", "No"), answer("T-A03", "No")), "P1")
    not_said = assess(SMALL, answer_set(answer("T-A03", "No")), "P1")
    assert no_agency.themes[0].coverage == 1.0
    assert not_said.themes[0].coverage == 0.6


def test_an_answer_to_a_skipped_question_is_not_scored() -> None:
    assert control_of(answer("T-A01", "No"), answer("T-A02", "No"), answer("T-A03", "No")) == 1.0


def test_not_applicable_leaves_the_base() -> None:
    assessment = assess(SMALL, answer_set(answer("T-A02", "None work here"), answer("T-A03", "No")), "P1")
    assert (assessment.themes[0].control, assessment.themes[0].coverage) == (1.0, 1.0)


def test_everything_not_applicable_shows_no_control_at_all() -> None:
    short = replace(SMALL, questions=QUESTIONS[:2])
    assessment = assess(short, answer_set(answer("T-A01", "Yes"), answer("T-A02", "None work here")), "P1")
    assert assessment.control is None
    assert assessment.coverage == 0.0
    assert assessment.themes[0].coverage == 1.0


def test_a_critical_answer_is_shown_with_its_cell_and_is_not_weak_too() -> None:
    assessment = assess(SMALL, answer_set(answer("T-A03", "Yes"), answer("T-B02", "101")), "P1")
    assert [(item.question, item.value) for item in assessment.critical] == [("T-A03", "Yes"), ("T-B02", "101 USD")]
    assert str(assessment.critical[0].cell) == "a.xlsx › T-A03"
    assert assessment.critical[0].action == "Return them."
    assert not assessment.weak


def test_bad_answers_that_are_not_critical_are_weak() -> None:
    assessment = assess(SMALL, answer_set(answer("T-A03", "Don't know"), answer("T-A02", "Partly")), "P1")
    assert [item.question for item in assessment.weak] == ["T-A03"]


def test_evidence_does_not_make_a_bad_answer_better_or_worse() -> None:
    bare = control_of(answer("T-A03", "Yes", EvidenceGrade.CLAIM))
    assert bare == control_of(answer("T-A03", "Yes", EvidenceGrade.WORKER_VOICE)) == 0


def test_a_figure_earns_less_the_further_it_is_from_good() -> None:
    assert [credit_of("T-B02", value) for value in ("0", "25", "100", "101")] == [1.0, 0.75, 0.0, 0.0]
    assert [credit_of("T-B03", value) for value in ("10", "10.5")] == [1.0, 0.0]


def test_several_answers_add_up_to_one_at_most() -> None:
    assert [credit_of("T-B01", value) for value in ("Box", "Help line; Box", "Help line; Union")] == [0.2, 0.8, 1.0]


@pytest.mark.parametrize("value", ["Perhaps", "", "None of these; Box", "Box; Perhaps"])
def test_an_answer_that_is_not_allowed_counts_as_not_given(value: str) -> None:
    assert worth(BY_ID["T-B01"], value) is None
    assert assess(SMALL, answer_set(answer("T-B01", value)), "P1").coverage == 0


def test_a_note_without_an_answer_is_kept_and_counts_for_nothing() -> None:
    noted = Answer("T-A03", "", note="We will ask.")
    assessment = assess(SMALL, answer_set(noted), "P1")
    assert assessment.answers == (noted,)
    assert assessment.coverage == 0


def values_of(question: Question) -> st.SearchStrategy[str]:
    if question.type is AnswerType.SEVERAL_OF:
        several = [choice.value for choice in question.choices if not choice.alone]
        return st.lists(st.sampled_from(several), min_size=1, unique=True).map("; ".join)
    if question.choices:
        return st.sampled_from([choice.value for choice in question.choices])
    if question.type in (AnswerType.NUMBER, AnswerType.PERCENTAGE):
        return st.integers(0, 200).map(str)
    return st.just("2026-01-01")


GRADES = st.sampled_from(list(EvidenceGrade))


@st.composite
def answers_to(draw: st.DrawFn, questions: tuple[Question, ...] = QUESTIONS) -> list[Answer]:
    chosen = draw(st.lists(st.sampled_from(questions), unique=True))
    return [Answer(question.id, draw(values_of(question)), draw(GRADES)) for question in chosen]


@given(answers_to(), st.data())
def test_a_better_answer_never_lowers_the_control(answers: list[Answer], data: st.DataObject) -> None:
    scored = [index for index, item in enumerate(answers) if _credit(item) is not None]
    if not scored:
        return
    place = data.draw(st.sampled_from(scored))
    question = BY_ID[answers[place].question]
    value = data.draw(values_of(question))
    other = [*answers[:place], Answer(question.id, value, answers[place].evidence), *answers[place + 1 :]]
    low, high = sorted((answers, other), key=lambda items: _credit(items[place]) or 0.0)
    if _credit(low[place]) is not None and _credit(high[place]) is not None:
        assert (control_of(*low) or 0.0) <= (control_of(*high) or 0.0)


def _credit(item: Answer) -> float | None:
    found = worth(BY_ID[item.question], item.value)
    return found.credit if found else None


@given(answers_to(), st.data())
def test_more_evidence_never_lowers_the_control(answers: list[Answer], data: st.DataObject) -> None:
    grades = list(EvidenceGrade)
    better = [
        Answer(item.question, item.value, data.draw(st.sampled_from(grades[grades.index(item.evidence) :])))
        for item in answers
    ]
    assert (control_of(*answers) or 0.0) <= (control_of(*better) or 0.0)


@given(st.data())
def test_the_order_of_answers_does_not_matter(data: st.DataObject) -> None:
    answers = data.draw(answers_to())
    shuffled = data.draw(st.permutations(answers))
    assert assess(SMALL, answer_set(*answers), "P1") == assess(SMALL, answer_set(*shuffled), "P1")


REAL = load_questionnaires()[0]
SOME_IDS = st.sampled_from([*[question.id for question in REAL.questions], "AGY-Z99"])


@given(st.dictionaries(SOME_IDS, st.text(LETTERS) | st.sampled_from(["Yes", "No", "Always", "5"]), max_size=40))
def test_whatever_is_answered_the_figures_stay_in_their_range(values: dict[str, str]) -> None:
    answers = [Answer(question, value) for question, value in values.items()]
    assessment = assess(REAL, answer_set(*answers, questionnaire=REAL.id), "P1")
    figures = [(assessment.control, assessment.coverage)]
    figures += [(theme.control, theme.coverage) for theme in assessment.themes]
    for control, coverage in figures:
        assert 0 <= coverage <= 1
        assert control is None or 0 <= control <= 1


def test_evidence_factors_rise_with_the_grade_and_end_at_one() -> None:
    factors = [evidence_factors()[grade] for grade in EvidenceGrade]
    assert factors == sorted(set(factors))
    assert factors[-1] == 1.0
