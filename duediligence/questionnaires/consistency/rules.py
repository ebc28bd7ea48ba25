"""The shape of contradictions.yaml. pydantic reads it strictly: an unknown key is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from duediligence.questionnaires.content.schema import STRICT


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
