"""`AnswerSet` → an answer file in JSON, which `answer_json` reads back as the same answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from duediligence.model import Answer, AnswerSet, AnswerType, EvidenceGrade, Question
from duediligence.questionnaires.content.loader import questionnaire
from duediligence.tables import write_whole


def write_answers(answers: AnswerSet, path: Path) -> None:
    """Writes the answers; the same answers give the same bytes. Raises `OutputRefused`."""
    write_whole(path, answers_json(answers).encode())


def answers_json(answers: AnswerSet) -> str:
    """The answer file's text: its facts, then the answers in their order; what is empty is left out."""
    facts = {
        "questionnaire": answers.questionnaire,
        "version": answers.version,
        "party": answers.party,
        "party_name": answers.party_name,
        "answered_on": answers.answered_on.isoformat() if answers.answered_on else "",
        "answered_by": answers.answered_by,
    }
    known = {question.id: question for question in questionnaire(answers.questionnaire).questions}
    given = {answer.question: as_given(answer, known.get(answer.question)) for answer in answers.answers}
    whole = {name: value for name, value in facts.items() if value} | {"answers": given}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_given(answer: Answer, question: Question | None) -> Mapping[str, str | float]:
    """One answer as it stands in an answer file."""
    given: dict[str, str | float] = {"value": _value(answer.value, question)} if answer.value else {}
    if answer.evidence is not EvidenceGrade.CLAIM:
        given["evidence"] = str(answer.evidence)
    return given | ({"note": answer.note} if answer.note else {})


def _value(value: str, question: Question | None) -> str | float:
    """A percentage with its sign, for 1 alone would be read as a share; a number as a number."""
    if question and question.type is AnswerType.PERCENTAGE:
        return f"{value}%"
    if question and question.type is AnswerType.NUMBER:
        return int(value) if value.isdecimal() else float(value)
    return value
