"""The shape of a questionnaire's YAML. pydantic reads these strictly: an unknown key is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from duediligence.model import AnswerType, PartyKind

Credits = dict[str, float | None]
"""What each choice earns (0..1), in the order in which they are offered; None leaves the base."""

STRICT: Mapping[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class ThemeShape:
    """One theme."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    id: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class QuestionShape:
    """One question; the fields are those of `model.Question`.

    `choices` are credits by choice, or the name of one of the questionnaire's `choice_sets`; `alone` names the
    choices that exclude all others; `asked_if` maps the id of an earlier question to the answers that open this one.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    id: str
    theme: str
    text: str
    type: AnswerType
    weight: float = 1.0
    help: str = ""
    why: str = ""
    choices: str | Credits = field(default_factory=dict)
    alone: tuple[str, ...] = ()
    unit: str = ""
    good_at_most: float | None = None
    critical_answers: tuple[str, ...] = ()
    critical_above: float | None = None
    asked_if: dict[str, tuple[str, ...]] = field(default_factory=dict)
    evidence_expected: str = ""
    indicators: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    action: str = ""
    quick: bool = False
    tells_routes: bool = False


@dataclass(frozen=True, slots=True)
class QuestionnaireShape:
    """A whole file. Questions stay raw, so that each is read, and refused, under its own id."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    id: str
    version: str
    edition: date
    licence: str
    title: str
    audience: PartyKind
    introduction: str
    themes: tuple[ThemeShape, ...]
    choice_sets: dict[str, Credits]
    questions: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class InstrumentShape:
    """A law, standard or guide whose clauses questions name. `checked` says in which copies their numbers were seen."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    short: str
    title: str
    checked: str
    clauses: dict[str, str]

    def references(self) -> dict[str, str]:
        """What each clause is named by (“UNGP 22”), and what that stands for."""
        return {
            f"{self.short} {clause}": ", ".join(filter(None, (self.title, about)))
            for clause, about in self.clauses.items()
        }


@dataclass(frozen=True, slots=True)
class ReferencesShape:
    """Where the short references come from, and the ILO indicators by id."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    edition: date
    licence: str
    instruments: tuple[InstrumentShape, ...]
    indicators: dict[str, str]

    @property
    def references(self) -> dict[str, str]:
        """Every clause by its name, in the order of the file."""
        return {name: about for item in self.instruments for name, about in item.references().items()}


@dataclass(frozen=True, slots=True)
class ScoringShape:
    """How answers are weighed: the factor of each evidence grade by its digit, and where a credit is weak.

    `main` names the questionnaire for each kind of party; `supplements` are asked beside it and never in its place.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    edition: date
    basis: str
    evidence_factors: dict[int, float]
    weak_at_most: float
    main: dict[PartyKind, str]
    supplements: tuple[str, ...]
