"""Forms that come back: everything good is read, everything else is a problem with its cell."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.model import Answer, AnswerSet, CellRef, EvidenceGrade, Problem, Questionnaire
from duediligence.questionnaires import load_questionnaires, read_answers, write_form
from duediligence.settings import Settings
from tests.questionnaires.conftest import Read

Fill = Callable[..., Path]
ReadFile = Callable[[Path], Read]

# What a person puts into the small form's cells (rows as in test_form.py), and what must be read.
FILLED: dict[str, Any] = {
    "Questions!E3": "Yes",
    "Questions!E4": "partly",
    "Questions!F4": "2 record",
    "Questions!G4": "two of three",
    "Questions!E5": "No",
    "Questions!E8": "Yes",
    "Questions!E10": "y",
    "Questions!F7": "4 worker voice or on-site check",
    "Questions!E12": 1450,
    "Questions!E13": 0.125,
    "Questions!E14": date(2026, 3, 1),
    "Questions!E15": "Rest days.",
    "Start!B6": date(2026, 11, 20),
    "Start!B7": "HR manager",
}
EXPECTED = {
    "T-A01": "Yes",
    "T-A02": "Partly",
    "T-A03": "No",
    "T-B01": "Help line; Box",
    "T-B02": "1450",
    "T-B03": "12.5",
    "T-B04": "2026-03-01",
    "T-B05": "Rest days.",
}


def values(answers: AnswerSet | None) -> dict[str, str]:
    assert answers is not None
    return {answer.question: answer.value for answer in answers.answers}


def codes(problems: tuple[Problem, ...]) -> list[tuple[Code, str]]:
    return [(problem.code, str(problem.where)) for problem in problems]


def test_every_type_of_question_comes_back_as_it_was_filled_in(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill(FILLED))
    assert not problems
    assert values(answers) == EXPECTED
    assert answers is not None
    assert (answers.party, answers.party_name, answers.version) == ("P1", "Northwind Demo Mill", "1")
    assert (answers.answered_on, answers.answered_by) == (date(2026, 11, 20), "HR manager")
    licences, ways = answers.answers[1], next(item for item in answers.answers if item.question == "T-B01")
    assert (licences.evidence, licences.note) == (EvidenceGrade.RECORD, "two of three")
    assert licences.cell == CellRef("form.xlsx", "Questions", 4, 5)
    assert (ways.evidence, str(ways.cell)) == (EvidenceGrade.WORKER_VOICE, "form.xlsx › Questions!E8")


@pytest.mark.parametrize("item", load_questionnaires(), ids=lambda item: item.id)
def test_a_prefilled_form_reads_back_as_the_same_answers(item: Questionnaire, tmp_path: Path) -> None:
    given = {
        question.id: _some_answer(question.id, question.choices, str(question.type)) for question in item.questions
    }
    path, day = tmp_path / "form.xlsx", date(2026, 11, 20)
    answers = [Answer(name, value, EvidenceGrade.RECORD, "- seen") for name, value in given.items()]
    write_form(item, path, date(2026, 11, 24), "V-1", "Northwind Demo Mill", answers, day)
    read_back, problems = read_answers(path, Settings())
    assert not problems
    assert values(read_back) == given
    assert read_back is not None
    assert {(answer.evidence, answer.note) for answer in read_back.answers} == {(EvidenceGrade.RECORD, "- seen")}
    assert read_back.answered_on == day


def _some_answer(name: str, choices: tuple[Any, ...], kind: str) -> str:
    if choices:
        return str(choices[sum(map(ord, name)) % len(choices)].value)
    return {"number": "12.5", "percentage": "7", "date": "2026-02-28", "text": "=more pay", "document": "No. 7"}[kind]


def test_an_answer_that_is_not_allowed_is_a_problem_and_the_rest_is_read(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({**FILLED, "Questions!E4": "perhaps", "Questions!E12": "a lot"}))
    cells = [(Code.ANSWER_INVALID, "form.xlsx › Questions!E4"), (Code.ANSWER_INVALID, "form.xlsx › Questions!E12")]
    assert codes(problems) == cells
    assert problems[0].advice == "Choose from: Yes · Partly · No · None work here"
    assert problems[0].found == "T-A02: perhaps"
    expected = {**EXPECTED, "T-A02": "", "T-B02": ""}
    assert values(answers) == {name: value for name, value in expected.items() if value or name == "T-A02"}


def test_unknown_evidence_is_a_problem_and_the_answer_stays_a_claim(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E3": "Yes", "Questions!F3": "my word"}))
    assert codes(problems) == [(Code.ANSWER_INVALID, "form.xlsx › Questions!F3")]
    assert answers is not None
    assert answers.answers[0].evidence is EvidenceGrade.CLAIM


def test_all_options_marked_no_means_none_of_these(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({f"Questions!E{row}": "No" for row in (8, 9, 10)}))
    assert not problems
    assert values(answers) == {"T-B01": "None of these"}


def test_some_options_marked_no_and_none_yes_is_a_problem(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E3": "Yes", "Questions!E8": "No"}))
    assert codes(problems) == [(Code.ANSWER_INVALID, "form.xlsx › Questions!E8")]
    assert values(answers) == {"T-A01": "Yes"}


def test_a_lone_option_beside_another_is_a_problem(fill: Fill, read: ReadFile) -> None:
    _, problems = read(fill({"Questions!E3": "Yes", "Questions!E8": "Yes", "Questions!E11": "Yes"}))
    assert codes(problems) == [(Code.ANSWER_INVALID, "form.xlsx › Questions!E8")]
    assert problems[0].advice == "“None of these” cannot stand beside another answer."


def test_an_option_marked_with_neither_yes_nor_no_is_a_problem(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E8": "Yes", "Questions!E9": "perhaps"}))
    assert codes(problems) == [(Code.ANSWER_INVALID, "form.xlsx › Questions!E9")]
    assert values(answers) == {"T-B01": "Help line"}


def test_several_answers_may_stand_in_one_cell(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E7": "union; box"}))
    assert not problems
    assert values(answers) == {"T-B01": "Union; Box"}


def test_an_answer_in_the_cell_above_marked_options_is_a_problem(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E7": "Union", "Questions!E10": "Yes"}))
    assert codes(problems) == [(Code.ANSWER_INVALID, "form.xlsx › Questions!E7")]
    assert values(answers) == {"T-B01": "Box"}


def test_a_row_whose_question_is_unknown_is_a_problem(fill: Fill, read: ReadFile) -> None:
    changed = {"Questions!E3": "Yes", "Questions!A4": "T-X99", "Questions!E4": "Yes", "Questions!E2": "Yes"}
    answers, problems = read(fill(changed))
    rows = [(Code.ANSWER_ROW_UNKNOWN, f"form.xlsx › Questions!E{row}") for row in (2, 4)]
    assert codes(problems) == [(Code.FORM_ROWS_MISSING, "form.xlsx › Questions"), *rows]
    assert problems[0].found == "T-A02"
    assert values(answers) == {"T-A01": "Yes"}


def test_a_question_answered_twice_keeps_the_first_answer(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E3": "Yes", "Questions!A4": "T-A01", "Questions!E4": "No"}))
    assert codes(problems) == [
        (Code.FORM_ROWS_MISSING, "form.xlsx › Questions"),
        (Code.ANSWER_INVALID, "form.xlsx › Questions!E4"),
    ]
    assert values(answers) == {"T-A01": "Yes"}


@pytest.mark.parametrize("change", [{"Form!B3": "0.9"}, {"Form!B4": "other bytes"}])
def test_a_form_of_another_version_is_read_with_a_warning(fill: Fill, read: ReadFile, change: dict[str, str]) -> None:
    answers, problems = read(fill({**FILLED, **change}))
    assert [problem.code for problem in problems] == [Code.ANSWERS_OTHER_VERSION]
    assert values(answers) == EXPECTED


def test_moved_rows_and_columns_are_found_and_their_own_cells_named(fill: Fill, read: ReadFile) -> None:
    from openpyxl import load_workbook

    path = fill({"Questions!E3": "Yes"})
    workbook = load_workbook(path)
    workbook["Questions"].insert_rows(1, 2)
    workbook["Questions"].insert_cols(1)
    workbook.save(path)
    answers, _ = read(path)
    assert answers is not None
    assert str(answers.answers[0].cell) == "form.xlsx › Questions!F5"


def test_an_empty_form_is_nobodys_answer(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E3": "perhaps"}))
    assert answers is None
    assert [problem.code for problem in problems] == [Code.ANSWER_INVALID, Code.ANSWERS_EMPTY]


def test_a_note_without_an_answer_is_kept(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E3": "Yes", "Questions!G5": "we will ask"}))
    assert not problems
    assert answers is not None
    assert [(item.question, item.value, item.note) for item in answers.answers][1] == ("T-A03", "", "we will ask")


def test_an_unreadable_day_is_a_problem(fill: Fill, read: ReadFile) -> None:
    answers, problems = read(fill({"Questions!E3": "Yes", "Start!B6": "last week"}))
    assert codes(problems) == [(Code.DATE_UNREADABLE, "form.xlsx › Start!B6")]
    assert answers is not None
    assert answers.answered_on is None


def test_a_table_that_is_no_form_is_refused(read: ReadFile, tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text("Id,Answer\n1,Yes\n", encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        read(path)
    assert refused.value.code is Code.ANSWERS_UNKNOWN_FORM


def test_a_form_of_an_unknown_questionnaire_is_refused(fill: Fill, read: ReadFile) -> None:
    with pytest.raises(InputRefused, match="martians") as refused:
        read(fill({**FILLED, "Form!B2": "martians"}))
    assert refused.value.code is Code.ANSWERS_UNKNOWN_FORM


@pytest.fixture
def as_json(small: Questionnaire, tmp_path: Path) -> Callable[[Any], Path]:
    def written(content: Any) -> Path:
        path = tmp_path / "answers.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return written


def test_a_json_file_is_read_like_a_form(as_json: Callable[[Any], Path], read: ReadFile) -> None:
    given: dict[str, Any] = {**EXPECTED, "T-B01": ["Help line", "Box"], "T-B02": 1450, "T-B03": "12.5%"}
    given["T-A02"] = {"value": "partly", "evidence": "2 record", "note": "two of three"}
    facts = {"questionnaire": "small", "version": "1", "party": "P1", "party_name": "Mill", "answered_by": "HR manager"}
    answers, problems = read(as_json({**facts, "answered_on": "2026-11-20", "answers": given}))
    assert not problems
    assert values(answers) == EXPECTED
    assert answers is not None
    assert (answers.party, answers.answered_on, answers.answered_by) == ("P1", date(2026, 11, 20), "HR manager")
    assert answers.answers[1].note == "two of three"
    assert str(answers.answers[1].cell) == "answers.json › T-A02"


def test_what_is_wrong_in_a_json_file_is_named(as_json: Callable[[Any], Path], read: ReadFile) -> None:
    text = """{"questionnaire": "small", "party": "P1", "colour": 1, "answers": {
        "T-A01": "Yes", "T-A01": "No", "T-A02": {"value": "Yes", "evidnce": "2"}, "T-A03": [1], "T-X1": "Yes",
        "T-B02": NaN}}"""
    answers, problems = read(as_json(text))
    assert values(answers) == {"T-A01": "No", "T-A02": "Yes"}
    assert [(problem.code, problem.found) for problem in problems] == [
        (Code.ANSWER_INVALID, "T-A01"),
        (Code.ANSWER_ROW_UNKNOWN, "colour"),
        (Code.ANSWER_ROW_UNKNOWN, "evidnce"),
        (Code.ANSWER_INVALID, "T-A03: [1]"),
        (Code.ANSWER_ROW_UNKNOWN, "T-X1"),
        (Code.ANSWER_INVALID, "T-B02: nan"),
    ]


@pytest.mark.parametrize(
    "content", ["{", "[]", "[" * 100_000, '{"answers": {}}', '{"questionnaire": "small", "answers": []}', "\x00"]
)
def test_a_json_file_that_is_no_answer_file_is_refused(
    content: str, as_json: Callable[[Any], Path], read: ReadFile
) -> None:
    with pytest.raises(InputRefused) as refused:
        read(as_json(content))
    assert refused.value.code is Code.ANSWERS_UNKNOWN_FORM


def test_a_json_file_that_is_missing_or_too_large_is_refused(as_json: Callable[[Any], Path], tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as missing:
        read_answers(tmp_path / "none.json", Settings())
    assert missing.value.code is Code.FILE_MISSING
    with pytest.raises(InputRefused) as large:
        read_answers(as_json("{}"), Settings(max_file_mb=0))
    assert large.value.code is Code.FILE_TOO_LARGE
