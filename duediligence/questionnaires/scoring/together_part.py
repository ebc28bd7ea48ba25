"""Several questionnaires of one party, taken together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from duediligence.model import Assessment, PartyKind
from duediligence.questionnaires.content.loader import questionnaire
from duediligence.questionnaires.scoring.credit import is_scored
from duediligence.questionnaires.scoring.parameters import DECIMALS, scoring


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
    return math.fsum(question.weight for question in questions if is_scored(question))


def _joined(texts: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(filter(None, texts)))
