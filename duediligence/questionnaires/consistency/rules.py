"""The shape of contradictions.yaml. pydantic reads it strictly: an unknown key is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Literal

from duediligence.errors import Code, PackagedDataBroken
from duediligence.model import AnswerType, Between, Party, PartyKind, Question, Questionnaire
from duediligence.questionnaires.content.loader import CONTRADICTIONS, load_questionnaires
from duediligence.questionnaires.content.schema import STRICT
from duediligence.resources import data_file, load_validated


@dataclass(frozen=True, slots=True)
class FactShape:
    """One of the two things: an answer or a column of the party's row, and when it holds; see contradictions.yaml."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    answer: str = ""
    row: str = ""
    of: Literal["party", "agency"] = "party"
    says: str | tuple[str, ...] = ()
    above: float | None = None
    at_most: float | None = None
    words: tuple[str, ...] = ()
    given: bool = False
    passed: bool = False

    @property
    def among(self) -> tuple[str, ...]:
        """The answers of which one must have been given."""
        return (self.says,) if isinstance(self.says, str) else self.says

    @property
    def tests(self) -> tuple[str, ...]:
        """The names of the conditions that are set."""
        named = ("says", "words", "given", "passed")
        figures = ("above", "at_most")
        return (*filter(lambda name: getattr(self, name), named),
                *(name for name in figures if getattr(self, name) is not None))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ApartShape:
    """How far apart two figures or dates must be: one of the three."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    times: float | None = None
    points: float | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class RuleShape:
    """One rule."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    id: str
    facts: tuple[FactShape, FactShape]
    ask: str
    apart: ApartShape | None = None


@dataclass(frozen=True, slots=True)
class ContradictionsShape:
    """The whole file."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    edition: date
    licence: str
    basis: str
    rules: tuple[RuleShape, ...]


class Kind(StrEnum):
    """What a fact is made of, and so what it can be compared with."""

    FIGURE = "figure"
    PERCENT = "percent"
    DAY = "day"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is called in a sentence, and what stands in it."""

    label: str
    kind: Kind


COLUMNS: Mapping[str, Column] = {
    "workers": Column("Workers", Kind.FIGURE),
    "migrant_share": Column("Migrant workers", Kind.PERCENT),
    "fee_charged": Column("Recruitment fee taken from a worker", Kind.FIGURE),
    "agencies": Column("Agencies used", Kind.TEXT),
    "licence": Column("Licence", Kind.TEXT),
    "licence_status": Column("Licence status", Kind.TEXT),
    "licence_expiry": Column("Licence valid until", Kind.DAY),
}
"""By the field of `Party`."""


def row_value(party: Party, field: str) -> float | date | str | None:
    """What stands in the row; a share as a percentage (0..100), names with commas between. None where it is empty."""
    value = getattr(party, field)
    if isinstance(value, tuple):
        value = ", ".join(value)
    if COLUMNS[field].kind is Kind.PERCENT and value is not None:
        return round(float(value) * 100, 6)
    return None if value == "" else value


KINDS = {
    AnswerType.NUMBER: Kind.FIGURE,
    AnswerType.PERCENTAGE: Kind.PERCENT,
    AnswerType.DATE: Kind.DAY,
    AnswerType.TEXT: Kind.TEXT,
    AnswerType.DOCUMENT: Kind.TEXT,
}
"""Every other type of question is answered by a choice."""

TESTS = {
    Kind.FIGURE: {"above", "at_most"},
    Kind.PERCENT: {"above", "at_most"},
    Kind.DAY: {"passed", "given"},
    Kind.CHOICE: {"says"},
    Kind.TEXT: {"words", "given"},
}
APART = {"times": Kind.FIGURE, "points": Kind.PERCENT, "days": Kind.DAY}


@cache
def contradictions_head() -> ContradictionsShape:
    """The packaged file with its edition, licence and basis."""
    return load_validated(data_file("questionnaires", CONTRADICTIONS), ContradictionsShape)


@cache
def contradiction_rules() -> tuple[RuleShape, ...]:
    """The packaged rules. Raises `PackagedDataBroken` naming the rule that is wrong."""
    return read_rules(data_file("questionnaires", CONTRADICTIONS), load_questionnaires())


def read_rules(path: Path, known: Sequence[Questionnaire]) -> tuple[RuleShape, ...]:
    """The rules of one file, about those questionnaires."""
    rules = load_validated(path, ContradictionsShape).rules
    for rule_id, fault in rule_faults(rules, known):
        raise PackagedDataBroken(Code.DATA_BROKEN, where=f"{path.name} › {rule_id}", detail=fault)
    return rules


def rule_faults(rules: Sequence[RuleShape], known: Sequence[Questionnaire]) -> Iterator[tuple[str, str]]:
    """Rule id and what is wrong."""
    asked = {question.id: (question, item.audience) for item in known for question in item.questions}
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            yield rule.id, "the id is there twice"
        seen.add(rule.id)
        if not rule.ask.endswith("?"):
            yield rule.id, "it asks no question"
        for fault in (*_facts(rule, asked), *_whose(rule, asked)):
            yield rule.id, fault


Asked = Mapping[str, tuple[Question, PartyKind]]


def _facts(rule: RuleShape, asked: Asked) -> Iterator[str]:
    kinds = []
    for fact in rule.facts:
        if bool(fact.answer) == bool(fact.row):
            yield "a fact names either an answer or a row"
        elif fact.answer and fact.answer not in asked:
            yield f"no question {fact.answer}"
        elif fact.row and fact.row not in COLUMNS:
            yield f"no column {fact.row}; there are {', '.join(COLUMNS)}"
        else:
            kinds.append(kind_of(fact, asked[fact.answer][0] if fact.answer else None))
            yield from _tests(rule, fact, kinds[-1], asked)
    if rule.apart:
        yield from _apart(rule.apart, kinds)


def between(rule: RuleShape) -> Between:
    """Where the rule's two things are said."""
    if any(fact.of == "agency" for fact in rule.facts):
        return Between.AGENCY
    if any(fact.row for fact in rule.facts):
        return Between.TABLE
    return Between.FORM if len({_home(fact.answer) for fact in rule.facts}) == 1 else Between.FORMS


@cache
def _home(question_id: str) -> str:
    return next(item.id for item in load_questionnaires() if item.question(question_id))


def kind_of(fact: FactShape, question: Question | None) -> Kind:
    """What the fact is made of; `question` is the one that it names, if it names one."""
    return KINDS.get(question.type, Kind.CHOICE) if question else COLUMNS[fact.row].kind


def _tests(rule: RuleShape, fact: FactShape, kind: Kind, asked: Asked) -> Iterator[str]:
    name = fact.answer or fact.row
    if len(fact.tests) != (0 if rule.apart else 1):
        yield f"{name} needs one condition, or the rule an `apart` in its place"
    if not set(fact.tests) <= TESTS[kind]:
        yield f"{name} is a {kind} and cannot be tested by {', '.join(fact.tests)}"
    elif fact.answer and (unknown := set(fact.among) - {choice.value for choice in asked[fact.answer][0].choices}):
        yield f"{name} has no answer {sorted(unknown)}"


def _apart(apart: ApartShape, kinds: Sequence[Kind]) -> Iterator[str]:
    named = [name for name in APART if getattr(apart, name) is not None]
    if len(named) != 1:
        yield "apart needs one of times, points, days"
    elif any(kind is not APART[named[0]] for kind in kinds):
        yield f"apart by {named[0]} needs two facts that are a {APART[named[0]]} each"


def _whose(rule: RuleShape, asked: Asked) -> Iterator[str]:
    if all(fact.of == "agency" for fact in rule.facts):
        yield "both facts are of the agency; write it as a rule of one party"
    if all(fact.row for fact in rule.facts):
        yield "both facts are of the spreadsheet"
    for fact in rule.facts:
        if fact.of == "agency" and fact.answer in asked and asked[fact.answer][1] is not PartyKind.AGENCY:
            yield f"{fact.answer} is not asked of agencies"
