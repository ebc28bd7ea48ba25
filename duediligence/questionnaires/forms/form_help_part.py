"""What stands beside a question: how to answer, what is meant, why it is asked and what could stand behind it."""

from __future__ import annotations

from duediligence.model import AnswerType, Question
from duediligence.questionnaires.forms.layout import TICKS
from duediligence.questionnaires.translations.wording import Wording

HOW = {
    AnswerType.DATE: "Answer with a date, such as 2026-11-24.",
    AnswerType.DOCUMENT: "Name the document: title, number, date of issue.",
    AnswerType.PERCENTAGE: "Answer with a percentage, such as 70%.",
}


def help_text(question: Question, wording: Wording) -> str:
    """A line each; a question whose translation is behind shows the English too."""
    texts = wording.question(question.id)
    stale = "The English has changed since this was translated: {english}"
    parts = (
        _how(question, wording),
        texts.help,
        _labelled("Why we ask: {why}", wording, why=texts.why),
        _labelled("Evidence could be: {evidence}", wording, evidence=texts.evidence_expected),
        _labelled(stale, wording, english=question.text if texts.stale else ""),
    )
    return "\n".join(part for part in parts if part)


def _labelled(sentence: str, wording: Wording, **place: str) -> str:
    return wording.word(sentence).format(**place) if any(place.values()) else ""


def _how(question: Question, wording: Wording) -> str:
    """How to answer; the choices are written out for those who read the form on paper."""
    if question.type is AnswerType.NUMBER:
        return _labelled("Answer with a number ({unit}).", wording, unit=wording.unit(question.unit))
    if question.type is AnswerType.SEVERAL_OF:
        yes, no = (wording.choice("", tick) for tick in TICKS)
        return _labelled("Write {yes} or {no} beside each line below.", wording, yes=yes, no=no)
    if question.choices:
        choices = " · ".join(wording.choice(question.id, choice.value) for choice in question.choices)
        return _labelled("Choose: {choices}", wording, choices=choices)
    return wording.word(HOW[question.type]) if question.type in HOW else ""
