"""Where everything stands on an answer form: the words and places that writer and reader share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duediligence.model import AnswerType, Question, Questionnaire, Theme

START, QUESTIONS, HIDDEN = "Start", "Questions", "Form"
"""The sheets: who answers; the questions; what the program needs to know the form by. The first two are translated."""

MARK = "duediligence answer form"
"""Stands in the first cell of the hidden sheet; the form's own format number stands beside it."""
FORMAT = "2"
META_QUESTIONNAIRE, META_VERSION, META_SHA256 = "questionnaire", "version", "sha256"
META_LANGUAGE, META_FORM = "language", "form"
QUICK, FULL = "quick", "full"

PARTY_ID = "Party id"
PARTY_NAME = "Party name"
ANSWERED_ON = "Answered on"
ANSWERED_BY = "Answered by (role, no name)"
LABELS = (PARTY_ID, PARTY_NAME, ANSWERED_ON, ANSWERED_BY)

ID, THEME, QUESTION, HELP, ANSWER, EVIDENCE, NOTE = "Id", "Theme", "Question", "Help", "Answer", "Evidence", "Note"
COLUMNS = (ID, THEME, QUESTION, HELP, ANSWER, EVIDENCE, NOTE)
ASKED_COLUMN, ANSWERED_COLUMN, OPEN_COLUMN = (len(COLUMNS) + number for number in (1, 2, 3))
"""Hidden helper columns, for each question: 1 or 0, 1 or 0, and the theme's letter while it is asked and open."""
HEADER_ROW = 1

TICKS = ("Yes", "No")
"""What an option's own line takes, where a question has several answers."""


def column_of(header: str) -> int:
    """The column, from 1, under that header."""
    return COLUMNS.index(header) + 1


def option_id(question: Question, number: int | str) -> str:
    """The id on the line of an option, from 1: `SUP-E05/2`. Without a number, what these ids begin with."""
    return f"{question.id}/{number}"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the questions sheet: a theme's title, a question, or (`option` from 1) one of its options."""

    row: int
    theme: Theme
    question: Question | None = None
    option: int = 0

    @property
    def id(self) -> str:
        """What stands under `Id`; empty for a theme's title."""
        if self.question is None:
            return ""
        return option_id(self.question, self.option) if self.option else self.question.id


def lines(questionnaire: Questionnaire) -> Iterator[Line]:
    """Every row below the header, in order."""
    row = HEADER_ROW
    for theme in questionnaire.themes:
        row += 1
        yield Line(row, theme)
        for question in questionnaire.questions:
            if question.theme != theme.id:
                continue
            row += 1
            yield Line(row, theme, question)
            for option in range(1, option_count(question) + 1):
                row += 1
                yield Line(row, theme, question, option)


def option_count(question: Question) -> int:
    """How many lines of its own options a question has: none unless several may be chosen."""
    return len(question.choices) if question.type is AnswerType.SEVERAL_OF else 0
