"""The published formula once more, from the questionnaire's YAML and the answer file's JSON alone.

Nothing here imports the code that scores: docs/methodology.md is all that it follows.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parents[2] / "questionnaires"
FACTORS = {"0": 0.60, "1": 0.70, "2": 0.85, "3": 0.95, "4": 1.00}


@dataclass(frozen=True)
class ByHand:
    """Control (None where nothing scored was answered), coverage, and the ids of critical answers."""

    control: float | None
    coverage: float
    critical: tuple[str, ...]


@cache
def content(questionnaire: str) -> Any:
    return importlib.import_module("yaml").safe_load((CONTENT / f"{questionnaire}.yaml").read_text(encoding="utf-8"))


def recompute(file: dict[str, Any]) -> ByHand:
    whole = content(file["questionnaire"])
    earned = answered = base = 0.0
    critical: list[str] = []
    shut: set[str] = set()
    for question in whole["questions"]:
        given = file["answers"].get(question["id"])
        choices = credits_of(whole, question)
        if not all(is_open(file, shut, gate, among) for gate, among in question.get("asked_if", {}).items()):
            shut.add(question["id"])
        if given is not None and is_critical(question, given["value"]):
            critical.append(question["id"])
        scored = question.get("good_at_most") is not None or any(credit is not None for credit in choices.values())
        if not scored or question["id"] in shut:
            continue
        credit = None if given is None else credit_of(question, choices, given["value"])
        if given is not None and credit is None:
            continue
        weight = question.get("weight", 1)
        base += weight
        if given is not None and credit is not None:
            answered += weight
            earned += weight * credit * FACTORS[given["evidence"][0]]
    if not answered:
        return ByHand(None, 0.0, tuple(critical))
    return ByHand(earned / answered, answered / base, tuple(critical))


def credits_of(whole: Any, question: Any) -> dict[str, float | None]:
    choices = question.get("choices", {})
    found: dict[str, float | None] = whole["choice_sets"][choices] if isinstance(choices, str) else choices
    return found


def is_open(file: dict[str, Any], shut: set[str], gate: str, among: list[str]) -> bool:
    given = file["answers"].get(gate)
    return gate not in shut and (given is None or given["value"] in among)


def credit_of(question: Any, choices: dict[str, float | None], value: Any) -> float | None:
    if question["type"] == "several_of":
        found = [choices[one] for one in value if choices[one] is not None]
        return min(1.0, sum(credit for credit in found if credit is not None)) if found else None
    if choices:
        return choices[value]
    good, worst = question["good_at_most"], question.get("critical_above")
    figure = figure_of(value)
    if figure <= good:
        return 1.0
    return 0.0 if worst is None or figure > worst else (worst - figure) / (worst - good)


def is_critical(question: Any, value: Any) -> bool:
    if question["type"] in ("number", "percentage"):
        return question.get("critical_above") is not None and figure_of(value) > question["critical_above"]
    values = value if isinstance(value, list) else [value]
    return not set(values).isdisjoint(question.get("critical_answers", ()))


def figure_of(value: Any) -> float:
    return float(str(value).rstrip("%"))
