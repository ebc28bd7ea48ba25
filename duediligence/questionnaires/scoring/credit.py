"""What one answer is worth, before anybody asks what stands behind it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from duediligence.model import AnswerType, Choice, Question


@dataclass(frozen=True, slots=True)
class Worth:
    """`credit` is 0..1, None where the answer leaves the base: not applicable, or the question is not scored."""

    credit: float | None
    critical: bool = False


def worth(question: Question, value: str) -> Worth | None:
    """The worth of an answer in its canonical form (see `values.py`); None if the question does not allow it.

    Of several answers the credits add up, to 1 at most. A figure earns 1 up to `good_at_most`, 0 above
    `critical_above`, and in between the less the larger it is; without `critical_above` it earns 0 above
    `good_at_most`.
    """
    if question.choices:
        chosen = chosen_of(question, value)
        return _worth_of_choices(question, chosen) if chosen else None
    if question.type in (AnswerType.NUMBER, AnswerType.PERCENTAGE):
        figure = _figure(value)
        return None if figure is None else _worth_of_figure(question, figure)
    return Worth(None) if value else None


def chosen_of(question: Question, value: str) -> tuple[Choice, ...]:
    """The choices that a canonical answer names, in the question's order; none if any part of it is not allowed."""
    several = question.type is AnswerType.SEVERAL_OF
    named = {part.strip() for part in value.split(";")} if several else {value}
    chosen = tuple(choice for choice in question.choices if choice.value in named)
    mixed = len(chosen) > 1 and any(choice.alone for choice in chosen)
    return () if len(chosen) < len(named) or mixed else chosen


def _worth_of_choices(question: Question, chosen: tuple[Choice, ...]) -> Worth:
    critical = any(choice.value in question.critical_answers for choice in chosen)
    credits = [choice.credit for choice in chosen if choice.credit is not None]
    return Worth(min(1.0, math.fsum(credits)) if credits else None, critical)


def _figure(value: str) -> float | None:
    try:
        figure = float(value)
    except ValueError:
        return None
    return figure if math.isfinite(figure) and figure >= 0 else None


def _worth_of_figure(question: Question, figure: float) -> Worth:
    good, critical = question.good_at_most, question.critical_above
    if good is None:
        return Worth(None)
    if figure <= good:
        return Worth(1.0)
    if critical is None or figure > critical:
        return Worth(0.0, critical is not None)
    return Worth((critical - figure) / (critical - good))
