"""Answers → `Assessment`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from duediligence.model import (
    Answer,
    AnswerSet,
    Assessment,
    CriticalAnswer,
    EvidenceGrade,
    Question,
    Questionnaire,
    ThemeScore,
)
from duediligence.questionnaires.credit import Worth, is_scored, worth
from duediligence.questionnaires.shapes import ScoringShape
from duediligence.resources import load_validated, package_file

DECIMALS = 4


@dataclass(frozen=True, slots=True)
class _Standing:
    """One question as this party stands to it; `worth` is None where nothing usable was answered."""

    question: Question
    asked: bool
    answer: Answer | None
    worth: Worth | None

    @property
    def applies(self) -> bool:
        """Whether the question is in the base of the coverage."""
        left_out = self.worth is not None and self.worth.credit is None
        return self.asked and is_scored(self.question) and not left_out

    @property
    def credit(self) -> float | None:
        """The credit that counts in the control, None where nothing does."""
        return self.worth.credit if self.applies and self.worth else None


def assess(questionnaire: Questionnaire, answers: AnswerSet, party_id: str) -> Assessment:
    """What the answers come to, by theme and whole, rounded to 4 decimals.

    ::

        control  = Σ weight × credit × evidence factor ÷ Σ weight   over answered, scored, applicable questions
        coverage = Σ weight of the answered            ÷ Σ weight   over applicable, scored questions

    A question that is skipped, or answered with “not applicable”, leaves both bases. One that is not answered is
    neither yes nor zero: it lowers the coverage only. While a question that decides about others is not answered,
    those others count as applicable. Control is None where nothing scored was answered; coverage is then 0 for the
    whole, and 1 for a theme in which nothing applies. Evidence factors are in scoring.yaml; the factor discounts the
    credit, so that a bad answer is not made better by having no evidence.

    Critical answers count even to a question that should have been skipped: two answers then contradict each other.
    """
    standings = _standings(questionnaire, answers.answers)
    control, coverage = _score(standings)
    return Assessment(
        party_id=party_id,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        control=control,
        coverage=0.0 if control is None else coverage,
        themes=tuple(_themes(questionnaire, standings)),
        critical=tuple(_to_act_on(s, answers.file) for s in standings if s.worth and s.worth.critical),
        answers=tuple(s.answer for s in standings if s.answer and (s.worth or s.answer.note)),
        weak=tuple(_to_act_on(s, answers.file) for s in standings if _is_weak(s)),
        answered_on=answers.answered_on,
        file=answers.file,
    )


def asked_questions(questionnaire: Questionnaire, answers: Iterable[Answer]) -> tuple[Question, ...]:
    """The questions that are asked of somebody who gave these answers: those of which none is skipped."""
    return tuple(standing.question for standing in _standings(questionnaire, answers) if standing.asked)


@cache
def evidence_factors() -> Mapping[EvidenceGrade, float]:
    """The share of an answer's credit that counts, by the evidence behind it."""
    factors = _scoring().evidence_factors
    return {grade: factors[int(grade[0])] for grade in EvidenceGrade}


@cache
def _scoring() -> ScoringShape:
    return load_validated(package_file("questionnaires", "scoring.yaml"), ScoringShape)


def _standings(questionnaire: Questionnaire, answers: Iterable[Answer]) -> tuple[_Standing, ...]:
    given = {answer.question: answer for answer in answers}
    standings: dict[str, _Standing] = {}
    for question in questionnaire.questions:
        answer = given.get(question.id)
        value = worth(question, answer.value) if answer else None
        standings[question.id] = _Standing(question, _is_asked(question, standings), answer, value)
    return tuple(standings.values())


def _is_asked(question: Question, before: Mapping[str, _Standing]) -> bool:
    """Whether every question that decides about this one was itself asked, and left open or answered so."""
    return all(_opens(before[condition.question], condition.among) for condition in question.asked_if)


def _opens(gate: _Standing, among: Sequence[str]) -> bool:
    return gate.asked and (gate.answer is None or gate.worth is None or gate.answer.value in among)


def _score(standings: Iterable[_Standing]) -> tuple[float | None, float]:
    base = [s for s in standings if s.applies]
    answered = [s for s in base if s.credit is not None]
    weight = math.fsum(s.question.weight for s in answered)
    whole = math.fsum(s.question.weight for s in base)
    earned = math.fsum(_earned(s) for s in answered)
    control = round(earned / weight, DECIMALS) if weight else None
    return control, round(weight / whole, DECIMALS) if whole else 1.0


def _earned(standing: _Standing) -> float:
    factor = evidence_factors()[standing.answer.evidence] if standing.answer else 0.0
    return standing.question.weight * (standing.credit or 0.0) * factor


def _themes(questionnaire: Questionnaire, standings: Sequence[_Standing]) -> Iterable[ThemeScore]:
    for theme in questionnaire.themes:
        control, coverage = _score(s for s in standings if s.question.theme == theme.id)
        yield ThemeScore(theme.id, theme.title, control, coverage)


def _is_weak(standing: _Standing) -> bool:
    credit = standing.credit
    critical = standing.worth is not None and standing.worth.critical
    return credit is not None and credit <= _scoring().weak_at_most and not critical


def _to_act_on(standing: _Standing, file: str) -> CriticalAnswer:
    question, answer = standing.question, standing.answer
    given = answer.value if answer else ""
    return CriticalAnswer(
        question=question.id,
        text=question.text,
        value=f"{given} {question.unit}".strip(),
        cell=str(answer.cell) if answer and answer.cell else f"{file} › {question.id}",
        indicators=question.indicators,
        references=question.references,
        action=question.action,
    )
