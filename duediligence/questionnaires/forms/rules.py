"""What a form's cells allow: drop-downs and limits, and the grey of what is not asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from duediligence.model import AnswerType, Condition, EvidenceGrade, Question, column_letters
from duediligence.questionnaires.forms.layout import (
    ANSWER,
    ANSWERED_COLUMN,
    ASKED_COLUMN,
    HEADER_ROW,
    HIDDEN,
    ID,
    OPEN_COLUMN,
    THEME,
    TICKS,
    column_of,
    option_count,
)
from duediligence.questionnaires.translations.wording import Wording
from duediligence.tables import write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet


ANSWER_LETTER, ID_LETTER, THEME_LETTER = (column_letters(column_of(name)) for name in (ANSWER, ID, THEME))
ASKED_LETTER, ANSWERED_LETTER, OPEN_LETTER = map(column_letters, (ASKED_COLUMN, ANSWERED_COLUMN, OPEN_COLUMN))

_PLACE = re.compile(r"\{(\w+)\}")


def quoted(text: str) -> str:
    """A text inside a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def spoken(sentence: str, **places: str) -> str:
    """A sentence as an expression, with the expression of each place in it: `SUM(…)&" of "&SUM(…)`."""
    literal_or_place = enumerate(_PLACE.split(sentence))
    return "&".join(places[part] if number % 2 else quoted(part) for number, part in literal_or_place if part)


def asked_formula(question: Question, rows: Mapping[str, int], wording: Wording) -> str:
    """1 where the question is asked. A deciding question that is still empty, or not on the form, leaves it open."""
    met = [_met(gate, rows[gate.question], wording) for gate in question.asked_if if gate.question in rows]
    return f"=IF(AND({','.join(met)}),1,0)" if met else "=1"


def _met(condition: Condition, row: int, wording: Wording) -> str:
    answer = f"${ANSWER_LETTER}${row}"
    texts = (quoted(wording.choice(condition.question, value)) for value in condition.among)
    return f'${ASKED_LETTER}${row}=1,OR({answer}=""' + "".join(f",{answer}={text}" for text in texts) + ")"


def answered_formula(question: Question, row: int) -> str:
    """1 where the question is asked and something stands in its answer cell or beside one of its options."""
    last = row + option_count(question)
    return f"=IF(AND(${ASKED_LETTER}${row}=1,COUNTA(${ANSWER_LETTER}${row}:${ANSWER_LETTER}${last})>0),1,0)"


def open_formula(row: int) -> str:
    """The theme's letter where the question is asked and not answered."""
    asked_and_open = f"AND(${ASKED_LETTER}${row}=1,${ANSWERED_LETTER}${row}=0)"
    return f'=IF({asked_and_open},${THEME_LETTER}${row},"")'


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one has come, from the helper columns of the questions' sheet, whose name is translated."""

    sheet: str
    last_row: int
    wording: Wording

    def whole(self) -> str:
        """`12 of 66 questions answered`, counting only what is asked."""
        sentence = self.wording.word("{answered} of {asked} questions answered")
        return "=" + spoken(sentence, answered=self._sum(ANSWERED_LETTER), asked=self._sum(ASKED_LETTER))

    def theme(self, theme_id: str) -> str:
        """`●●○○ 2 of 4 answered · next: SUP-A03`; a dash where nothing is asked."""
        answered, asked = (self._sum_of(theme_id, letter) for letter in (ANSWERED_LETTER, ASKED_LETTER))
        bar = f'REPT("●",{answered})&REPT("○",{asked}-{answered})&"  "'
        count = spoken(self.wording.word("{answered} of {asked} answered"), answered=answered, asked=asked)
        first = f"INDEX({self._range(ID_LETTER)},MATCH({quoted(theme_id)},{self._range(OPEN_LETTER)},0))"
        following = spoken("  ·  " + self.wording.word("next: {question}"), question=first)
        return f'=IF({asked}=0,"–",{bar}&{count}&IF({answered}<{asked},{following},""))'

    def missing(self, who: Sequence[str], when: Sequence[str]) -> str:
        """What to do before the form is sent, by the cells that say who answers, and when and in which role."""
        still_open = f"({self._sum(ASKED_LETTER)}-{self._sum(ANSWERED_LETTER)})"
        sentence = "{open} questions are open. Answer them, or say in the note why not."
        steps = (
            (f"AND({','.join(_empty(who))})", quoted(self.wording.word("Write the id or name above."))),
            (f"OR({','.join(_empty(when))})", quoted(self.wording.word("Write the day and the role above."))),
            (f"{still_open}>0", spoken(self.wording.word(sentence), open=still_open)),
        )
        done = quoted(self.wording.word("Nothing. The form is complete."))
        return "=" + "".join(f"IF({test},{text}," for test, text in steps) + done + ")" * len(steps)

    def _range(self, letter: str) -> str:
        return f"'{self.sheet}'!${letter}${HEADER_ROW + 1}:${letter}${self.last_row}"

    def _sum(self, letter: str) -> str:
        return f"SUM({self._range(letter)})"

    def _sum_of(self, theme_id: str, letter: str) -> str:
        return f"SUMIF({self._range(THEME_LETTER)},{quoted(theme_id)},{self._range(letter)})"


def _empty(cells: Sequence[str]) -> list[str]:
    return [f'{cell}=""' for cell in cells]


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
