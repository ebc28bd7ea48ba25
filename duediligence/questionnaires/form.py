"""A questionnaire as a workbook that a person fills in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duediligence.model import Answer, Questionnaire
from duediligence.questionnaires.form_questions import QuestionSheet
from duediligence.questionnaires.form_rules import Lists
from duediligence.questionnaires.form_start import write_start
from duediligence.questionnaires.form_style import FormStyle
from duediligence.questionnaires.layout import (
    FORMAT,
    HIDDEN,
    MARK,
    META_QUESTIONNAIRE,
    META_SHA256,
    META_VERSION,
    QUESTIONS,
    START,
)
from duediligence.tables import save_workbook, write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

A4 = 9


def write_form(
    questionnaire: Questionnaire,
    path: Path,
    as_of: date,
    party_id: str = "",
    party_name: str = "",
    answers: Sequence[Answer] = (),
    answered_on: date | None = None,
) -> None:
    """Writes the form as xlsx, with the answers that are already known; same arguments, same bytes.

    The sheets are protected without a password: only the cells to fill in can be changed. Raises `OutputRefused`.
    """
    from openpyxl import Workbook

    workbook, style = Workbook(), FormStyle()
    start, questions, hidden = (workbook.create_sheet(name) for name in (START, QUESTIONS, HIDDEN))
    del workbook["Sheet"]
    _write_meta(hidden, questionnaire)
    given = {answer.question: answer for answer in answers}
    last_row = QuestionSheet(questions, style, Lists(hidden), given).write(questionnaire)
    write_start(start, style, questionnaire, {"id": party_id, "name": party_name}, answered_on, last_row)
    for sheet in (start, questions):
        _protect(sheet)
        _for_print(sheet)
    save_workbook(workbook, path, as_of)


def _write_meta(sheet: Worksheet, questionnaire: Questionnaire) -> None:
    facts = (
        (MARK, FORMAT),
        (META_QUESTIONNAIRE, questionnaire.id),
        (META_VERSION, questionnaire.version),
        (META_SHA256, questionnaire.sha256),
    )
    for row, (key, value) in enumerate(facts, start=1):
        write_text(sheet.cell(row, 1), key)
        write_text(sheet.cell(row, 2), value)
    sheet.sheet_state = "hidden"


def _protect(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    # False permits: a person may make columns and rows wider.
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _for_print(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
