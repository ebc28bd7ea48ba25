"""Answers → `Assessment`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duediligence.model import AnswerSet, Assessment, CriticalAnswer, FieldRef, PartyKind, Questionnaire, ThemeScore
from duediligence.questionnaires.content.loader import questionnaire
from duediligence.questionnaires.scoring.parameters import DECIMALS, scoring
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
        cell=answer.cell if answer and answer.cell else FieldRef(file, question.id),
        indicators=question.indicators,
        references=question.references,
        action=question.action,
    )


def is_supplement(questionnaire_id: str) -> bool:
    """Whether the questionnaire is asked beside another one and never in its place."""
    return questionnaire_id in scoring().supplements


def together(kind: PartyKind, assessments: Sequence[Assessment]) -> Assessment | None:
    """All forms of a party of that kind as one assessment without themes; None if there is no form.

    The formula of `assess` over the questions of all of them: each form counts by the weight of its scored questions
    that apply. Where only a supplement was answered, the questionnaire for the party's kind counts as not answered.
    """
    if not assessments:
        return None
    first, *others = assessments
    unanswered = _main_weight(kind) if all(is_supplement(item.questionnaire) for item in assessments) else 0.0
    if not others and not unanswered:
        return first
    control, coverage = _pooled(assessments, unanswered)
    return Assessment(
        party_id=first.party_id,
        questionnaire=_joined((item.questionnaire for item in assessments), " and "),
        version=_joined((item.version for item in assessments), ", "),
        control=control,
        coverage=coverage,
        themes=(),
        critical=tuple(answer for item in assessments for answer in item.critical),
        answers=tuple(answer for item in assessments for answer in item.answers),
        weak=tuple(answer for item in assessments for answer in item.weak),
        answered_on=max((item.answered_on for item in assessments if item.answered_on), default=None),
        file=_joined((item.file for item in assessments), "; "),
        weight=math.fsum(item.weight for item in assessments) + unanswered,
        weight_answered=math.fsum(item.weight_answered for item in assessments),
    )


def _pooled(assessments: Iterable[Assessment], unanswered: float) -> tuple[float | None, float]:
    """Control and coverage over all the questions."""
    answered = math.fsum(item.weight_answered for item in assessments)
    whole = math.fsum(item.weight for item in assessments) + unanswered
    if not answered:
        return None, 0.0
    earned = math.fsum(item.weight_answered * (item.control or 0.0) for item in assessments)
    return round(earned / answered, DECIMALS), round(answered / whole, DECIMALS)


def _main_weight(kind: PartyKind) -> float:
    """The weight of every scored question of the questionnaire for that kind of party."""
    questions = questionnaire(scoring().main[kind]).questions
    return math.fsum(question.weight for question in questions if question.is_scored)


def _joined(texts: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(filter(None, texts)))
