"""Forms that came back changed: a clear problem for each change, and the rest is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.model import Answer, AnswerSet, Choice, EvidenceGrade, Problem, Question, Questionnaire
from duediligence.questionnaires import FormKind, questionnaire, read_answers, write_form
from duediligence.questionnaires.answers import reader as answers_module
from duediligence.settings import Settings
from tests.questionnaires.builders import QUESTIONS, SMALL
from tests.tables.builders import compound_file

DAY = date(2026, 11, 24)
SUPPLIER, AGENCY = questionnaire("supplier"), questionnaire("recruitment_agency")
OLD_FORM = Path(__file__).parent / "data" / "form_1.xlsx"
Change = Callable[[Any], None]


def read(path: Path) -> tuple[AnswerSet | None, tuple[Problem, ...]]:
    return read_answers(path, Settings())


def values(answers: AnswerSet | None) -> dict[str, str]:
    assert answers is not None
    return {answer.question: answer.value for answer in answers.answers}


def told(problems: tuple[Problem, ...]) -> list[tuple[Code, str, str]]:
    return [(problem.code, str(problem.where), problem.found) for problem in problems]


def changed(path: Path, change: Change) -> Path:
    from openpyxl import load_workbook

    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The supplier's form with four answers, in French."""
    path = tmp_path / "form.xlsx"
    given = [Answer(name, value) for name, value in FOUR.items()]
    write_form(SUPPLIER, path, DAY, "V-1", "Northwind Demo Mill", given, kind=FormKind("fr"))
    return path


FOUR = {"SUP-A01": "Yes", "SUP-A02": "No", "SUP-E05": "Medical test", "SUP-N05": "Rest days."}


def row_of(sheet: Any, name: str) -> int:
    return next(number for number in range(1, sheet.max_row + 1) if sheet.cell(number, 1).value == name)


def test_deleted_rows_are_named(filled: Path) -> None:
    def delete(book: Any) -> None:
        sheet = book.worksheets[1]
        for name in ("SUP-E05/3", "SUP-A02"):
            sheet.delete_rows(row_of(sheet, name))

    answers, problems = read(changed(filled, delete))
    assert told(problems) == [(Code.FORM_ROWS_MISSING, "form.xlsx › Questions", "SUP-A02, SUP-E05/3")]
    assert values(answers) == {"SUP-A01": "Yes", "SUP-N05": "Rest days."}


def test_text_pasted_over_lists_is_a_problem_with_its_cell_and_the_rest_is_read(filled: Path) -> None:
    def paste(book: Any) -> None:
        sheet = book.worksheets[1]
        sheet["E3"], sheet["E4"], sheet["F3"], sheet["E8"] = "voir la pièce jointe", "OUI ", "un papier", "beaucoup"

    answers, problems = read(changed(filled, paste))
    assert told(problems) == [
        (Code.ANSWER_INVALID, "form.xlsx › Questions!E3", "SUP-A01: voir la pièce jointe"),
        (Code.ANSWER_INVALID, "form.xlsx › Questions!E8", "SUP-B01: beaucoup"),
    ]
    assert values(answers) == {**{k: v for k, v in FOUR.items() if k != "SUP-A01"}, "SUP-A02": "Yes"}


def test_the_sheet_of_another_form_is_one_problem(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    write_form(AGENCY, other, DAY, answers=[Answer("AGY-A01", "Yes")])

    def add(book: Any) -> None:
        from openpyxl import load_workbook

        sheet = book.create_sheet("Pasted", 0)
        for row in load_workbook(other)["Questions"].iter_rows(max_col=7, values_only=True):
            sheet.append([None if str(value).startswith("=") else value for value in row])

    answers, problems = read(changed(filled, add))
    assert [(problem.code, str(problem.where)) for problem in problems] == [
        (Code.FORM_ROWS_FOREIGN, "form.xlsx › Pasted")
    ]
    assert problems[0].found.startswith("recruitment_agency: ")
    assert values(answers) == FOUR


def test_a_form_whose_questions_are_all_of_another_holds_no_answer(filled: Path) -> None:
    def paste(book: Any) -> None:
        sheet = book.worksheets[1]
        for row in sheet.iter_rows(min_row=2, max_col=1):
            row[0].value = str(row[0].value or "").replace("SUP", "AGY") or None

    answers, problems = read(changed(filled, paste))
    assert answers is None
    assert Code.FORM_ROWS_FOREIGN in {problem.code for problem in problems}
    assert problems[-1].code is Code.ANSWERS_EMPTY


def test_protected_sheets_and_workbooks_are_read_without_their_password(filled: Path) -> None:
    def protect(book: Any) -> None:
        book.security.lockStructure = True
        book.security.workbookPassword = "secret"
        for sheet in book.worksheets:
            sheet.protection.set_password("secret")
            sheet.protection.enable()

    answers, problems = read(changed(filled, protect))
    assert not problems
    assert values(answers) == FOUR


def test_a_workbook_that_needs_a_password_to_open_is_refused(tmp_path: Path) -> None:
    streams = {"EncryptionInfo": b"\4\0\4\0" * 16, "EncryptedPackage": b"x" * 64}
    with pytest.raises(InputRefused) as refused:
        read(compound_file(tmp_path / "form.xlsx", streams))
    assert refused.value.code is Code.FILE_ENCRYPTED


def test_a_form_without_its_hidden_sheet_is_known_by_its_questions(filled: Path) -> None:
    def remove(book: Any) -> None:
        del book[book.sheetnames[-1]]

    answers, problems = read(changed(filled, remove))
    assert told(problems) == [(Code.FORM_UNMARKED, "form.xlsx", "supplier")]
    assert values(answers) == FOUR
    assert answers is not None
    assert (answers.questionnaire, answers.version, answers.party) == ("supplier", "", "V-1")


@pytest.mark.usefixtures("small")
def test_a_form_from_before_there_were_languages_is_read() -> None:
    answers, problems = read(OLD_FORM)
    assert not problems
    assert values(answers) == {"T-A01": "Yes", "T-A02": "Partly", "T-B01": "Help line; Box", "T-B03": "12.5"}
    assert answers is not None
    assert (answers.party, answers.answered_on) == ("P1", date(2026, 11, 20))
    assert (answers.answers[1].evidence, answers.answers[1].note) == (EvidenceGrade.RECORD, "two of three")


def newer() -> Questionnaire:
    """The small questionnaire a year later: a question gone, one new, options in another order and one of them new."""
    ways = (Choice("Box", 0.2), Choice("Open door", 0.2), Choice("Help line", 0.6), QUESTIONS[3].choices[3])
    kept = [question for question in QUESTIONS if question.id not in ("T-A02", "T-B01")]
    new = Question("T-B06", "B", "Who checks?", QUESTIONS[-1].type, 1)
    joined = (*kept[:2], replace(QUESTIONS[3], choices=ways), *kept[2:], new)
    return replace(SMALL, version="2", sha256="def", questions=joined)


def test_an_older_version_is_carried_over_by_question_and_what_is_lost_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answers_module, "load_questionnaires", lambda: (newer(),))
    answers, problems = read(OLD_FORM)
    assert values(answers) == {"T-A01": "Yes", "T-B01": "Box; Help line", "T-B03": "12.5"}
    assert answers is not None
    assert answers.version == "1"
    assert told(problems) == [
        (Code.ANSWERS_OTHER_VERSION, "form_1.xlsx", "1; now 2"),
        (Code.ANSWER_ROW_UNKNOWN, "form_1.xlsx › Questions!E4", "T-A02: Partly"),
    ]
    assert problems[0].advice == (
        "Answers were carried over by question. No longer asked, and dropped: T-A02. Not on that form, and open: T-B06."
    )


def test_an_option_that_is_no_longer_offered_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(answers_module, "load_questionnaires", lambda: (newer(),))
    path = tmp_path / "form.xlsx"
    write_form(SMALL, path, DAY, answers=[Answer("T-B01", "Help line; Union"), Answer("T-A01", "Yes")])
    answers, problems = read(path)
    assert values(answers) == {"T-A01": "Yes", "T-B01": "Help line"}
    assert told(problems)[1:] == [(Code.ANSWER_ROW_UNKNOWN, "form.xlsx › Questions!E9", "T-B01/2: Yes")]
    assert problems[0].advice.endswith("carried over by question. Not on that form, and open: T-B06.")
