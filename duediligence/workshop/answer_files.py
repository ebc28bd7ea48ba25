"""Writes the answers of the workshop set, as filled forms and as answer files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from duediligence.model import Answer, EvidenceGrade, Questionnaire
from duediligence.questionnaires import questionnaire, read_value, write_form
from duediligence.workshop.demo_set import DemoAnswers


def write_answers(answers: Sequence[DemoAnswers], folder: Path, as_of: date) -> tuple[Path, ...]:
    """One file for each party, xlsx or json as the set says."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(item, folder, as_of) for item in answers)


def _write(item: DemoAnswers, folder: Path, as_of: date) -> Path:
    path = folder / f"{item.party}_{item.questionnaire}.{item.format}"
    given = [_answer(question, text) for question, text in item.answers.items()]
    if item.format == "json":
        path.write_text(_as_json(item, given), encoding="utf-8", newline="\n")
    else:
        form = questionnaire(item.questionnaire)
        known = [_canonical(form, answer) for answer in given]
        write_form(form, path, as_of, item.party, item.name, known, item.answered_on)
    return path


def _answer(question: str, text: str) -> Answer:
    """`Yes|2` → the answer Yes with a record behind it."""
    value, _, digit = text.partition("|")
    grade = next((grade for grade in EvidenceGrade if digit and grade.startswith(digit)), EvidenceGrade.CLAIM)
    return Answer(question, value, grade)


def _canonical(form: Questionnaire, answer: Answer) -> Answer:
    """`12%` as a form holds it: 12."""
    question = form.question(answer.question)
    return replace(answer, value=read_value(question, answer.value).text) if question else answer


def _as_json(item: DemoAnswers, given: Sequence[Answer]) -> str:
    whole = {
        "questionnaire": item.questionnaire,
        "version": questionnaire(item.questionnaire).version,
        "party": item.party,
        "party_name": item.name,
        "answered_on": item.answered_on.isoformat(),
        "answers": {answer.question: {"value": answer.value, "evidence": str(answer.evidence)} for answer in given},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
