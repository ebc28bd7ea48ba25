"""The sheet with the questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from duediligence.model import Answer, AnswerType, EvidenceGrade, Question, column_letters
from duediligence.questionnaires.content.answer_format import PERCENT, split_several
from duediligence.questionnaires.forms.layout import (
    ANSWER,
    ANSWERED_COLUMN,
    ASKED_COLUMN,
    COLUMNS,
    EVIDENCE,
    HEADER_ROW,
    HELP,
    ID,
    NOTE,
    OPEN_COLUMN,
    QUESTION,
    THEME,
    TICKS,
    Line,
    column_of,
    lines,
)
from duediligence.questionnaires.forms.rules import Rules, answered_formula, asked_formula, grey_out, open_formula
from duediligence.questionnaires.forms.style import FormStyle, height_for
from duediligence.questionnaires.translations.wording import Wording
from duediligence.tables import write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet


HOW = {
    AnswerType.DATE: "Answer with a date, such as 2026-11-24.",
    AnswerType.DOCUMENT: "Name the document: title, number, date of issue.",
    AnswerType.PERCENTAGE: "Answer with a percentage, such as 70%.",
}


def help_text(question: Question, wording: Wording) -> str:
    """A line each; a question whose translation is behind shows the English too."""
    texts = wording.question(question.id)
    stale = "The English has changed since this was translated: {english}"
    parts = (
        _how(question, wording),
        texts.help,
        _labelled("Why we ask: {why}", wording, why=texts.why),
        _labelled("Evidence could be: {evidence}", wording, evidence=texts.evidence_expected),
        _labelled(stale, wording, english=question.text if texts.stale else ""),
    )
    return "\n".join(part for part in parts if part)


def _labelled(sentence: str, wording: Wording, **place: str) -> str:
    return wording.word(sentence).format(**place) if any(place.values()) else ""


def _how(question: Question, wording: Wording) -> str:
    """How to answer; the choices are written out for those who read the form on paper."""
    if question.type is AnswerType.NUMBER:
        return _labelled("Answer with a number ({unit}).", wording, unit=wording.unit(question.unit))
    if question.type is AnswerType.SEVERAL_OF:
        yes, no = (wording.choice("", tick) for tick in TICKS)
        return _labelled("Write {yes} or {no} beside each line below.", wording, yes=yes, no=no)
    if question.choices:
        choices = " · ".join(wording.choice(question.id, choice.value) for choice in question.choices)
        return _labelled("Choose: {choices}", wording, choices=choices)
    return wording.word(HOW[question.type]) if question.type in HOW else ""


WIDTHS = {ID: 10, THEME: 7, QUESTION: 42, HELP: 52, ANSWER: 24, EVIDENCE: 18, NOTE: 26}
FORMATS = {AnswerType.PERCENTAGE: "0.0%", AnswerType.DATE: "yyyy-mm-dd", AnswerType.TEXT: "@", AnswerType.DOCUMENT: "@"}


@dataclass(slots=True)
class QuestionSheet:
    """Writes the questions, with the answers that are already known; then knows in which rows they are."""

    sheet: Worksheet
    style: FormStyle
    rules: Rules
    wording: Wording
    given: Mapping[str, Answer]
    rows: dict[str, int] = field(default_factory=dict)
    theme_rows: dict[str, int] = field(default_factory=dict)
    last_row: int = HEADER_ROW
    allowed: dict[tuple[object, ...], DataValidation] = field(default_factory=dict)

    def write(self) -> None:
        """Writes every line."""
        self._header()
        for line in lines(self.wording.questionnaire):
            self.last_row = line.row
            if line.question is None:
                self._theme(line)
            elif line.option:
                self._option(line, line.question)
            else:
                self._question(line, line.question)
        self.sheet.freeze_panes = f"{column_letters(column_of(HELP))}{HEADER_ROW + 1}"
        self.sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"

    def _text(self, row: int, header: str, text: str, *, quiet: bool = False) -> None:
        cell = self.sheet.cell(row, column_of(header))
        write_text(cell, text)
        self.style.dress(cell, self.style.quiet if quiet else self.style.plain)

    def _header(self) -> None:
        for column, header in enumerate(COLUMNS, start=1):
            cell = self.sheet.cell(HEADER_ROW, column)
            write_text(cell, self.wording.word(header))
            self.style.dress(cell, self.style.header, self.style.dark)
            self.sheet.column_dimensions[column_letters(column)].width = WIDTHS[header]
        for column in (ASKED_COLUMN, ANSWERED_COLUMN, OPEN_COLUMN):
            self.sheet.column_dimensions[column_letters(column)].hidden = True

    def _theme(self, line: Line) -> None:
        self.theme_rows[line.theme.id] = line.row
        for column in range(1, len(COLUMNS) + 1):
            self.style.dress(self.sheet.cell(line.row, column), self.style.bold, self.style.middle)
        title, about = self.wording.theme(line.theme.id)
        write_text(self.sheet.cell(line.row, column_of(QUESTION)), title)
        write_text(self.sheet.cell(line.row, column_of(HELP)), about)
        height = height_for((title, WIDTHS[QUESTION]), (about, WIDTHS[HELP]))
        self.sheet.row_dimensions[line.row].height = height

    def _question(self, line: Line, question: Question) -> None:
        row, text, helping = line.row, self.wording.question(question.id).text, help_text(question, self.wording)
        self.rows[question.id] = row
        self._text(row, ID, question.id, quiet=True)
        self._text(row, THEME, line.theme.id, quiet=True)
        self._text(row, QUESTION, text)
        self._text(row, HELP, helping, quiet=True)
        self.sheet.row_dimensions[row].height = height_for((text, WIDTHS[QUESTION]), (helping, WIDTHS[HELP]))
        self._answer(row, question)
        self._evidence_and_note(row, question)
        self.sheet.cell(row, ASKED_COLUMN, asked_formula(question, self.rows, self.wording))
        self.sheet.cell(row, ANSWERED_COLUMN, answered_formula(question, row))
        self.sheet.cell(row, OPEN_COLUMN, open_formula(row))
        if question.asked_if:
            grey_out(self.sheet, question, row, len(COLUMNS))

    def _answer(self, row: int, question: Question) -> None:
        cell = self.sheet.cell(row, column_of(ANSWER))
        if question.type is AnswerType.SEVERAL_OF:
            self.style.dress(cell, self.style.quiet, self.style.light)
            return
        self.style.open_for_entry(cell, FORMATS.get(question.type, "General"))
        self._allow(self.rules.answer(question), row, ANSWER)
        answer = self.given.get(question.id)
        if answer and answer.value:
            value = self._entered(question, answer.value)
            if isinstance(value, str):
                write_text(cell, value)
            else:
                cell.value = value

    def _entered(self, question: Question, value: str) -> str | float | date:
        """A canonical answer as its cell holds it: in the form's words, percentages as shares, dates as dates."""
        if question.choices:
            return self.wording.choice(question.id, value)
        if question.type is AnswerType.NUMBER:
            return float(value)
        if question.type is AnswerType.PERCENTAGE:
            return round(float(value) / PERCENT, 8)
        return date.fromisoformat(value) if question.type is AnswerType.DATE else value

    def _evidence_and_note(self, row: int, question: Question) -> None:
        answer = self.given.get(question.id)
        for header in (EVIDENCE, NOTE):
            self.style.open_for_entry(self.sheet.cell(row, column_of(header)), "@")
        self._allow(self.rules.evidence(), row, EVIDENCE)
        if answer and answer.evidence is not EvidenceGrade.CLAIM:
            write_text(self.sheet.cell(row, column_of(EVIDENCE)), self.wording.word(answer.evidence))
        if answer and answer.note:
            write_text(self.sheet.cell(row, column_of(NOTE)), answer.note)

    def _option(self, line: Line, question: Question) -> None:
        choice = question.choices[line.option - 1].value
        text = f"   • {self.wording.choice(question.id, choice)}"
        self._text(line.row, ID, line.id, quiet=True)
        self._text(line.row, QUESTION, text)
        self.sheet.row_dimensions[line.row].height = height_for((text, WIDTHS[QUESTION]))
        cell = self.sheet.cell(line.row, column_of(ANSWER))
        self.style.open_for_entry(cell)
        self._allow(self.rules.tick(), line.row, ANSWER)
        answer = self.given.get(question.id)
        if answer and choice in split_several(answer.value):
            write_text(cell, self.wording.choice("", TICKS[0]))

    def _allow(self, rule: DataValidation | None, row: int, header: str) -> None:
        if rule:
            same = (rule.type, rule.operator, rule.formula1, rule.formula2)
            if same not in self.allowed:
                self.allowed[same] = rule
                self.sheet.add_data_validation(rule)
            self.allowed[same].add(f"{column_letters(column_of(header))}{row}")
