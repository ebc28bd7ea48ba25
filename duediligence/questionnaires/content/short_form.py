"""The quick form of a questionnaire: the questions that matter most, in a quarter of an hour."""

from __future__ import annotations

from dataclasses import replace

from duediligence.errors import Code, InputRefused
from duediligence.model import Question, Questionnaire


def quick_form(questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire with its quick questions only, under the same id, version and hash.

    A question whose deciding question is not among them is asked. Raises `InputRefused` (DD-QN-010) without any.
    """
    chosen = tuple(question for question in questionnaire.questions if question.quick)
    if not chosen:
        raise InputRefused(Code.QUICK_FORM_MISSING, detail=f"“{questionnaire.id}”")
    ids = {question.id for question in chosen}
    used = {question.theme for question in chosen}
    return replace(
        questionnaire,
        themes=tuple(theme for theme in questionnaire.themes if theme.id in used),
        questions=tuple(_on_its_own(question, ids) for question in chosen),
    )


def _on_its_own(question: Question, ids: set[str]) -> Question:
    return replace(question, asked_if=tuple(gate for gate in question.asked_if if gate.question in ids))
