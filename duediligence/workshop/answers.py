"""Writes the answers of the workshop set, as filled forms and as answer files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from duediligence.model import Answer, AnswerSet, EvidenceGrade, Questionnaire
from duediligence.questionnaires import questionnaire, read_value, write_form
from duediligence.questionnaires import write_answers as write_json
from duediligence.workshop.demo import DemoAnswers


def write_answers(answers: Sequence[DemoAnswers], folder: Path, as_of: date) -> tuple[Path, ...]:
    """One file for each party, xlsx or json as the set says."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(item, folder, as_of) for item in answers)


def _write(item: DemoAnswers, folder: Path, as_of: date) -> Path:
    path = folder / f"{item.party}_{item.questionnaire}.{item.format}"
    form = questionnaire(item.questionnaire)
    given = tuple(_answer(form, question, text) for question, text in item.answers.items())
    if item.format == "json":
        write_json(AnswerSet(form.id, form.version, item.party, item.name, item.answered_on, given), path)
    else:
        write_form(form, path, as_of, item.party, item.name, given, item.answered_on)
    return path


def _answer(form: Questionnaire, question_id: str, text: str) -> Answer:
    """`Yes|2` → the answer Yes with a record behind it; `12%` as an answer holds it: 12."""
    value, _, digit = text.partition("|")
    grade = next((grade for grade in EvidenceGrade if digit and grade.startswith(digit)), EvidenceGrade.CLAIM)
    question = form.question(question_id)
    return Answer(question_id, read_value(question, value).text if question else value, grade)
