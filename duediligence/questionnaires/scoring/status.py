"""Where a party stands to each question of a questionnaire: asked or skipped, answered or open, and worth what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from duediligence.model import Answer, Question, Questionnaire
from duediligence.questionnaires.scoring.credit import Worth, worth
from duediligence.questionnaires.scoring.parameters import evidence_factors, scoring


@dataclass(frozen=True, slots=True)
class Standing:
    """One question as this party stands to it; `worth` is None where nothing usable was answered."""

    question: Question
    asked: bool
    answer: Answer | None
    worth: Worth | None

    @property
    def applies(self) -> bool:
        """Whether the question is in the base of the coverage."""
        left_out = self.worth is not None and self.worth.credit is None
        return self.asked and self.question.is_scored and not left_out

    @property
    def credit(self) -> float | None:
        """The credit (0..1) that counts in the control, None where nothing does."""
        return self.worth.credit if self.applies and self.worth else None

    @property
    def earned(self) -> float | None:
        """The credit as the evidence behind the answer discounts it (0..1), None where nothing counts."""
        if self.credit is None or self.answer is None:
            return None
        return self.credit * evidence_factors()[self.answer.evidence]

    @property
    def value(self) -> str:
        """The answer with its unit, empty where nothing usable was answered."""
        return f"{self.answer.value} {self.question.unit}".strip() if self.answer and self.worth else ""

    @property
    def is_critical(self) -> bool:
        """Whether the answer makes a finding by itself. It does so even to a question that should have been skipped."""
        return self.worth is not None and self.worth.critical

    @property
    def is_weak(self) -> bool:
        """Whether the answer shows a control that is missing or weak, and is not critical too."""
        return self.credit is not None and self.credit <= scoring().weak_at_most and not self.is_critical


def standings(questionnaire: Questionnaire, answers: Iterable[Answer]) -> tuple[Standing, ...]:
    """A standing for each question, in the questionnaire's order."""
    given = {answer.question: answer for answer in answers}
    found: dict[str, Standing] = {}
    for question in questionnaire.questions:
        answer = given.get(question.id)
        value = worth(question, answer.value) if answer else None
        found[question.id] = Standing(question, _is_asked(question, found), answer, value)
    return tuple(found.values())


def asked_questions(questionnaire: Questionnaire, answers: Iterable[Answer]) -> tuple[Question, ...]:
    """The questions that are asked of somebody who gave these answers: those of which none is skipped."""
    return tuple(standing.question for standing in standings(questionnaire, answers) if standing.asked)


def _is_asked(question: Question, before: Mapping[str, Standing]) -> bool:
    """Whether every question that decides about this one was itself asked, and left open or answered so."""
    return all(_opens(before[condition.question], condition.among) for condition in question.asked_if)


def _opens(gate: Standing, among: Sequence[str]) -> bool:
    return gate.asked and (gate.answer is None or gate.worth is None or gate.answer.value in among)
