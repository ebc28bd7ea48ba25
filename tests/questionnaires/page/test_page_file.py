"""An answer file as the page writes it, and what is said when somebody has edited it by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.model import AnswerSet, EvidenceGrade, Questionnaire
from duediligence.questionnaires import write_page
from tests.questionnaires.builders import SMALL
from tests.questionnaires.conftest import Read

ReadFile = Callable[[Path], Read]
NAME = "small-2026-11-24.json"
SAVED: dict[str, Any] = {
    "questionnaire": "small",
    "version": "1",
    "sha256": "abc",
    "language": "ar",
    "party": "P1",
    "party_name": "Northwind Demo Mill",
    "answered_on": "2026-11-24",
    "answered_by": "HR manager",
    "answers": {
        "T-A01": {"value": "Yes", "evidence": "2 record", "note": "two of three"},
        "T-A03": {"value": "No"},
        "T-B01": {"value": "Help line; Box", "evidence": "4 worker voice or on-site check"},
        "T-B02": {"value": 1450.5},
        "T-B03": {"value": "0.5%"},
        "T-B04": {"value": "2026-03-01"},
        "T-B05": {"note": "not known yet"},
    },
}
READ = {
    "T-A01": "Yes",
    "T-A03": "No",
    "T-B01": "Help line; Box",
    "T-B02": "1450.5",
    "T-B03": "0.5",
    "T-B04": "2026-03-01",
    "T-B05": "",
}


@pytest.fixture
def saved(small: Questionnaire, tmp_path: Path) -> Callable[[str], Path]:
    def written(text: str) -> Path:
        path = tmp_path / NAME
        path.write_text(text, encoding="utf-8")
        return path

    return written


def values(answers: AnswerSet | None) -> dict[str, str]:
    assert answers is not None
    return {answer.question: answer.value for answer in answers.answers}


def test_a_file_as_the_page_writes_it_is_read_without_a_word(saved: Callable[[str], Path], read: ReadFile) -> None:
    answers, problems = read(saved(json.dumps(SAVED, indent=1)))
    assert problems == ()
    assert values(answers) == READ
    assert answers is not None
    assert (answers.party, answers.party_name, answers.answered_by) == ("P1", "Northwind Demo Mill", "HR manager")
    assert (answers.answered_on, answers.version) == (date(2026, 11, 24), "1")
    assert (answers.answers[0].evidence, answers.answers[0].note) == (EvidenceGrade.RECORD, "two of three")


EDITS: list[tuple[tuple[str, ...], Any, Code, str, str]] = [
    (("answers", "T-A01", "value"), "Perhaps", Code.ANSWER_INVALID, "T-A01", "T-A01: Perhaps"),
    (("answers", "T-A01", "value"), {"a": 1}, Code.ANSWER_INVALID, "T-A01", "T-A01: {'a': 1}"),
    (("answers", "T-A03"), ["No", "Yes"], Code.ANSWER_INVALID, "T-A03", "T-A03: ['No', 'Yes']"),
    (("answers", "T-B01", "value"), ["Box", "None of these"], Code.ANSWER_INVALID, "T-B01",
     "T-B01: ['Box', 'None of these']"),
    (("answers", "T-B02", "value"), "a lot", Code.ANSWER_INVALID, "T-B02", "T-B02: a lot"),
    (("answers", "T-B02", "value"), -5, Code.ANSWER_INVALID, "T-B02", "T-B02: -5"),
    (("answers", "T-B02", "value"), True, Code.ANSWER_INVALID, "T-B02", "T-B02: True"),
    (("answers", "T-B03", "value"), "170%", Code.ANSWER_INVALID, "T-B03", "T-B03: 170%"),
    (("answers", "T-B04", "value"), "soon", Code.ANSWER_INVALID, "T-B04", "T-B04: soon"),
    (("answers", "T-B05"), {"value": {"text": "a"}}, Code.ANSWER_INVALID, "T-B05", "T-B05: {'text': 'a'}"),
    (("answers", "T-A01", "evidence"), "our word", Code.ANSWER_INVALID, "T-A01.evidence", "our word"),
    (("answers", "T-A01", "notes"), "x", Code.ANSWER_ROW_UNKNOWN, "T-A01", "notes"),
    (("answers", "T-X09"), "Yes", Code.ANSWER_ROW_UNKNOWN, "T-X09", "T-X09"),
    (("answered_on",), "yesterday", Code.DATE_UNREADABLE, "answered_on", "yesterday"),
    (("aswered_by",), "x", Code.ANSWER_ROW_UNKNOWN, "", "aswered_by"),
    (("version",), "0.9", Code.ANSWERS_OTHER_VERSION, "", "0.9; now 1"),
    (("sha256",), "other", Code.ANSWERS_OTHER_VERSION, "", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "code", "where", "found"), EDITS, ids=lambda item: str(item)[:40])
def test_what_somebody_edited_is_named_with_its_field_and_the_rest_is_read(
    place: tuple[str, ...], value: Any, code: Code, where: str, found: str,
    saved: Callable[[str], Path], read: ReadFile,
) -> None:  # fmt: skip
    edited = json.loads(json.dumps(SAVED))
    inside = edited
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = value
    answers, problems = read(saved(json.dumps(edited)))
    address = f"{NAME} › {where}" if where else NAME
    assert [(problem.code, str(problem.where), problem.found) for problem in problems] == [(code, address, found)]
    spoilt = place[1] if len(place) > 1 else ""
    others = {name: answer for name, answer in READ.items() if name != spoilt}
    assert {name: answer for name, answer in values(answers).items() if name != spoilt} == others


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"answers"', '"anwers"'),
        lambda text: text.replace('"small"', "5"),
        lambda text: text.replace("two of three", "\\ud800"),
        lambda text: f"Here are our answers:\n{text}",
    ],
)
def test_a_file_that_lost_its_shape_is_refused(
    spoil: Callable[[str], str], saved: Callable[[str], Path], read: ReadFile
) -> None:
    with pytest.raises(InputRefused) as refused:
        read(saved(spoil(json.dumps(SAVED))))
    assert (refused.value.code, refused.value.where) == (Code.ANSWERS_UNKNOWN_FORM, NAME)


def test_the_page_sent_back_in_place_of_its_file_is_refused_with_what_to_do(tmp_path: Path, read: ReadFile) -> None:
    write_page(SMALL, tmp_path / "form.html")
    with pytest.raises(InputRefused, match="save the answer file"):
        read(tmp_path / "form.html")
