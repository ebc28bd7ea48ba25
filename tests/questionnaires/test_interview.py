"""An interview asks what is to be asked, understands what is typed, and keeps it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.model import Answer, AnswerSet, EvidenceGrade
from duediligence.questionnaires import Interview, questionnaire, quick_form, wording
from duediligence.questionnaires.scoring.credit import worth
from tests.questionnaires.builders import SMALL

LETTERS = "YyesNo;0123456789.,%-=? é٣৪"


def interview(*answers: Answer) -> Interview:
    return Interview(wording(SMALL), {item.question: item for item in answers})


def at(talk: Interview) -> str:
    return talk.current.id if talk.current else ""


def taken(question: str, text: str) -> str:
    """What is kept of a text typed for a question; `refused` where it is no answer."""
    talk = interview()
    talk.at = [item.id for item in SMALL.questions].index(question)
    return talk.answers[question].value if talk.give(text) else "refused"


@pytest.mark.parametrize(
    ("question", "text", "kept"),
    [
        ("T-A02", "2", "Partly"),
        ("T-A02", "partly", "Partly"),
        ("T-A02", "٢", "Partly"),
        ("T-A02", "২", "Partly"),
        ("T-A02", "5", "refused"),
        ("T-A02", "0", "refused"),
        ("T-A02", "1 2", "refused"),
        ("T-B01", "1,3", "Help line; Box"),
        ("T-B01", "3 1", "Help line; Box"),
        ("T-B01", "union; box", "Union; Box"),
        ("T-B01", "1,4", "refused"),
        ("T-B01", "4", "None of these"),
        ("T-B02", "1 450", "1450"),
        ("T-B02", "-3", "refused"),
        ("T-B03", "1", "1"),
        ("T-B03", "0.5", "0.5"),
        ("T-B03", "12,5 %", "12.5"),
        ("T-B03", "170", "refused"),
        ("T-B04", "1 March 2026", "2026-03-01"),
        ("T-B04", "soon", "refused"),
        ("T-B05", "Rest days. 2 of 3", "Rest days. 2 of 3"),
    ],
)
def test_a_choice_is_known_by_its_number_or_words_and_a_figure_as_it_is_meant(
    question: str, text: str, kept: str
) -> None:
    assert taken(question, text) == kept


def test_it_starts_at_the_first_open_question_and_ends_behind_the_last() -> None:
    talk = interview(Answer("T-A01", "Yes"))
    talk.start()
    assert at(talk) == "T-A02"
    for _ in SMALL.questions:
        talk.forward()
    assert at(talk) == ""
    assert talk.back()
    assert at(talk) == "T-B05"


def test_a_question_that_an_earlier_answer_closes_is_left_out_both_ways_and_not_counted() -> None:
    talk = interview()
    talk.start()
    assert talk.progress == (0, 8)
    assert talk.give("No")
    talk.forward()
    assert at(talk) == "T-A03"
    assert (talk.progress, talk.number) == ((1, 7), (2, 7))
    assert talk.back()
    assert at(talk) == "T-A01"
    assert not talk.back()


def test_an_answer_to_a_closed_question_is_kept() -> None:
    talk = interview(Answer("T-A02", "Yes", EvidenceGrade.RECORD))
    talk.start()
    talk.give("No")
    assert talk.answers["T-A02"] == Answer("T-A02", "Yes", EvidenceGrade.RECORD)


def test_evidence_and_note_belong_to_the_answer_and_another_answer_needs_other_evidence() -> None:
    talk = interview()
    talk.at = 2
    talk.give("No")
    earns = [talk.earns]
    assert not talk.prove("seven")
    assert talk.prove("2")
    talk.remark(" seen in May ")
    assert talk.given == Answer("T-A03", "No", EvidenceGrade.RECORD, "seen in May")
    talk.give("No")
    assert talk.answers["T-A03"].evidence is EvidenceGrade.RECORD
    talk.give("Yes")
    assert talk.answers["T-A03"] == Answer("T-A03", "Yes", EvidenceGrade.CLAIM, "seen in May")
    assert [*earns, talk.earns] == [True, False]
    talk.leave_open()
    assert not talk.answers


def test_all_answers_stand_in_the_questionnaires_order_also_those_the_quick_form_does_not_ask() -> None:
    whole = questionnaire("supplier")
    quick = quick_form(whole)
    last, first = whole.questions[-1].id, quick.questions[0].id
    talk = Interview(wording(quick), {last: Answer(last, "Rest days.")})
    talk.start()
    assert at(talk) == first
    talk.give("1")
    kept = talk.answer_set(AnswerSet("supplier", "1", "", "", None, ()))
    assert [answer.question for answer in kept.answers] == [first, last]


STEPS = st.lists(
    st.tuples(st.sampled_from(["give", "prove", "remark"]), st.text(LETTERS, max_size=6))
    | st.tuples(st.sampled_from(["forward", "back", "leave_open", "start"])),
    max_size=30,
)


@given(STEPS)
def test_whatever_is_typed_every_answer_kept_is_one_that_its_question_allows(steps: list[tuple[str, ...]]) -> None:
    talk = interview()
    for name, *texts in steps:
        getattr(talk, name)(*texts)
        answered, asked = talk.progress
        assert 0 <= answered <= asked <= len(SMALL.questions)
    for answer in talk.answers.values():
        question = SMALL.question(answer.question)
        assert question and worth(question, answer.value) is not None
