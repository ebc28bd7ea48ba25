"""What a form's cells allow and compute: drop-downs, limits, and which questions are asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from duediligence.model import AnswerType, Condition, EvidenceGrade, Question, column_letters
from duediligence.questionnaires.layout import (
    ANSWER,
    ANSWERED_COLUMN,
    ASKED_COLUMN,
    HIDDEN,
    QUESTIONS,
    TICKS,
    column_of,
    option_count,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_LIST_COLUMN = 4
ANSWER_LETTER = column_letters(column_of(ANSWER))
ASKED_LETTER, ANSWERED_LETTER = column_letters(ASKED_COLUMN), column_letters(ANSWERED_COLUMN)


@dataclass(slots=True)
class Lists:
    """The drop-downs' contents, each once, in a column of the hidden sheet."""

    sheet: Worksheet
    places: dict[tuple[str, ...], str] = field(default_factory=dict)

    def place(self, values: tuple[str, ...]) -> str:
        """The range that holds these values, such as `Form!$D$1:$D$3`."""
        if values not in self.places:
            column = FIRST_LIST_COLUMN + len(self.places)
            for row, value in enumerate(values, start=1):
                self.sheet.cell(row, column, value)
            letter = column_letters(column)
            self.places[values] = f"{HIDDEN}!${letter}$1:${letter}${len(values)}"
        return self.places[values]


def evidence_rule(lists: Lists) -> DataValidation:
    """One of the evidence grades."""
    return _listed(lists, tuple(EvidenceGrade))


def tick_rule(lists: Lists) -> DataValidation:
    """Yes or No, beside one of several options."""
    return _listed(lists, TICKS)


def answer_rule(question: Question, lists: Lists) -> DataValidation | None:
    """What the question's answer cell takes; None for free text and where the options have their own lines."""
    if question.type is AnswerType.SEVERAL_OF or question.type is AnswerType.TEXT:
        return None
    if question.choices:
        return _listed(lists, tuple(choice.value for choice in question.choices))
    if question.type is AnswerType.DATE:
        return date_rule()
    if question.type is AnswerType.PERCENTAGE:
        advice = "Write a percentage from 0% to 100%."
        return _rule(advice, type="decimal", operator="between", formula1="0", formula2="1")
    return _rule("Write a number, 0 or more.", type="decimal", operator="greaterThanOrEqual", formula1="0")


def date_rule() -> DataValidation:
    """A day."""
    advice = "Write a date, such as 2026-11-24."
    return _rule(advice, type="date", operator="greaterThan", formula1="DATE(1980,1,1)")


def _listed(lists: Lists, values: tuple[str, ...]) -> DataValidation:
    return _rule("Choose from the list.", type="list", formula1=lists.place(values))


def _rule(advice: str, **limits: Any) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(**limits, allow_blank=True, showErrorMessage=True)
    rule.error, rule.errorTitle = advice, "Not an answer"
    return rule


def asked_formula(question: Question, rows: Mapping[str, int]) -> str:
    """1 where the question is asked. A deciding question that is still empty leaves it open."""
    if not question.asked_if:
        return "=1"
    met = ",".join(_met(condition, rows[condition.question]) for condition in question.asked_if)
    return f"=IF(AND({met}),1,0)"


def _met(condition: Condition, row: int) -> str:
    answer = f"${ANSWER_LETTER}${row}"
    values = "".join(f",{answer}={_quoted(value)}" for value in condition.among)
    return f'${ASKED_LETTER}${row}=1,OR({answer}=""{values})'


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def answered_formula(question: Question, row: int) -> str:
    """1 where the question is asked and something stands in its answer cell or beside one of its options."""
    last = row + option_count(question)
    return f"=IF(AND(${ASKED_LETTER}${row}=1,COUNTA(${ANSWER_LETTER}${row}:${ANSWER_LETTER}${last})>0),1,0)"


def progress_formula(last_row: int) -> str:
    """`12 of 66 questions answered`, counting only what is asked."""
    answered = f"SUM({QUESTIONS}!${ANSWERED_LETTER}$2:${ANSWERED_LETTER}${last_row})"
    asked = f"SUM({QUESTIONS}!${ASKED_LETTER}$2:${ASKED_LETTER}${last_row})"
    return f'={answered}&" of "&{asked}&" questions answered"'


def grey_out(sheet: Worksheet, question: Question, row: int, width: int) -> None:
    """Greys the question's lines while its conditions are not met."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill

    last = row + option_count(question)
    grey = PatternFill("solid", start_color="FFE3E5E6", end_color="FFE3E5E6")
    rule = FormulaRule(  # type: ignore[no-untyped-call]
        [f"${ASKED_LETTER}${row}=0"], font=Font(color="FF9AA3A8"), fill=grey
    )
    sheet.conditional_formatting.add(f"A{row}:{column_letters(width)}{last}", rule)
