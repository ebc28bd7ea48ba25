"""The answer file, out of the page and back into it, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.model import AnswerSet, EvidenceGrade, Questionnaire
from duediligence.questionnaires import FormKind, load_questionnaires, read_answers
from duediligence.questionnaires.answers.json_writer import answers_json
from duediligence.settings import Settings
from tests.questionnaires.builders import QUESTIONS, SMALL
from tests.questionnaires.conftest import Read
from tests.questionnaires.page.conftest import Open
from tests.questionnaires.page.phone import Sheet
from tests.questionnaires.page.test_page_file import SAVED

ReadFile = Callable[[Path], Read]
TYPED = {
    "T-A01": ["Yes"],
    "T-A02": ["Partly"],
    "T-A03": ["Don't know"],
    "T-B01": ["Help line", "Box"],
    "T-B02": ["1450"],
    "T-B03": ["1"],
    "T-B04": ["2026-03-01"],
    "T-B05": ["“Rest” days </script> & \\n نعم"],
}


def values(answers: AnswerSet | None) -> dict[str, str]:
    assert answers is not None
    return {answer.question: answer.value for answer in answers.answers}


def fill_in(sheet: Sheet) -> None:
    for question, texts in TYPED.items():
        sheet.answer(question, *texts)
    sheet.answer("T-A01", evidence=EvidenceGrade.WORKER_VOICE, note="asked twelve, in private")
    sheet.go("start")
    sheet.page.fill("#answered_by", "HR manager")
    sheet.page.fill("#answered_on", "2026-11-20")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_was_typed_on_a_phone_is_what_the_file_says_in_any_language(
    language: str, open_page: Open, read: ReadFile
) -> None:
    sheet = open_page(kind=FormKind(language), party_id="P1", party_name="Northwind Demo Mill")
    fill_in(sheet)
    file = sheet.save()
    assert file.name == "small-2026-11-20.json"
    assert json.loads(file.read_text(encoding="utf-8"))["language"] == language
    answers, problems = read(file)
    assert problems == ()
    assert values(answers) == {name: "; ".join(texts) for name, texts in TYPED.items()}
    assert answers is not None
    assert (answers.party, answers.party_name, answers.answered_by) == ("P1", "Northwind Demo Mill", "HR manager")
    assert (answers.answered_on, answers.version) == (date(2026, 11, 20), "1")
    first = answers.answers[0]
    assert (first.evidence, first.note) == (EvidenceGrade.WORKER_VOICE, "asked twelve, in private")


def test_a_file_that_another_page_wrote_is_gone_on_with(open_page: Open) -> None:
    sheet = open_page(party_id="P1")
    fill_in(sheet)
    file = json.loads(sheet.save().read_text(encoding="utf-8"))
    other = open_page(party_id="P2")
    assert other.read_back(file) == "Answers read from the file: 8."
    assert other.page.input_value("#answered_by") == "HR manager"
    other.answer("T-A03", "No")
    again = json.loads(other.save().read_text(encoding="utf-8"))
    assert again["party"] == "P2"
    file["answers"]["T-A03"]["value"] = "No"
    assert again["answers"] == file["answers"]


def test_a_file_in_other_writings_is_read_as_the_program_reads_it(
    open_page: Open, read: ReadFile, tmp_path: Path
) -> None:
    answers = {
        **{"T-A01": "yes", "T-A02": {"value": "PARTLY.", "evidence": "2"}, "T-A03": "Don’t  know"},
        **{"T-B01": "box; Help line", "T-B02": "12.125", "T-B03": 0.7, "T-B04": "2026-03-01", "T-B05": 7},
    }
    path = tmp_path / "given.json"
    path.write_text(json.dumps({**SAVED, "answers": answers}), encoding="utf-8")
    sheet = open_page()
    assert sheet.read_back(path.read_text(encoding="utf-8")) == "Answers read from the file: 8."
    ours, _ = read(sheet.save())
    theirs, _ = read(path)
    assert values(ours) == values(theirs)
    assert values(ours)["T-B03"] == "70"


def test_a_file_in_the_words_of_the_page_is_read_too(open_page: Open) -> None:
    sheet = open_page(kind=FormKind("fr"))
    sheet.read_back({**SAVED, "answers": {"T-A01": "Oui", "T-A03": "Je ne sais pas"}})
    assert sheet.copied_answers() == {"T-A01": {"value": "Yes"}, "T-A03": {"value": "Don't know"}}


def test_what_a_file_says_that_the_page_does_not_allow_is_named_and_the_rest_is_taken(open_page: Open) -> None:
    sheet = open_page()
    sheet.answer("T-A03", "No")
    spoilt = {"T-A01": "Yes", "T-A02": "Oui", "T-B01": ["Box", "None of these"], "T-B02": "lots", "T-X1": "No"}
    told = sheet.read_back({**SAVED, "answers": {**spoilt, "T-B03": {"value": {"a": 1}}}})
    assert list(filter(None, told.splitlines())) == [
        "Answers read from the file: 1.",
        "T-A02: “Oui” was not taken over.",
        "T-B01: “Box,None of these” was not taken over.",
        "T-B02: “lots” was not taken over.",
        "T-X1: “No” was not taken over.",
        "T-B03: “[object Object]” was not taken over.",
    ]
    assert {name: answer["value"] for name, answer in sheet.copied_answers().items()} == {"T-A01": "Yes", "T-A03": "No"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Dear all", "This is not an answer file."),
        ("null", "This is not an answer file."),
        ({"questionnaire": "small"}, "This is not an answer file."),
        ({**SAVED, "questionnaire": "<b>other</b>"}, "This file answers another questionnaire: <b>other</b>."),
    ],
)
def test_a_file_that_is_none_changes_nothing(content: Any, told: str, open_page: Open) -> None:
    sheet = open_page()
    sheet.answer("T-A01", "Yes")
    assert sheet.read_back(content) == told
    assert set(sheet.copied_answers()) == {"T-A01"}


def test_the_quick_page_carries_what_it_does_not_ask(open_page: Open) -> None:
    quick = tuple(replace(question, quick=question.id in ("T-A02", "T-B01")) for question in QUESTIONS)
    sheet = open_page(replace(SMALL, questions=quick), kind=FormKind(quick=True))
    sheet.read_back({**SAVED, "answers": {"T-A01": "yes", "T-B05": {"value": "More rest", "note": "a"}}})
    assert sheet.shown() == ["T-A02", "T-B01"]
    sheet.answer("T-B01", "Union")
    sheet.page.reload()
    answers = sheet.copied_answers()
    assert answers["T-B05"] == {"value": "More rest", "note": "a"}
    assert set(answers) == {"T-A01", "T-B01", "T-B05"}
    sheet.read_back({**SAVED, "answers": {"T-A01": "No"}})
    assert sheet.shown() == ["T-B01"]


def test_a_browser_that_lets_no_file_through_still_gives_the_text(open_page: Open) -> None:
    sheet = open_page()
    sheet.answer("T-A01", "Yes")
    file = sheet.save().read_text(encoding="utf-8")
    sheet.page.click("#copying summary")
    sheet.page.click("#copy")
    sheet.page.wait_for_selector("#copied:not(:empty)")
    assert sheet.text("#copied") == "Copied."
    assert sheet.page.input_value("#copy-text") == file
    sheet.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false }"
    )
    sheet.page.click("#copy")
    sheet.page.wait_for_selector("#copied >> text=Please copy the marked text yourself.")


@pytest.mark.parametrize("item", load_questionnaires(), ids=lambda item: item.id)
def test_a_whole_questionnaire_goes_through_a_page_unchanged(
    item: Questionnaire, open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    answers = {question.id: {"value": _some(question), "evidence": "2 record"} for question in item.questions}
    sheet = open_page(item)
    said = sheet.read_back({"questionnaire": item.id, "version": item.version, "answers": answers})
    assert said == f"Answers read from the file: {len(item.questions)}."
    given, problems = read_answers(sheet.save(), Settings())
    assert problems == ()
    read = values(given)
    assert set(read) == set(sheet.shown())
    assert all(read[name] == answers[name]["value"].rstrip("%") for name in read)
    assert given is not None
    saved = json.loads(sheet.save().read_text(encoding="utf-8"))
    assert {saved.pop("sha256"), saved.pop("language")} == {item.sha256, "en"}
    assert list(saved.items()) == list(json.loads(answers_json(given)).items()), "as the program itself writes them"


def _some(question: Any) -> str:
    if question.choices:
        return str(question.choices[0].value)
    return {
        "number": "12.5",
        "percentage": "7%",
        "date": "2026-02-28",
        "text": "More rest",
        "document": "Licence RL-0010, 3 May 2025",
    }[question.type]
