"""A small questionnaire with every type of question, and answers to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from duediligence.model import (
    Answer,
    AnswerSet,
    AnswerType,
    Choice,
    Condition,
    EvidenceGrade,
    PartyKind,
    Question,
    Questionnaire,
    Theme,
)

FACT = (Choice("Yes", None), Choice("No", None))
GOOD_YES = (Choice("Yes", 1.0), Choice("Partly", 0.5), Choice("No", 0.0), Choice("None work here", None))
GOOD_NO = (Choice("No", 1.0), Choice("Don't know", 0.25), Choice("Yes", 0.0))
WAYS = (Choice("Help line", 0.6), Choice("Union", 0.6), Choice("Box", 0.2), Choice("None of these", 0.0, alone=True))

QUESTIONS = (
    Question("T-A01", "A", "Do agencies find workers?", AnswerType.YES_NO, 1, choices=FACT),
    Question("T-A02", "A", "Are licences checked?", AnswerType.YES_NO, 2, choices=GOOD_YES, action="Check.",
             asked_if=(Condition("T-A01", ("Yes",)),)),
    Question("T-A03", "A", "Does anybody keep passports?", AnswerType.ONE_OF, 3, choices=GOOD_NO, action="Return them.",
             critical_answers=("Yes",), indicators=("FL7",), references=("Dhaka 4",)),
    Question("T-B01", "B", "Which ways are there?", AnswerType.SEVERAL_OF, 2, choices=WAYS, action="Open one."),
    Question("T-B02", "B", "What was paid?", AnswerType.NUMBER, 2, unit="USD", good_at_most=0, critical_above=100,
             action="Pay back."),
    Question("T-B03", "B", "What share is taken off?", AnswerType.PERCENTAGE, 1, unit="%", good_at_most=10,
             action="Less."),
    Question("T-B04", "B", "When was the last check?", AnswerType.DATE, 1),
    Question("T-B05", "B", "What is better?", AnswerType.TEXT, 1),
)  # fmt: skip

SMALL = Questionnaire(
    id="small",
    version="1",
    title="Small",
    audience=PartyKind.SUPPLIER,
    edition=date(2026, 11, 24),
    introduction="A few questions.",
    themes=(Theme("A", "People", "Who works."), Theme("B", "Ways", "How it goes.")),
    questions=QUESTIONS,
    sha256="abc",
    licence="Apache-2.0",
)


LANGUAGES = Path(__file__).parent / "languages"
"""Holds one language that is none, for tests only."""

LETTERS = "YyesNo;0123456789.,%-=\n'é新?"
"""Enough for texts that nearly are answers; all of Unicode would take hypothesis a second to prepare."""


def answer_set(*answers: Answer, questionnaire: str = "small") -> AnswerSet:
    return AnswerSet(questionnaire, "1", "P1", "Northwind Demo Mill", None, answers, file="a.xlsx")


def answer(question: str, value: str, grade: EvidenceGrade = EvidenceGrade.WORKER_VOICE) -> Answer:
    return Answer(question, value, grade)
