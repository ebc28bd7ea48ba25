"""The forms in a spreadsheet program: LibreOffice opens, computes and saves them again, and they still read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.model import Answer, AnswerSet, Problem, Question
from duediligence.questionnaires import FormKind, languages, questionnaire, read_answers, wording, write_form
from duediligence.questionnaires.forms.layout import ANSWERED_COLUMN, ASKED_COLUMN, lines
from duediligence.settings import Settings
from tests.questionnaires.filling import fill_in

SUPPLIER = questionnaire("supplier")
PROGRAM = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    # In CI the program is installed by .ci/run; a skip there would hide that it is gone.
    pytest.mark.skipif(PROGRAM is None and os.environ.get("CI") != "true", reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, Mapping[str, str]]]:
    """By language: the filled form as LibreOffice saved it, and the answers that were filled in."""
    assert PROGRAM, "in CI, .ci/run installs LibreOffice"
    folder, out = tmp_path_factory.mktemp("forms"), tmp_path_factory.mktemp("saved")
    filled = {}
    for turn, code in enumerate(languages()):
        path = folder / f"{code}.xlsx"
        write_form(SUPPLIER, path, date(2026, 11, 24), kind=FormKind(code))
        filled[code] = fill_in(path, SUPPLIER, turn)
    write_form(SUPPLIER, folder / "begun.xlsx", date(2026, 11, 24), "V-1", answers=[Answer("SUP-A01", "Yes")])
    filled["begun"] = {"SUP-A01": "Yes"}
    own_profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"
    files = [str(path) for path in sorted(folder.iterdir())]
    command = [PROGRAM, own_profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {code: (out / f"{code}.xlsx", wanted) for code, wanted in filled.items()}


Saved = Mapping[str, tuple[Path, Mapping[str, str]]]


@pytest.mark.parametrize("code", languages())
def test_a_form_that_was_saved_again_reads_the_same(code: str, saved_again: Saved) -> None:
    path, wanted = saved_again[code]
    answers, problems = read(path)
    assert not problems
    assert answers is not None
    assert {answer.question: answer.value for answer in answers.answers} == wanted
    assert (answers.party, answers.answered_by) == ("V-1", "HR manager")


def read(path: Path) -> tuple[AnswerSet | None, tuple[Problem, ...]]:
    return read_answers(path, Settings())


@pytest.mark.parametrize("code", languages())
def test_it_computes_what_is_asked_and_that_nothing_is_missing(code: str, saved_again: Saved) -> None:
    path, wanted = saved_again[code]
    start, questions = computed(path).worksheets[:2]
    asked = asked_by(wanted)
    shown = {
        line.question.id: (
            questions.cell(line.row, ASKED_COLUMN).value,
            questions.cell(line.row, ANSWERED_COLUMN).value,
        )
        for line in lines(SUPPLIER)
        if line.question and not line.option
    }
    assert shown == {name: (int(is_asked), int(is_asked)) for name, is_asked in asked.items()}
    words, count = wording(SUPPLIER, code), sum(asked.values())
    sentence = words.word("{answered} of {asked} questions answered")
    assert start["B9"].value == sentence.format(answered=count, asked=count)
    assert start["B10"].value == words.word("Nothing. The form is complete.")
    in_first_theme = sum(is_asked for name, is_asked in asked.items() if name.startswith("SUP-A"))
    progress = words.word("{answered} of {asked} answered").format(answered=in_first_theme, asked=in_first_theme)
    assert start["B11"].value == f"{'●' * in_first_theme}  {progress}"


@pytest.mark.parametrize("code", languages())
def test_it_keeps_lists_locks_and_direction(code: str, saved_again: Saved) -> None:
    book = computed(saved_again[code][0])
    start, questions = book.worksheets[:2]
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "visible", "hidden"]
    for sheet in (start, questions):
        assert sheet.protection.sheet
        assert bool(sheet.sheet_view.rightToLeft) == (wording(SUPPLIER, code).direction == "rtl")
    assert questions["A3"].protection.locked
    assert not questions["E3"].protection.locked
    assert sum(rule.type == "list" for rule in questions.data_validations.dataValidation) > 3


def test_it_shows_where_to_go_on_and_what_is_missing(saved_again: Saved) -> None:
    start = computed(saved_again["begun"][0]).worksheets[0]
    asked = len(SUPPLIER.questions)
    assert start["B9"].value == f"1 of {asked} questions answered"
    assert start["B10"].value == "Write the day and the role above."
    assert start["B11"].value == "●○○○  1 of 4 answered  ·  next: SUP-A02"


def test_some_of_these_forms_skip_questions(saved_again: Saved) -> None:
    skipped = [code for code in languages() if not all(asked_by(saved_again[code][1]).values())]
    assert skipped


def computed(path: Path) -> Any:
    from openpyxl import load_workbook

    return load_workbook(path, data_only=True)


def asked_by(answers: Mapping[str, str]) -> dict[str, bool]:
    asked: dict[str, bool] = {}
    for question in SUPPLIER.questions:
        asked[question.id] = all(
            asked[gate.question] and answers[gate.question] in gate.among for gate in gates(question)
        )
    return asked


def gates(question: Question) -> Any:
    return question.asked_if
