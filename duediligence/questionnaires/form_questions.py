"""The sheet with the questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from duediligence.model import Answer, AnswerType, EvidenceGrade, Question, Questionnaire, column_letters
from duediligence.questionnaires import form_rules as rules
from duediligence.questionnaires.form_style import FormStyle, dress, height_for, open_for_entry
from duediligence.questionnaires.layout import (
    ANSWER,
    ANSWERED_COLUMN,
    ASKED_COLUMN,
    COLUMNS,
    EVIDENCE,
    HEADER_ROW,
    HELP,
    ID,
    NOTE,
    QUESTION,
    THEME,
    Line,
    column_of,
    lines,
    option_id,
)
from duediligence.questionnaires.values import PERCENT, split_several
from duediligence.tables import write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = {ID: 10, THEME: 7, QUESTION: 42, HELP: 52, ANSWER: 24, EVIDENCE: 18, NOTE: 26}
FORMATS = {AnswerType.PERCENTAGE: "0.0%", AnswerType.DATE: "yyyy-mm-dd", AnswerType.TEXT: "@"}


@dataclass(slots=True)
class QuestionSheet:
    """Writes the questions, with the answers that are already known."""

    sheet: Worksheet
    style: FormStyle
    lists: rules.Lists
    given: Mapping[str, Answer]
    rows: dict[str, int] = field(default_factory=dict)

    def write(self, questionnaire: Questionnaire) -> int:
        """Writes every line; returns the last row."""
        self._header()
        last = HEADER_ROW
        for line in lines(questionnaire):
            last = line.row
            if line.question is None:
                self._theme(line)
            elif line.option:
                self._option(line, line.question)
            else:
                self._question(line, line.question)
        self._set_up(questionnaire)
        return last

    def _text(self, row: int, header: str, text: str, *, quiet: bool = False) -> None:
        cell = self.sheet.cell(row, column_of(header))
        write_text(cell, text)
        dress(cell, self.style.quiet if quiet else self.style.plain)

    def _header(self) -> None:
        for column, header in enumerate(COLUMNS, start=1):
            cell = self.sheet.cell(HEADER_ROW, column, header)
            dress(cell, self.style.header, self.style.dark)
            self.sheet.column_dimensions[column_letters(column)].width = WIDTHS[header]
        for column in (ASKED_COLUMN, ANSWERED_COLUMN):
            self.sheet.column_dimensions[column_letters(column)].hidden = True

    def _theme(self, line: Line) -> None:
        for column in range(1, len(COLUMNS) + 1):
            dress(self.sheet.cell(line.row, column), self.style.bold, self.style.middle)
        write_text(self.sheet.cell(line.row, column_of(QUESTION)), line.theme.title)
        write_text(self.sheet.cell(line.row, column_of(HELP)), line.theme.about)

    def _question(self, line: Line, question: Question) -> None:
        self.rows[question.id] = line.row
        self._text(line.row, ID, question.id, quiet=True)
        self._text(line.row, THEME, line.theme.id, quiet=True)
        self._text(line.row, QUESTION, question.text)
        self._text(line.row, HELP, help_text(question), quiet=True)
        height = height_for((question.text, WIDTHS[QUESTION]), (help_text(question), WIDTHS[HELP]))
        self.sheet.row_dimensions[line.row].height = height
        self._answer(line.row, question)
        self._evidence_and_note(line.row, question)
        self.sheet.cell(line.row, ASKED_COLUMN, rules.asked_formula(question, self.rows))
        self.sheet.cell(line.row, ANSWERED_COLUMN, rules.answered_formula(question, line.row))
        if question.asked_if:
            rules.grey_out(self.sheet, question, line.row, len(COLUMNS))

    def _answer(self, row: int, question: Question) -> None:
        cell = self.sheet.cell(row, column_of(ANSWER))
        if question.type is AnswerType.SEVERAL_OF:
            dress(cell, self.style.quiet, self.style.light)
            return
        open_for_entry(cell, self.style, FORMATS.get(question.type, "General"))
        self._allow(rules.answer_rule(question, self.lists), row, ANSWER)
        answer = self.given.get(question.id)
        if answer and answer.value:
            value = entered(question, answer.value)
            if isinstance(value, str):
                write_text(cell, value)
            else:
                cell.value = value

    def _evidence_and_note(self, row: int, question: Question) -> None:
        answer = self.given.get(question.id)
        for header in (EVIDENCE, NOTE):
            open_for_entry(self.sheet.cell(row, column_of(header)), self.style, "@")
        self._allow(rules.evidence_rule(self.lists), row, EVIDENCE)
        if answer and answer.evidence is not EvidenceGrade.CLAIM:
            write_text(self.sheet.cell(row, column_of(EVIDENCE)), answer.evidence)
        if answer and answer.note:
            write_text(self.sheet.cell(row, column_of(NOTE)), answer.note)

    def _option(self, line: Line, question: Question) -> None:
        choice = question.choices[line.option - 1]
        self._text(line.row, ID, option_id(question, line.option), quiet=True)
        self._text(line.row, QUESTION, f"   • {choice.value}")
        cell = self.sheet.cell(line.row, column_of(ANSWER))
        open_for_entry(cell, self.style)
        self._allow(rules.tick_rule(self.lists), line.row, ANSWER)
        answer = self.given.get(question.id)
        if answer and choice.value in split_several(answer.value):
            cell.value = "Yes"

    def _allow(self, rule: DataValidation | None, row: int, header: str) -> None:
        if rule:
            # One rule for each cell: openpyxl writes a rule's ranges in the order of a set.
            rule.add(f"{column_letters(column_of(header))}{row}")
            self.sheet.add_data_validation(rule)

    def _set_up(self, questionnaire: Questionnaire) -> None:
        sheet = self.sheet
        sheet.freeze_panes = f"{column_letters(column_of(HELP))}{HEADER_ROW + 1}"
        sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
        footer = sheet.oddFooter
        if footer:
            footer.left.text = f"{questionnaire.title}, version {questionnaire.version}"
            footer.right.text = "&P / &N"


def entered(question: Question, value: str) -> str | float | date:
    """A canonical answer as its cell holds it: percentages as shares, dates as dates."""
    if question.type is AnswerType.NUMBER:
        return float(value)
    if question.type is AnswerType.PERCENTAGE:
        return round(float(value) / PERCENT, 8)
    return date.fromisoformat(value) if question.type is AnswerType.DATE else value


HOW = {
    AnswerType.SEVERAL_OF: "Write Yes or No beside each line below.",
    AnswerType.DATE: "Answer with a date, such as 2026-11-24.",
    AnswerType.PERCENTAGE: "Answer with a percentage, such as 70%.",
}


def help_text(question: Question) -> str:
    """How to answer, what is meant, why it is asked and what could stand behind it; a line each."""
    evidence = f"Evidence could be: {question.evidence_expected}" if question.evidence_expected else ""
    why = f"Why we ask: {question.why}" if question.why else ""
    return "\n".join(part for part in (_how(question), question.help, why, evidence) if part)


def _how(question: Question) -> str:
    """How to answer; the choices are written out for those who read the form on paper."""
    if question.type is AnswerType.NUMBER:
        return f"Answer with a number ({question.unit})."
    if question.choices and question.type is not AnswerType.SEVERAL_OF:
        return "Choose: " + " · ".join(choice.value for choice in question.choices)
    return HOW.get(question.type, "")
