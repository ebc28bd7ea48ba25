"""`questionnaire`: forms in any language, carried over, checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from duediligence.cli.app import app
from duediligence.model import Answer
from duediligence.questionnaires import questionnaire, read_answers, wording, write_form
from duediligence.questionnaires.translations import files as language_files
from duediligence.settings import Settings
from tests.questionnaires.builders import LANGUAGES
from tests.questionnaires.filling import DAY


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["questionnaire", *map(str, arguments)])


def test_a_form_is_written_in_the_language_asked_for(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    done = run("form", "supplier", "--out", tmp_path / "a.xlsx", "--language", "ar", "--party-id", "V-1")
    assert (done.exit_code, done.stdout.strip()) == (0, str(tmp_path / "a.xlsx"))
    start = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert (start["B1"].value, start["B4"].value) == (wording(questionnaire("supplier"), "ar").title, "V-1")


def test_earlier_answers_are_carried_into_a_new_form(tmp_path: Path) -> None:
    earlier, new = tmp_path / "earlier.json", tmp_path / "new.xlsx"
    facts = {"questionnaire": "supplier", "version": "2020.1", "party": "V-1", "answered_on": "2020-01-01"}
    earlier.write_text(json.dumps({**facts, "answers": {"SUP-A01": "Oui", "SUP-X01": "Yes"}}), encoding="utf-8")
    done = run("form", "supplier", "--out", new, "--language", "fr", "--answers", earlier)
    assert done.exit_code == 0
    assert "DD-QN-002" in done.stderr
    answers, problems = read_answers(new, Settings())
    assert not problems
    assert answers is not None
    assert [(answer.question, answer.value) for answer in answers.answers] == [("SUP-A01", "Yes")]
    assert (answers.party, answers.answered_on) == ("V-1", None)


def test_answers_to_another_questionnaire_are_not_carried_over(tmp_path: Path) -> None:
    write_form(questionnaire("supplier"), tmp_path / "a.xlsx", DAY, answers=[Answer("SUP-A01", "Yes")])
    done = run("form", "recruitment_agency", "--out", tmp_path / "b.xlsx", "--answers", tmp_path / "a.xlsx")
    assert done.exit_code == 3
    assert "supplier" in done.stderr
    assert not (tmp_path / "b.xlsx").exists()


def test_what_was_read_can_be_saved_as_an_answer_file(tmp_path: Path) -> None:
    write_form(questionnaire("supplier"), tmp_path / "a.xlsx", DAY, "V-1", answers=[Answer("SUP-B02", "1")])
    done = run("score", tmp_path / "a.xlsx", "--save-answers", tmp_path / "a.json")
    assert done.exit_code == 0
    saved = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (saved["party"], saved["answers"]) == ("V-1", {"SUP-B02": {"value": "1%"}})


def test_a_language_or_short_form_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = run("form", "supplier", "--out", tmp_path / "a.xlsx", "--language", "tlh")
    assert done.exit_code == 3
    assert "DD-QN-009" in done.stderr
    assert not (tmp_path / "a.xlsx").exists()


def test_the_check_of_the_shipped_languages_finds_nothing() -> None:
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "")


def test_the_check_names_each_item_with_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_files, "language_folder", lambda: LANGUAGES)
    done = run("check", "qx", "--json")
    rows = json.loads(done.stdout)
    assert done.exit_code == 1
    assert {"language": "qx", "item": "choices › Always", "state": "missing", "write": "Always"} in rows
    assert {"language": "qx", "item": "questionnaires › small", "state": "unused", "write": ""} in rows
    assert f"{len(rows)} items to look at." in done.stderr
    assert run("check").stdout.count("\n") > len(rows)
    assert run("check", "en").exit_code == 3
