"""A questionnaire as a workbook that a person fills in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duediligence.model import Answer, Questionnaire
from duediligence.questionnaires.content.short_form import quick_form
from duediligence.questionnaires.forms.layout import HIDDEN, QUESTIONS, START
from duediligence.questionnaires.forms.metadata_sheet import write_hidden
from duediligence.questionnaires.forms.question_sheet import QuestionSheet
from duediligence.questionnaires.forms.rules import Rules
from duediligence.questionnaires.forms.start_sheet import Party, StartSheet
from duediligence.questionnaires.forms.style import FormStyle
from duediligence.questionnaires.translations.wording import ENGLISH, Wording, wording
from duediligence.tables import save_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

A4 = 9
LONGEST_SHEET_NAME = 31
LONGEST_IN_FOOTER = 100
"""Excel allows 255 characters for all parts together."""


@dataclass(frozen=True, slots=True)
class FormKind:
    """In which language, and whether only the most important questions are on the form."""

    language: str = ENGLISH
    quick: bool = False


def write_form(
    questionnaire: Questionnaire,
    path: Path,
    as_of: date,
    party_id: str = "",
    party_name: str = "",
    answers: Sequence[Answer] = (),
    answered_on: date | None = None,
    *,
    answered_by: str = "",
    kind: FormKind = FormKind(),
) -> None:
    """Writes the form as xlsx, with the answers that are already known; same arguments, same bytes.

    The sheets are protected without a password: only the cells to fill in can be changed. Raises `OutputRefused`,
    and `InputRefused` for a language or a quick form that is not there.
    """
    from openpyxl import Workbook

    words = wording(quick_form(questionnaire) if kind.quick else questionnaire, kind.language)
    workbook, style = Workbook(), FormStyle(words.direction)
    start, questions = (workbook.create_sheet(sheet_name(words.word(name))) for name in (START, QUESTIONS))
    hidden = workbook.create_sheet(HIDDEN)
    del workbook["Sheet"]
    write_hidden(hidden, words, quick=kind.quick)
    rules = Rules(hidden, words)
    sheet = QuestionSheet(questions, style, rules, words, {answer.question: answer for answer in answers})
    sheet.write()
    party = Party(party_id, party_name, answered_on, answered_by)
    StartSheet(start, style, rules, words, sheet).write(party, quick=kind.quick)
    for shown in (start, questions):
        _protect(shown)
        _for_print(shown, words)
    workbook.security.lockStructure = True
    save_workbook(workbook, path, as_of)


def sheet_name(text: str) -> str:
    """The text as a sheet may be called."""
    return re.sub(r"[\[\]:*?/\\']", " ", text)[:LONGEST_SHEET_NAME].strip()


def _protect(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    # False permits: a person may make columns and rows wider.
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _for_print(sheet: Worksheet, words: Wording) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_view.rightToLeft = words.direction == "rtl"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.25
    version = words.word("version {version}").format(version=words.questionnaire.version)
    footer = sheet.oddFooter
    # An empty footer is false.
    if footer is not None:
        draft = f" · {words.draft_mark}" if words.draft else ""
        footer.left.text = f"{words.title[:LONGEST_IN_FOOTER]}, {version}{draft[:LONGEST_IN_FOOTER]}".replace("&", "&&")
        footer.right.text = "&P / &N"
        footer.left.size = footer.right.size = 8
