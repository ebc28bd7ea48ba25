"""Answers → `Assessment`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duediligence.model import AnswerSet, Assessment, CriticalAnswer, Questionnaire, ThemeScore
from duediligence.questionnaires.scoring.parameters import DECIMALS
from duediligence.questionnaires.scoring.status import Standing, standings


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
    found = standings(questionnaire, answers.answers)
    whole = _score(found)
    return Assessment(
        party_id=party_id,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        control=whole.control,
        coverage=0.0 if whole.control is None else whole.coverage,
        themes=tuple(_themes(questionnaire, found)),
        critical=tuple(_to_act_on(item, answers.file) for item in found if item.is_critical),
        answers=tuple(item.answer for item in found if item.answer and (item.worth or item.answer.note)),
        weak=tuple(_to_act_on(item, answers.file) for item in found if item.is_weak),
        answered_on=answers.answered_on,
        file=answers.file,
        weight=whole.weight,
        weight_answered=whole.answered,
    )


@dataclass(frozen=True, slots=True)
class _Score:
    """Control and coverage of some questions, and the weight of those that apply and of those answered."""

    control: float | None
    coverage: float
    weight: float
    answered: float


def _score(found: Iterable[Standing]) -> _Score:
    base = [item for item in found if item.applies]
    answered = [(item.question.weight, item.earned) for item in base if item.earned is not None]
    weight = math.fsum(weight for weight, _ in answered)
    whole = math.fsum(item.question.weight for item in base)
    earned = math.fsum(weight * earned for weight, earned in answered)
    control = round(earned / weight, DECIMALS) if weight else None
    return _Score(control, round(weight / whole, DECIMALS) if whole else 1.0, whole, weight)


def _themes(questionnaire: Questionnaire, found: Sequence[Standing]) -> Iterable[ThemeScore]:
    for theme in questionnaire.themes:
        own = [item for item in found if item.question.theme == theme.id]
        score = _score(own)
        critical = sum(item.is_critical for item in own)
        yield ThemeScore(theme.id, theme.title, score.control, score.coverage, critical)


def _to_act_on(item: Standing, file: str) -> CriticalAnswer:
    question, answer = item.question, item.answer
    return CriticalAnswer(
        question=question.id,
        text=question.text,
        value=item.value,
        cell=str(answer.cell) if answer and answer.cell else f"{file} › {question.id}",
        indicators=question.indicators,
        references=question.references,
        action=question.action,
    )
