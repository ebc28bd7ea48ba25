"""Stamps: what a translation was made from, so that a changed English text shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from duediligence.model import Question, Questionnaire

FIELDS = ("text", "help", "why", "evidence_expected", "action")
"""What is translated of a question, beside its choices and unit, which are found by their English."""

LENGTH = 12


def question_stamp(question: Question) -> str:
    """The stamp of a question's texts."""
    return _stamp((name, getattr(question, name)) for name in FIELDS)


def head_stamp(questionnaire: Questionnaire) -> str:
    """The stamp of title, introduction and themes."""
    themes = ((theme.id, f"{theme.title}\n{theme.about}") for theme in questionnaire.themes)
    return _stamp((("title", questionnaire.title), ("introduction", questionnaire.introduction), *themes))


def _stamp(texts: Iterable[tuple[str, str]]) -> str:
    """The first 12 hexadecimal digits of SHA-256 over a line `name: text` for each."""
    whole = "\n".join(f"{name}: {text}" for name, text in texts)
    return hashlib.sha256(whole.encode()).hexdigest()[:LENGTH]
