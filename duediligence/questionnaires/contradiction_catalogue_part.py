"""The rules on what does not fit together as a page for readers."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import Between
from duediligence.questionnaires.consistency.contradiction_rules_part import (
    between,
    contradiction_rules,
    contradictions_head,
)
from duediligence.questionnaires.consistency.row_columns_part import COLUMNS
from duediligence.questionnaires.consistency.rules import ApartShape, FactShape, RuleShape
from duediligence.questionnaires.consistency.statements import question_of


def contradictions_markdown() -> str:
    """Every rule by where its two things are said: both in words, and what is asked."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    head = contradictions_head()
    yield from ("# What does not fit together", "")
    yield (
        f"Edition {head.edition.isoformat()}, {head.licence}; {head.basis}. A rule names two things that were said and "
        "do not fit, and a question to ask next. It accuses nobody and lowers no score; see "
        "[methodology.md](methodology.md). The rules are in `questionnaires/contradictions.yaml`."
    )
    for place in Between:
        rules = [rule for rule in contradiction_rules() if between(rule) is place]
        yield from ("", f"## {place.capitalize()}", "")
        yield from ("| rule | one | the other | ask next |", "| --- | --- | --- | --- |")
        yield from map(_row, rules)


def _row(rule: RuleShape) -> str:
    first, second = map(_fact, rule.facts)
    apart = f"{second}, {_apart(rule.apart)}" if rule.apart else second
    return f"| {rule.id} | {first} | {apart} | {rule.ask} |"


def _fact(fact: FactShape) -> str:
    whose = "the agency: " if fact.of == "agency" else ""
    named = (
        f"{fact.answer} {question_of(fact.answer).text}" if fact.answer else f"spreadsheet: {COLUMNS[fact.row].label}"
    )
    return f"{whose}{named} {_condition(fact)}".strip()


def _condition(fact: FactShape) -> str:
    if fact.among:
        return "**" + "** or **".join(fact.among) + "**"
    if fact.words:
        return "**" + "…** or **".join(fact.words) + "…**"
    figures = (("above", fact.above), ("at most", fact.at_most))
    told = [f"**{word} {figure:g}**" for word, figure in figures if figure is not None]
    flags = (("**given**", fact.given), ("**past on the day of the answers**", fact.passed))
    return " ".join((*told, *(word for word, holds in flags if holds)))


def _apart(apart: ApartShape) -> str:
    if apart.days is not None:
        return f"**more than {apart.days} days apart**"
    if apart.points is not None:
        return f"**more than {apart.points:g} points of percent apart**"
    return f"**one more than {apart.times:g} times the other**"
