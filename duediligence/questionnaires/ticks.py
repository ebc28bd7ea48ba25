"""Options answered on lines of their own → one answer of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duediligence.errors import Code
from duediligence.model import AnswerType, Choice, Problem, Question, Questionnaire, Severity
from duediligence.questionnaires.answer_forms import RawAnswer
from duediligence.questionnaires.layout import TICKS, option_id
from duediligence.questionnaires.values import is_blank, read_value

Marked = Mapping[Choice, RawAnswer]

# A tick is read as an answer to this question, so that the same short forms hold.
_TICK = Question("", "", "", AnswerType.YES_NO, 1.0, choices=tuple(Choice(tick, None) for tick in TICKS))
YES, NO = TICKS


def join_ticks(
    questionnaire: Questionnaire, raw: Sequence[RawAnswer]
) -> tuple[tuple[RawAnswer, ...], tuple[Problem, ...]]:
    """The lines with those of options put into their question's own; an answer in one cell stays as it is."""
    joined = {line.id: line for line in raw}
    problems: list[Problem] = []
    for question in questionnaire.questions:
        if question.type is AnswerType.SEVERAL_OF:
            marked = dict(_take_marked(question, joined))
            if marked:
                where = next(iter(marked.values())).where
                own = joined.get(question.id) or RawAnswer(question.id, None, where)
                joined[question.id] = _joined(question, own, marked)
                problems.extend(_doubts(own, marked))
    return tuple(joined.values()), tuple(problems)


def _take_marked(question: Question, lines: dict[str, RawAnswer]) -> Iterator[tuple[Choice, RawAnswer]]:
    """The options beside which something stands; all options' lines leave `lines`."""
    for number, choice in enumerate(question.choices, start=1):
        line = lines.pop(option_id(question, number), None)
        if line and not is_blank(line.value):
            yield choice, line


def _joined(question: Question, own: RawAnswer, marked: Marked) -> RawAnswer:
    """The question's own line with the options that were answered Yes; with its lone choice if all others are No.

    With some No and no Yes it stays unsettled: `No` is none of its choices, and becomes a problem.
    """
    ticks = {choice: read_value(_TICK, line.value).text for choice, line in marked.items()}
    chosen = [choice for choice, tick in ticks.items() if tick == YES]
    if not chosen and all(ticks.get(choice) == NO for choice in question.choices if not choice.alone):
        chosen = [choice for choice in question.choices if choice.alone]
    first = next((marked[choice] for choice in chosen if choice in marked), None)
    where = (first or next(iter(marked.values()))).where
    unsettled = NO if NO in ticks.values() else None
    return replace(own, value=[choice.value for choice in chosen] or unsettled, where=where)


def _doubts(own: RawAnswer, marked: Marked) -> Iterator[Problem]:
    if not is_blank(own.value):
        advice = "The lines below it are used; leave this cell empty."
        yield Problem(Code.ANSWER_INVALID, Severity.WARNING, own.where, str(own.value), advice)
    for line in marked.values():
        if not read_value(_TICK, line.value).text:
            advice = f"Write {YES} or {NO}."
            yield Problem(Code.ANSWER_INVALID, Severity.WARNING, line.where, str(line.value), advice)
