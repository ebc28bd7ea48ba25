"""What a party said in its answers and its row, as facts that can be held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from duediligence.model import Answer, Assessment, FieldRef, Party, Question, Said
from duediligence.questionnaires.consistency.rules import COLUMNS, FactShape, Kind, kind_of, row_value
from duediligence.questionnaires.content.answer_format import split_several
from duediligence.questionnaires.content.loader import load_questionnaires


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party with all that it said: its row, if there is one, and its answers by question."""

    party_id: str
    party: Party | None = None
    answers: Mapping[str, tuple[Answer, Assessment]] = field(default_factory=dict)


def speaker(party_id: str, party: Party | None, assessments: Iterable[Assessment]) -> Speaker:
    """The party with every answer that could be used."""
    said = {item.question: (item, found) for found in assessments for item in found.answers if item.value}
    return Speaker(party_id, party, said)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as it was said: figures and percentages as numbers, days as dates, choices and texts as texts.

    `day` is the day of the form it stands in, if it is dated.
    """

    fact: FactShape
    value: float | date | tuple[str, ...]
    said: Said
    day: date | None = None


def told(fact: FactShape, by: Speaker) -> Told | None:
    """What the speaker says of the fact's answer or column; None if nothing."""
    return _answered(fact, by) if fact.answer else _in_row(fact, by)


def _answered(fact: FactShape, by: Speaker) -> Told | None:
    if fact.answer not in by.answers:
        return None
    answer, form = by.answers[fact.answer]
    question = question_of(answer.question)
    given = f"{answer.value} {question.unit}".strip()
    where = answer.cell or FieldRef(form.file, question.id)
    said = Said(by.party_id, _named(fact, by, f"{question.id} {question.text} “{given}”"), where)
    return Told(fact, _value(kind_of(fact, question), answer.value), said, form.answered_on)


def _in_row(fact: FactShape, by: Speaker) -> Told | None:
    value = row_value(by.party, fact.row) if by.party else None
    if by.party is None or value is None:
        return None
    text = f"{COLUMNS[fact.row].label}: {_shown(value, COLUMNS[fact.row].kind)}"
    said = Said(by.party_id, _named(fact, by, text), by.party.cell(fact.row))
    return Told(fact, (value,) if isinstance(value, str) else value, said)


def question_of(question_id: str) -> Question:
    """The question of that id, whichever questionnaire asks it."""
    return _questions()[question_id]


@cache
def _questions() -> Mapping[str, Question]:
    return {question.id: question for item in load_questionnaires() for question in item.questions}


def _named(fact: FactShape, by: Speaker, text: str) -> str:
    """The text with the agency's name before it, where it is the agency that says so."""
    return f"{by.party.name}: {text}" if fact.of == "agency" and by.party else text


def _shown(value: float | date | str, kind: Kind) -> str:
    if isinstance(value, float | int):
        return f"{value:,.12g}" + (" %" if kind is Kind.PERCENT else "")
    return value.isoformat() if isinstance(value, date) else value


def _value(kind: Kind, text: str) -> float | date | tuple[str, ...]:
    if kind in (Kind.FIGURE, Kind.PERCENT):
        return float(text)
    return date.fromisoformat(text) if kind is Kind.DAY else (text, *split_several(text))
