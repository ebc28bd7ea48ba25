"""What must hold inside a questionnaire: every fault with the question it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duediligence.model import AnswerType, Condition, Question, Questionnaire

CHOSEN = (AnswerType.YES_NO, AnswerType.ONE_OF, AnswerType.SEVERAL_OF)
MEASURED = (AnswerType.NUMBER, AnswerType.PERCENTAGE)
SEPARATOR = ";"
"""Stands between several answers, so that no choice may contain it."""

Fault = tuple[str, str]


def faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Question id (empty for the whole) and what is wrong."""
    if not questionnaire.questions:
        yield "", "it has no question"
    themes = [theme.id for theme in questionnaire.themes]
    if len(set(themes)) < len(themes):
        yield "", "a theme's id is there twice"
    before: dict[str, Question] = {}
    for question in questionnaire.questions:
        if question.id in before:
            yield question.id, "the id is there twice"
        if question.theme not in themes:
            yield question.id, f"no theme {question.theme}"
        for fault in (*_own(question), *_choices(question), *_limits(question), *_gates(question, before)):
            yield question.id, fault
        before[question.id] = question
    if _themes_met(questionnaire.questions) != themes:
        yield "", "questions do not follow the themes' order, or a theme has none"


def _themes_met(questions: Sequence[Question]) -> list[str]:
    met: list[str] = []
    for question in questions:
        if not met or met[-1] != question.theme:
            met.append(question.theme)
    return met


def _own(question: Question) -> Iterator[str]:
    if not question.id.strip() or not question.text.strip():
        yield "id or text is empty"
    if question.weight <= 0:
        yield "its weight is not above 0"
    bites = question.is_scored or question.critical_answers or question.critical_above is not None
    if bites and not question.action:
        yield "it can go wrong and names no action"
    if question.tells_routes and question.type is not AnswerType.TEXT:
        yield "only a text tells routes"


def _choices(question: Question) -> Iterator[str]:
    values = [choice.value for choice in question.choices]
    if bool(values) != (question.type in CHOSEN):
        yield f"a question of type {question.type} has {len(values)} choices"
    if len({value.casefold() for value in values}) < len(values):
        yield "a choice is there twice"
    if any(SEPARATOR in value or not value[:1].isalnum() for value in values):
        yield f"a choice contains “{SEPARATOR}” or does not begin with a letter or figure"
    if any(choice.credit is not None and not 0 <= choice.credit <= 1 for choice in question.choices):
        yield "a credit is outside 0..1"
    if not set(question.critical_answers) <= set(values):
        yield "a critical answer is none of the choices"
    if question.type is AnswerType.SEVERAL_OF:
        yield from _several(question)


def _several(question: Question) -> Iterator[str]:
    if question.is_scored and any(choice.credit is None and not choice.alone for choice in question.choices):
        yield "a choice without credit can stand beside others that have one"
    if sum(choice.alone for choice in question.choices) > 1:
        yield "more than one choice stands alone"


def _limits(question: Question) -> Iterator[str]:
    good, critical = question.good_at_most, question.critical_above
    if (good is not None or critical is not None) and question.type not in MEASURED:
        yield "only a number or percentage has limits"
    if critical is not None and (good is None or critical < good):
        yield "critical_above needs a good_at_most that is not larger"


def _gates(question: Question, before: Mapping[str, Question]) -> Iterator[str]:
    for condition in question.asked_if:
        gate = before.get(condition.question)
        if gate is None:
            yield f"asked_if names {condition.question}, which is no earlier question"
        else:
            yield from _gate(condition, gate)
            if question.quick and not gate.quick:
                yield f"it is quick, and {gate.id}, which decides about it, is not"


def _gate(condition: Condition, gate: Question) -> Iterator[str]:
    if gate.type not in (AnswerType.YES_NO, AnswerType.ONE_OF):
        yield f"asked_if names {gate.id}, which is not answered by one choice"
    elif gate.is_scored:
        # Else a worse answer there could end in a better score, by leaving the questions behind it out.
        yield f"asked_if names {gate.id}, which is scored"
    unknown = set(condition.among).difference(choice.value for choice in gate.choices)
    if unknown or not condition.among:
        yield f"asked_if names answers that {gate.id} does not have: {sorted(unknown)}"
