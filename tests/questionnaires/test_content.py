"""What people are asked: whole, plain, and never an accusation."""

from __future__ import annotations

import re

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.model import Answer, AnswerSet, AnswerType, EvidenceGrade, PartyKind, Question, Questionnaire
from duediligence.questionnaires import assess, load_questionnaires, questionnaire
from duediligence.questionnaires.scoring.credit import worth

ALL = load_questionnaires()
EVERY = [(item, question) for item in ALL for question in item.questions]
INDICATORS = {f"FL{number}" for number in range(1, 12)}
every_question = pytest.mark.parametrize(
    "question", [question for _, question in EVERY], ids=[question.id for _, question in EVERY]
)


PREFIXES = {"supplier": "SUP", "recruitment_agency": "AGY", "ict_company": "ICT", "heightened": "HDD"}


def best_answer(question: Question) -> str:
    """The answer with the most credit."""
    if question.type is AnswerType.SEVERAL_OF:
        good = [choice.value for choice in question.choices if choice.credit and not choice.alone]
        return "; ".join(good) or next(choice.value for choice in question.choices if choice.credit)
    if question.choices:
        return max(question.choices, key=lambda choice: -1 if choice.credit is None else choice.credit).value
    return f"{question.good_at_most:g}" if question.good_at_most is not None else ""


def test_there_is_one_for_each_kind_of_firm_and_one_for_areas_of_conflict() -> None:
    assert [(item.id, item.audience) for item in ALL] == [
        ("heightened", PartyKind.SUPPLIER),
        ("ict_company", PartyKind.SUPPLIER),
        ("recruitment_agency", PartyKind.AGENCY),
        ("supplier", PartyKind.SUPPLIER),
    ]
    assert all(len(item.questions) >= 30 for item in ALL)
    assert questionnaire("supplier") is ALL[3]


def test_an_unknown_questionnaire_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputRefused, match="heightened, ict_company, recruitment_agency, supplier") as refused:
        questionnaire("suplier")
    assert refused.value.code is Code.QUESTIONNAIRE_UNKNOWN


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.id)
def test_all_best_answers_with_the_best_evidence_earn_everything(item: Questionnaire) -> None:
    grade = EvidenceGrade.WORKER_VOICE
    answers = tuple(Answer(question.id, best_answer(question), grade) for question in item.questions)
    assessment = assess(item, AnswerSet(item.id, item.version, "P1", "", None, answers), "P1")
    assert (assessment.control, assessment.coverage) == (1.0, 1.0)
    assert not assessment.critical
    assert not assessment.weak


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.id)
def test_ids_name_the_questionnaire_and_the_theme_and_count_within_it(item: Questionnaire) -> None:
    expected: list[str] = []
    for theme in item.themes:
        count = sum(question.theme == theme.id for question in item.questions)
        expected.extend(f"{PREFIXES[item.id]}-{theme.id}{number:02}" for number in range(1, count + 1))
    assert [question.id for question in item.questions] == expected


@every_question
def test_a_question_says_what_it_asks_and_why(question: Question) -> None:
    assert question.text.endswith("?")
    assert len(question.text) <= 115
    assert question.help
    assert question.why


@every_question
def test_a_scored_question_has_a_source_an_action_and_a_possible_proof(question: Question) -> None:
    if question.is_scored:
        assert question.references
        assert question.action
        assert question.evidence_expected


@every_question
def test_no_question_accuses_or_asks_for_names_of_workers(question: Question) -> None:
    words = " ".join((question.text, question.help, question.why, question.action)).casefold()
    assert not re.search(r"\b(traffickers?|criminals?|guilty|illegal migrants?|victims?|slaves?)\b", words)
    assert "names of the workers" not in words


@every_question
def test_a_critical_answer_is_never_a_good_one(question: Question) -> None:
    for value in question.critical_answers:
        found = worth(question, value)
        assert found is not None
        assert found.critical
        assert found.credit == 0


@pytest.mark.parametrize("name", ["supplier", "recruitment_agency", "ict_company"])
def test_each_of_the_eleven_ilo_indicators_is_asked_about_of_each_kind_of_firm(name: str) -> None:
    assert {found for question in questionnaire(name).questions for found in question.indicators} == INDICATORS


def test_an_indicator_is_written_out_among_the_references() -> None:
    question = questionnaire("supplier").question("SUP-G01")
    assert question is not None
    assert question.references[0] == "ILO indicator 7 (retention of identity documents)"
