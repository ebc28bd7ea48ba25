"""Questionnaires, the answers people give, and what the answers come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from duediligence.model.locators import CellRef, FieldRef
from duediligence.model.party import PartyKind


class AnswerType(StrEnum):
    """What kind of answer a question takes."""

    YES_NO = "yes_no"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    DATE = "date"
    TEXT = "text"
    DOCUMENT = "document"
    """Names a paper (title, number, day of issue): forms carry no files, and so none with workers' names."""

    @property
    def is_written(self) -> bool:
        """Whether the answer is free text."""
        return self in (AnswerType.TEXT, AnswerType.DOCUMENT)


class EvidenceGrade(StrEnum):
    """What stands behind an answer, from a bare claim to workers' own voice."""

    CLAIM = "0 claim only"
    POLICY = "1 written policy"
    RECORD = "2 record"
    THIRD_PARTY = "3 third party, in date"
    WORKER_VOICE = "4 worker voice or on-site check"


@dataclass(frozen=True, slots=True)
class Choice:
    """One permitted answer with the control credit it earns (0..1); None leaves the base (not applicable).

    `alone`: of several answers, this one excludes the others (“None of these”).
    """

    value: str
    credit: float | None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only if another one's answer is among these."""

    question: str
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `weight` counts in the control score; `critical_answers` alone make a finding.

    Percentages are answered 0..100. For numbers and percentages `good_at_most` is the largest value that
    earns full credit (a fee of 0), None where the figure is not scored. `quick`: the question is one of the few that a
    first, short form asks; one that is asked only after another is quick only if that one is. `tells_routes`: the
    answer says in free words from where to where workers go.
    """

    id: str
    theme: str
    text: str
    type: AnswerType
    weight: float
    help: str = ""
    why: str = ""
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    good_at_most: float | None = None
    critical_answers: tuple[str, ...] = ()
    critical_above: float | None = None
    asked_if: tuple[Condition, ...] = ()
    evidence_expected: str = ""
    indicators: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    action: str = ""
    quick: bool = False
    tells_routes: bool = False

    @property
    def is_scored(self) -> bool:
        """Whether an answer to the question can count in the control score."""
        return self.good_at_most is not None or any(choice.credit is not None for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Theme:
    """A family of questions: letter, title and one line for the reader."""

    id: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire of one version; `sha256` is of its YAML file and travels inside every form."""

    id: str
    version: str
    title: str
    audience: PartyKind
    edition: date
    introduction: str
    themes: tuple[Theme, ...]
    questions: tuple[Question, ...]
    sha256: str = ""
    licence: str = ""

    def question(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as given: the value's text, the evidence behind it, and the cell it stands in."""

    question: str
    value: str
    evidence: EvidenceGrade = EvidenceGrade.CLAIM
    note: str = ""
    cell: CellRef | None = None


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """The answers of one party to one questionnaire.

    `party` is the id or name written on the form; `answered_by` a role, never a person's name.
    """

    questionnaire: str
    version: str
    party: str
    party_name: str
    answered_on: date | None
    answers: tuple[Answer, ...]
    file: str = ""
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """Control score (0..1, None if nothing scored was answered) and coverage (0..1) of one theme.

    `critical` counts its answers that no score may outweigh.
    """

    theme: str
    title: str
    control: float | None
    coverage: float
    critical: int = 0


@dataclass(frozen=True, slots=True)
class CriticalAnswer:
    """An answer that makes a finding by itself, whatever the average says."""

    question: str
    text: str
    value: str
    cell: CellRef | FieldRef
    indicators: tuple[str, ...]
    references: tuple[str, ...]
    action: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one party's answers come to. Not answered is neither yes nor zero: it lowers `coverage` only.

    `weight` is the sum of the weights of the scored questions that apply, `weight_answered` of those answered: what
    several questionnaires are taken together by.
    """

    party_id: str
    questionnaire: str
    version: str
    control: float | None
    coverage: float
    themes: tuple[ThemeScore, ...]
    critical: tuple[CriticalAnswer, ...]
    answers: tuple[Answer, ...] = field(default=(), repr=False)
    weak: tuple[CriticalAnswer, ...] = ()
    answered_on: date | None = None
    file: str = ""
    weight: float = 0.0
    weight_answered: float = 0.0
