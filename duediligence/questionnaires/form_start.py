"""The first sheet of a form: what it is, who answers, how to, how far one has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from duediligence.model import EvidenceGrade, Questionnaire
from duediligence.questionnaires.form_rules import date_rule, progress_formula
from duediligence.questionnaires.form_style import FormStyle, dress, height_for, open_for_entry
from duediligence.questionnaires.layout import ANSWERED_BY, ANSWERED_ON, PARTY_ID, PARTY_NAME
from duediligence.tables import write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LABEL_WIDTH, TEXT_WIDTH = 30, 110
ENTRY_ROW, PROGRESS_ROW, HOW_TO_ROW = 4, 9, 11
HOW_TO = (
    "Fill in the yellow cells of this sheet and of the sheet “Questions”. Choose from the list where there is one.",
    "Grey questions do not concern you because of an earlier answer; leave them empty.",
    "Leave a question empty if you do not know, and say why in the note. An empty cell is not counted as a bad answer.",
    "Do not write the name of any worker, here or in a note.",
    "If somebody is in danger, do not wait for this form: call for help first, and ask no questions that could "
    "put the person at risk.",
)


def write_start(
    sheet: Worksheet,
    style: FormStyle,
    questionnaire: Questionnaire,
    party: Mapping[str, str],
    answered_on: date | None,
    last_row: int,
) -> None:
    """Writes the sheet; `last_row` is that of the questions, for the progress."""
    sheet.column_dimensions["A"].width = LABEL_WIDTH
    sheet.column_dimensions["B"].width = TEXT_WIDTH
    _line(sheet, style, 1, "", questionnaire.title, bold=True)
    _line(sheet, style, 2, "About", questionnaire.introduction)
    _entries(sheet, style, party, answered_on)
    _line(sheet, style, PROGRESS_ROW, "Progress", "", bold=True)
    sheet.cell(PROGRESS_ROW, 2, progress_formula(last_row))
    row = HOW_TO_ROW
    for number, text in enumerate(HOW_TO, start=1):
        _line(sheet, style, row, "How to" if number == 1 else "", f"{number}. {text}")
        row += 1
    row += 1
    for number, text in enumerate(_evidence_lines()):
        _line(sheet, style, row, "" if number else "What stands behind an answer", text)
        row += 1
    about = f"{questionnaire.id}, version {questionnaire.version}, {questionnaire.edition.isoformat()}"
    _line(sheet, style, row + 1, "Questionnaire", f"{about}, {questionnaire.licence}")


def _evidence_lines() -> tuple[str, ...]:
    about = (
        "For each answer choose what you could show; it is not needed now. Without a choice, it is taken as a claim."
    )
    return (about, *EvidenceGrade)


def _line(sheet: Worksheet, style: FormStyle, row: int, label: str, text: str, *, bold: bool = False) -> None:
    for column, value in ((1, label), (2, text)):
        cell = sheet.cell(row, column)
        if value:
            write_text(cell, value)
        dress(cell, style.bold if bold or column == 1 else style.plain)
    sheet.row_dimensions[row].height = height_for((label, LABEL_WIDTH), (text, TEXT_WIDTH))


def _entries(sheet: Worksheet, style: FormStyle, party: Mapping[str, str], answered_on: date | None) -> None:
    values = {PARTY_ID: party["id"], PARTY_NAME: party["name"], ANSWERED_ON: answered_on, ANSWERED_BY: ""}
    for row, (label, value) in enumerate(values.items(), start=ENTRY_ROW):
        write_text(sheet.cell(row, 1), label)
        dress(sheet.cell(row, 1), style.bold)
        cell = sheet.cell(row, 2)
        open_for_entry(cell, style, "yyyy-mm-dd" if label == ANSWERED_ON else "@")
        if isinstance(value, date):
            cell.value = value
        elif value:
            write_text(cell, value)
        if label == ANSWERED_ON:
            rule = date_rule()
            rule.add(cell.coordinate)
            sheet.add_data_validation(rule)
