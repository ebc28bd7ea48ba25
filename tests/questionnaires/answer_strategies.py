"""Answer files as people and programs might send them: sound ones, and anything at all."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from duediligence.model import AnswerType, EvidenceGrade, Question, Questionnaire
from duediligence.questionnaires import load_questionnaires
from tests.questionnaires.builders import LETTERS

GRADES = st.sampled_from([str(grade) for grade in EvidenceGrade])
QUESTIONNAIRES = st.sampled_from(load_questionnaires())


def values(question: Question) -> st.SearchStrategy[Any]:
    """Every value that the question allows, as an answer file holds it."""
    if question.type is AnswerType.SEVERAL_OF:
        alone = [[choice.value] for choice in question.choices if choice.alone]
        others = [choice.value for choice in question.choices if not choice.alone]
        several = st.lists(st.sampled_from(others), min_size=1, unique=True)
        return several | st.sampled_from(alone) if alone else several
    if question.choices:
        return st.sampled_from([choice.value for choice in question.choices])
    if question.type is AnswerType.PERCENTAGE:
        return st.integers(0, 100).map(lambda figure: f"{figure}%")
    if question.type is AnswerType.NUMBER:
        return st.integers(0, 200) | st.sampled_from([0, 900])
    return st.just("2026-03-01" if question.type is AnswerType.DATE else "Rest days.")


@st.composite
def answer_files(draw: st.DrawFn, known: st.SearchStrategy[Questionnaire] = QUESTIONNAIRES) -> dict[str, Any]:
    """A sound answer file: some of the questions, each with an allowed value and a grade of evidence."""
    questionnaire = draw(known)
    chosen = draw(st.lists(st.sampled_from(questionnaire.questions), unique=True, min_size=1, max_size=25))
    given = {question.id: {"value": draw(values(question)), "evidence": draw(GRADES)} for question in chosen}
    return {"questionnaire": questionnaire.id, "answers": given}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(LETTERS, max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(LETTERS, max_size=6), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def wild_files(draw: st.DrawFn) -> Any:
    """An answer file in which anything may stand anywhere."""
    questionnaire = draw(QUESTIONNAIRES)
    ids = st.sampled_from([*(question.id for question in questionnaire.questions), "", "XX-1"])
    fields = st.dictionaries(st.sampled_from(["value", "evidence", "note", "other"]), ANYTHING, max_size=4)
    answers = st.dictionaries(ids, ANYTHING | fields, max_size=8)
    names = st.sampled_from(["version", "party", "party_name", "answered_on", "answered_by", "else"])
    whole: dict[str, Any] = draw(st.dictionaries(names, ANYTHING, max_size=4))
    whole["questionnaire"] = draw(st.just(questionnaire.id) | ANYTHING)
    whole["answers"] = draw(answers | ANYTHING)
    return draw(st.just(whole) | ANYTHING)
