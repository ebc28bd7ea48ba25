"""The shape of a language file. pydantic reads these strictly: an unknown key is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

from duediligence.questionnaires.content.schema import STRICT

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """One theme's two lines."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    title: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """One question. `english` is the stamp of what it was translated from; `choices` hold for this question only."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    english: str = ""
    text: str = ""
    help: str = ""
    why: str = ""
    evidence_expected: str = ""
    action: str = ""
    choices: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionnaireWords:
    """One questionnaire; `english` is the stamp of its title, introduction and themes."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    english: str = ""
    title: str = ""
    introduction: str = ""
    themes: dict[str, ThemeWords] = field(default_factory=dict)
    questions: dict[str, QuestionWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LanguageShape:
    """A whole language: translations by the English of choices, units and interface words, by id elsewhere.

    `status` is `draft` until a native speaker has read it, then `reviewed`.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    language: str
    name: str
    direction: Direction
    status: Literal["draft", "reviewed"]
    edition: date
    licence: str
    choices: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    interface: dict[str, str] = field(default_factory=dict)
    questionnaires: dict[str, QuestionnaireWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InterfaceShape:
    """The English words around the questions, and for the translator where each stands."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    edition: date
    licence: str
    words: dict[str, str]
