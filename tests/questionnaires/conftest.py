from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.model import Answer, AnswerSet, Problem, Questionnaire
from duediligence.questionnaires import read_answers, write_form
from duediligence.questionnaires.answers import json_writer as answer_json_out
from duediligence.questionnaires.answers import reader as answers_module
from duediligence.questionnaires.translations.answer_words import every_language
from duediligence.settings import Settings
from tests.questionnaires.builders import SMALL

Given = dict[str, Any]
Read = tuple[AnswerSet | None, tuple[Problem, ...]]


@pytest.fixture(scope="session", autouse=True)
def _languages_read() -> None:
    """Reads the languages' files once, so that no example of a property waits for them."""
    every_language()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Questionnaire:
    """The small questionnaire, as the only one there is."""
    monkeypatch.setattr(answers_module, "load_questionnaires", lambda: (SMALL,))
    monkeypatch.setattr(answer_json_out, "questionnaire", lambda _: SMALL)
    return SMALL


@pytest.fixture
def fill(small: Questionnaire, tmp_path: Path) -> Callable[[Given], Path]:
    """Writes the small form and fills cells of its sheets: `{"Questions!E3": "Yes"}`."""

    def filled(cells: Given, *prefilled: Answer) -> Path:
        from openpyxl import load_workbook

        path = tmp_path / "form.xlsx"
        write_form(small, path, date(2026, 11, 24), "P1", "Northwind Demo Mill", prefilled)
        workbook = load_workbook(path)
        for address, value in cells.items():
            sheet, cell = address.split("!")
            workbook[sheet][cell] = value
        workbook.save(path)
        return path

    return filled


@pytest.fixture
def read() -> Callable[[Path], Read]:
    return lambda path: read_answers(path, Settings())
