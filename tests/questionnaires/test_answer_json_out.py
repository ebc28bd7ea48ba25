"""Answer files in JSON: written the same each time, read back equal, and edited by hand without harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.errors import Code, InputRefused
from duediligence.model import Answer, AnswerSet, AnswerType, EvidenceGrade, Question
from duediligence.questionnaires import (
    FormKind,
    answers_json,
    load_questionnaires,
    read_answers,
    read_value,
    write_answers,
    write_form,
)
from duediligence.questionnaires.answers import json_writer as answer_json_out
from duediligence.questionnaires.answers import reader as answers_module
from duediligence.settings import Settings
from tests.questionnaires.builders import LETTERS, QUESTIONS, SMALL
from tests.questionnaires.filling import chosen_answer, chosen_grade

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file for the answers; the small questionnaire is the only one. Once for all examples of a property."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers_module, "load_questionnaires", lambda: (SMALL,))
        patch.setattr(answer_json_out, "questionnaire", lambda _: SMALL)
        yield tmp_path_factory.mktemp("answers") / "a.json"


def read_bare(path: Path) -> AnswerSet | None:
    """The answers without the cells they stood in."""
    answers, problems = read_answers(path, Settings())
    assert not problems
    return answers and replace(answers, answers=tuple(replace(answer, cell=None) for answer in answers.answers))


@pytest.mark.parametrize("item", load_questionnaires(), ids=lambda item: item.id)
def test_from_form_to_json_and_back_nothing_changes(item: Any, tmp_path: Path) -> None:
    answers = [
        Answer(question.id, chosen_answer(question, turn), chosen_grade(turn), "- seen" if turn % 3 else "")
        for turn, question in enumerate(item.questions)
    ]
    write_form(item, tmp_path / "a.xlsx", DAY, "V-1", "Mill", answers, DAY, answered_by="HR", kind=FormKind("ar"))
    from_form = read_bare(tmp_path / "a.xlsx")
    assert from_form is not None
    write_answers(from_form, tmp_path / "a.json")
    assert read_bare(tmp_path / "a.json") == replace(from_form, file="a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == answers_json(from_form)


@pytest.mark.usefixtures("small")
def test_the_file_is_plain_and_leaves_out_what_is_empty() -> None:
    answers = (
        Answer("T-A02", "Partly", EvidenceGrade.RECORD, "two of three"),
        Answer("T-A03", "", note="We will ask."),
        Answer("T-B02", "1450"),
        Answer("T-B03", "1"),
    )
    text = answers_json(AnswerSet("small", "1", "P1", "Näh AG", None, answers))
    assert json.loads(text) == {
        "questionnaire": "small",
        "version": "1",
        "party": "P1",
        "party_name": "Näh AG",
        "answers": {
            "T-A02": {"value": "Partly", "evidence": "2 record", "note": "two of three"},
            "T-A03": {"note": "We will ask."},
            "T-B02": {"value": 1450},
            "T-B03": {"value": "1%"},
        },
    }
    assert "Näh" in text


def values_of(question: Question) -> st.SearchStrategy[str]:
    if question.choices:
        lone = st.sampled_from([choice.value for choice in question.choices])
        several = st.lists(
            st.sampled_from([choice.value for choice in question.choices if not choice.alone]), min_size=1
        )
        written: st.SearchStrategy[object] = several if question.type is AnswerType.SEVERAL_OF else lone
    else:
        written = {
            AnswerType.NUMBER: st.floats(0, 1e300) | st.integers(0, 10**18),
            AnswerType.PERCENTAGE: st.floats(0, 100).map(lambda share: f"{share:f}%"),
            AnswerType.DATE: st.dates(date(1990, 1, 1), date(2060, 1, 1)),
            AnswerType.TEXT: st.text(LETTERS, min_size=1),
            AnswerType.DOCUMENT: st.text(LETTERS, min_size=1),
        }[question.type]
    return written.map(lambda value: read_value(question, value).text)


@st.composite
def answer_sets(draw: st.DrawFn) -> AnswerSet:
    chosen = draw(st.lists(st.sampled_from(QUESTIONS), min_size=1, unique=True))
    grades, notes = st.sampled_from(EvidenceGrade), st.text(LETTERS).map(str.strip)
    answers = tuple(Answer(item.id, draw(values_of(item)), draw(grades), draw(notes)) for item in chosen)
    day = draw(st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    return AnswerSet("small", "1", draw(notes), "", day, tuple(a for a in answers if a.value), "a.json", draw(notes))


@given(answers=answer_sets())
def test_whatever_was_answered_goes_round_unchanged(answers: AnswerSet, place: Path) -> None:
    if answers.answers:
        write_answers(answers, place)
        assert read_bare(place) == answers


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(LETTERS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(LETTERS) | st.just("value"), inner, max_size=3),
    max_leaves=6,
)
IDS = st.sampled_from([*(question.id for question in QUESTIONS), "T-B01/1", "T-X1", ""])


@given(
    facts=st.dictionaries(st.sampled_from(["version", "party", "answered_on", "answered_by", "sha256"]), ANYTHING),
    answers=st.dictionaries(IDS, ANYTHING) | ANYTHING,
)
def test_whatever_stands_in_an_answer_file_it_is_read_or_refused(facts: Any, answers: Any, place: Path) -> None:
    place.write_text(json.dumps({**facts, "questionnaire": "small", "answers": answers}), encoding="utf-8")
    try:
        read, problems = read_answers(place, Settings())
    except InputRefused as refused:
        assert refused.code is Code.ANSWERS_UNKNOWN_FORM
        assert not isinstance(answers, dict)
    else:
        assert read or problems


def test_each_thing_wrong_in_a_file_edited_by_hand_is_named_by_its_field(place: Path) -> None:
    edited = {
        "questionnaire": "small",
        "version": "0.9",
        "party": ["P1"],
        "answered_on": "soon",
        "answers": {
            "T-A01": {"value": "Yes", "evidence": "my word", "reason": "none"},
            "T-A03": {"value": {"is": "No"}},
            "T-B02": {"value": 10**400},
            "T-B03": {"value": "seventy"},
            "T-B01/2": "Yes",
            "T-X1": "Yes",
        },
    }
    place.write_text(json.dumps(edited), encoding="utf-8")
    answers, problems = read_answers(place, Settings())
    assert answers is not None
    assert {answer.question: answer.value for answer in answers.answers} == {"T-A01": "Yes"}
    assert [(problem.code, str(problem.where)) for problem in problems] == [
        (Code.ANSWER_INVALID, "a.json › party"),
        (Code.ANSWER_ROW_UNKNOWN, "a.json › T-A01"),
        (Code.ANSWERS_OTHER_VERSION, "a.json"),
        (Code.DATE_UNREADABLE, "a.json › answered_on"),
        (Code.ANSWER_INVALID, "a.json › T-A01.evidence"),
        (Code.ANSWER_INVALID, "a.json › T-A03"),
        (Code.ANSWER_INVALID, "a.json › T-B02"),
        (Code.ANSWER_INVALID, "a.json › T-B03"),
        (Code.ANSWER_ROW_UNKNOWN, "a.json › T-B01/2"),
        (Code.ANSWER_ROW_UNKNOWN, "a.json › T-X1"),
    ]


def test_the_hash_in_an_answer_file_tells_another_version(place: Path) -> None:
    for stamp, told in (("abc", []), ("abd", [Code.ANSWERS_OTHER_VERSION])):
        facts = {"questionnaire": "small", "version": "1", "sha256": stamp, "answers": {"T-A01": "Yes"}}
        place.write_text(json.dumps(facts), encoding="utf-8")
        _, problems = read_answers(place, Settings())
        assert [problem.code for problem in problems] == told
