"""What a form's cells allow: drop-downs and limits, and the grey of what is not asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from duediligence.model import AnswerType, EvidenceGrade, Question, column_letters
from duediligence.questionnaires.forms.form_formulas_part import ASKED_LETTER
from duediligence.questionnaires.forms.layout import HIDDEN, TICKS, option_count
from duediligence.questionnaires.translations.wording import Wording
from duediligence.tables import write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_LIST_COLUMN = 5


@dataclass(slots=True)
class Rules:
    """The rules of a form's cells, in its language; each list of choices stands once, in the hidden sheet."""

    sheet: Worksheet
    wording: Wording
    places: dict[tuple[str, ...], str] = field(default_factory=dict)

    def evidence(self) -> DataValidation:
        """One of the evidence grades."""
        return self._listed(tuple(self.wording.word(grade) for grade in EvidenceGrade))

    def tick(self) -> DataValidation:
        """Yes or No, beside one of several options."""
        return self._listed(tuple(self.wording.choice("", tick) for tick in TICKS))

    def answer(self, question: Question) -> DataValidation | None:
        """What the question's answer cell takes; None for free text and where the options have their own lines."""
        if question.type is AnswerType.SEVERAL_OF or question.type.is_written:
            return None
        if question.choices:
            return self._listed(tuple(self.wording.choice(question.id, choice.value) for choice in question.choices))
        if question.type is AnswerType.DATE:
            return self.date()
        if question.type is AnswerType.PERCENTAGE:
            advice = "Write a percentage from 0% to 100%."
            return self._rule(advice, type="decimal", operator="between", formula1="0", formula2="1")
        return self._rule("Write a number, 0 or more.", type="decimal", operator="greaterThanOrEqual", formula1="0")

    def date(self) -> DataValidation:
        """A day."""
        advice = "Write a date, such as 2026-11-24."
        return self._rule(advice, type="date", operator="greaterThan", formula1="DATE(1980,1,1)")

    def _listed(self, values: tuple[str, ...]) -> DataValidation:
        return self._rule("Choose from the list.", type="list", formula1=self._place(values))

    def _place(self, values: tuple[str, ...]) -> str:
        """The range that holds these values, such as `Form!$E$1:$E$3`."""
        if values not in self.places:
            column = FIRST_LIST_COLUMN + len(self.places)
            for row, value in enumerate(values, start=1):
                write_text(self.sheet.cell(row, column), value)
            letter = column_letters(column)
            self.places[values] = f"{HIDDEN}!${letter}$1:${letter}${len(values)}"
        return self.places[values]

    def _rule(self, advice: str, **limits: Any) -> DataValidation:
        from openpyxl.worksheet.datavalidation import DataValidation

        rule = DataValidation(**limits, allow_blank=True, showErrorMessage=True)
        rule.error, rule.errorTitle = self.wording.word(advice), self.wording.word("Not an answer")[:LONGEST_TITLE]
        return rule


LONGEST_TITLE = 32
"""Characters of a message's title, Excel's limit."""


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
