"""A form filled in as a person would: by its own drop-downs, in whatever language it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from duediligence.model import AnswerType, EvidenceGrade, Question, Questionnaire
from duediligence.questionnaires.forms.layout import ANSWER, EVIDENCE, HIDDEN, NOTE, Line, column_of, lines

DAY = date(2026, 11, 20)


def chosen_answer(question: Question, turn: int) -> str:
    """One of the answers to the question, in canonical form; each `turn` another."""
    if question.type is AnswerType.SEVERAL_OF:
        chosen = [choice for number, choice in enumerate(question.choices) if (number + turn) % 2 and not choice.alone]
        lone = [choice for choice in question.choices if choice.alone]
        return "; ".join(choice.value for choice in chosen or lone or question.choices[:1])
    if question.choices:
        return question.choices[turn % len(question.choices)].value
    by_type = {
        AnswerType.NUMBER: ("0", "12.5", "1450"),
        AnswerType.PERCENTAGE: ("0.5", "1", "12.25"),
        AnswerType.DATE: ("2026-02-28", "2025-12-31"),
        AnswerType.TEXT: ("=more pay", "Rest days, since May"),
        AnswerType.DOCUMENT: ("Policy, 3 May 2025", "-No. 7"),
    }
    options = by_type[question.type]
    return options[turn % len(options)]


def chosen_grade(turn: int) -> EvidenceGrade:
    return list(EvidenceGrade)[turn % len(EvidenceGrade)]


def fill_in(path: Path, questionnaire: Questionnaire, turn: int) -> dict[str, str]:
    """Fills the file in place and gives the canonical answers. Choices are taken from the cells' own lists."""
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    start, sheet = workbook.worksheets[:2]
    rules = sheet.data_validations.dataValidation
    allowed = {cell: rule.formula1 for rule in rules for cell in str(rule.sqref).split()}
    wanted: dict[str, str] = {}
    for line in lines(questionnaire):
        if line.question:
            answer = wanted.setdefault(line.question.id, chosen_answer(line.question, turn))
            _fill_line(workbook, sheet, allowed, line, line.question, answer)
            if not line.option:
                grades = _list(workbook, allowed[f"F{line.row}"])
                sheet.cell(line.row, column_of(EVIDENCE)).value = grades[list(EvidenceGrade).index(chosen_grade(turn))]
                sheet.cell(line.row, column_of(NOTE)).value = "seen"
    start["B4"], start["B5"], start["B6"], start["B7"] = "V-1", "Northwind Demo Mill", DAY, "HR manager"
    workbook.save(path)
    return wanted


def _fill_line(
    workbook: Any, sheet: Any, allowed: Mapping[str, str], line: Line, question: Question, answer: str
) -> None:
    cell = sheet.cell(line.row, column_of(ANSWER))
    if line.option:
        ticks = _list(workbook, allowed[cell.coordinate])
        cell.value = ticks[0] if question.choices[line.option - 1].value in answer.split("; ") else None
    elif question.type is AnswerType.SEVERAL_OF:
        return
    elif question.choices:
        place = [choice.value for choice in question.choices].index(answer)
        cell.value = _list(workbook, allowed[cell.coordinate])[place]
    else:
        cell.value = _entered(question, answer)


def _entered(question: Question, answer: str) -> Any:
    if question.type.is_written:
        return answer if answer[0].isalnum() else f"'{answer}"
    if question.type is AnswerType.DATE:
        return date.fromisoformat(answer)
    return float(answer) / (100 if question.type is AnswerType.PERCENTAGE else 1)


def _list(workbook: Any, formula: str) -> list[str]:
    name, area = formula.split("!")
    assert name == HIDDEN
    cells = workbook[name][area.replace("$", "")]
    return [row[0].value for row in cells]
