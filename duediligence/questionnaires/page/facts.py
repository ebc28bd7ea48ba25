"""What the page's script needs to know, as data inside the page."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from duediligence.model import Questionnaire
from duediligence.questionnaires.answers.json_writer import as_given
from duediligence.questionnaires.page.content import Content
from duediligence.questionnaires.page.elements import element
from duediligence.questionnaires.page.head import script_text

_WORD = re.compile(r"\bword\(\s*\"([^\"]+)\"")


def facts(content: Content) -> Element:
    """A block of data, which no browser runs; `<` is written so that it cannot end the block."""
    text = json.dumps(_facts(content), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return element("script", text, type="application/json", id="facts")


@cache
def script_words() -> tuple[str, ...]:
    """The English words that the script says."""
    return tuple(dict.fromkeys(_WORD.findall(script_text())))


def _facts(content: Content) -> dict[str, Any]:
    item = content.questionnaire
    here = {question.id for question in content.questions}
    return {
        "questionnaire": item.id,
        "version": item.version,
        "sha256": item.sha256,
        "language": content.wording.language,
        "quick": content.kind.quick,
        "party": content.party_id,
        "party_name": content.party_name,
        "earlier": _earlier(content),
        "elsewhere": [question.id for question in item.questions if question.id not in here],
        "conditions": _conditions(item),
        "gates": _gates(item),
        "words": {english: content.wording.word(english) for english in script_words()},
    }


def _earlier(content: Content) -> dict[str, Any]:
    """What an earlier form said, as in an answer file."""
    known = content.questionnaire.question
    return {answer.question: as_given(answer, known(answer.question)) for answer in content.answers}


def _conditions(item: Questionnaire) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """For each question that others decide about: these others, and the answers that open it."""
    return {
        question.id: [(condition.question, condition.among) for condition in question.asked_if]
        for question in item.questions
        if question.asked_if
    }


def _gates(item: Questionnaire) -> dict[str, list[str]]:
    """The choices of each question that decides about others, whether or not it is on the page."""
    names = {condition.question for question in item.questions for condition in question.asked_if}
    return {
        question.id: [choice.value for choice in question.choices]
        for question in item.questions
        if question.id in names
    }
