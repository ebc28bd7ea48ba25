"""A value as a person wrote it, in whatever language → the canonical text of the answer.

Choices are the question's own words in English; several are joined with `; ` in the question's order. Figures are
plain decimals, percentages 0..100, dates ISO.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from duediligence.intake import amount_reader, date_column, parse_number
from duediligence.model import AnswerType, Choice, EvidenceGrade, Question
from duediligence.questionnaires.content.answer_format import PERCENT
from duediligence.questionnaires.translations.answer_words import IN_ENGLISH, Spoken, every_language, plain, western
from duediligence.resources import load_validated, package_file

LONGEST_WHOLE = 1000
"""Binary digits of a whole number that a float surely holds."""
NOT_APPLICABLE = "Not applicable"


@dataclass(frozen=True, slots=True)
class Reading:
    """The canonical answer, or an empty one with what to write instead."""

    text: str
    suggestion: str = ""


def is_blank(value: object) -> bool:
    """Whether nothing was written."""
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], ())


def read_value(question: Question, value: object, own: Spoken = IN_ENGLISH) -> Reading:
    """The answer to the question that `value` means, in the form's `own` words, in English or any other language.

    A number up to 1 is a share of a percentage: 0.7 is 70 %.
    """
    if question.type is AnswerType.SEVERAL_OF:
        return _several(question, value, own)
    if question.choices:
        found = _choice(question, value, own)
        return Reading(found.value) if found else _choose(question)
    if question.type.is_written:
        return Reading("", "Write one text.") if isinstance(value, dict | list) else Reading(str(value).strip())
    figures = _western(value)
    if question.type is AnswerType.NUMBER:
        return _number(figures, question.unit)
    return _percentage(figures) if question.type is AnswerType.PERCENTAGE else _date(figures)


def _western(value: object) -> object:
    """A text with our figures; a whole number beyond every float, which JSON may hold, as no number."""
    if isinstance(value, int) and value.bit_length() > LONGEST_WHOLE:
        return math.inf
    return western(value) if isinstance(value, str) else value


def read_evidence(value: object, own: Spoken = IN_ENGLISH) -> EvidenceGrade | None:
    """The grade by its words in any language, its digit or both; a blank is a claim; None if it is no grade."""
    if is_blank(value):
        return EvidenceGrade.CLAIM
    text = plain(western(str(value)))
    known = own.grades.get(text)
    return known or next((grade for tongue in every_language() if (grade := tongue.grades.get(text))), None)


def _several(question: Question, value: object, own: Spoken) -> Reading:
    parts: Iterable[object] = value if isinstance(value, list | tuple) else re.split("[;؛\n]", str(value))
    found = [_choice(question, part, own) for part in parts if not is_blank(part)]
    chosen = [choice for choice in question.choices if choice in found]
    if not chosen or None in found:
        return _choose(question)
    alone = next((choice.value for choice in chosen if choice.alone), "")
    if alone and len(chosen) > 1:
        return Reading("", f"“{alone}” cannot stand beside another answer.")
    return Reading("; ".join(choice.value for choice in chosen))


def _choose(question: Question) -> Reading:
    return Reading("", "Choose from: " + " · ".join(choice.value for choice in question.choices))


def _choice(question: Question, value: object, own: Spoken) -> Choice | None:
    """By the form's own words, which may be older than the language's; by the English; by a short form; by others."""
    text = plain(str(value))
    known = own.chosen(question, text) or IN_ENGLISH.chosen(question, text) or _short_form(question, text)
    return known or _in_any_language(question, text)


def _in_any_language(question: Question, text: str) -> Choice | None:
    """What every language that has the word means by it."""
    found = {choice for spoken in every_language() if (choice := spoken.chosen(question, text))}
    return found.pop() if len(found) == 1 else None


def _short_form(question: Question, text: str) -> Choice | None:
    meant = _short_forms().get(text, "")
    if meant == NOT_APPLICABLE:
        return _not_applicable(question)
    return next((choice for choice in question.choices if meant and choice.value == meant), None)


def _not_applicable(question: Question) -> Choice | None:
    without = [choice for choice in question.choices if choice.credit is None]
    return without[0] if len(without) == 1 and question.is_scored else None


@cache
def _short_forms() -> dict[str, str]:
    words = load_validated(
        package_file("questionnaires", "translations", "answer_words.yaml"), dict[str, tuple[str, ...]]
    )
    return {short: choice for choice, shorts in words.items() for short in shorts}


def _figure(number: float) -> str:
    """12 digits, and never an exponent."""
    return format(Decimal(f"{number:.12g}"), "f")


def _number(value: object, unit: str) -> Reading:
    found = amount_reader((value,))(value).value if isinstance(value, str | int | float) else None
    if found is None:
        return Reading("", f"Write one number of {unit}, 0 or more." if unit else "Write one number, 0 or more.")
    return Reading(_figure(found))


def _percentage(value: object) -> Reading:
    found = _percent_of(value)
    if found is None or not 0 <= found <= PERCENT:
        return Reading("", "Write a percentage from 0% to 100%.")
    return Reading(_figure(round(found, 6)))


def _percent_of(value: object) -> float | None:
    if isinstance(value, str):
        number = parse_number(value.replace("%", " "))
        if "%" in value:
            return number
    else:
        number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    if number is None or not math.isfinite(number):
        return None
    return number * PERCENT if number <= 1 else number


def _date(value: object) -> Reading:
    found = read_date(value)
    return Reading(found.isoformat()) if isinstance(found, date) else Reading("", found)


def read_date(value: object) -> date | str:
    """The day, or what to write instead."""
    known = value if isinstance(value, str | date | datetime) else str(value)
    cell = date_column((known,)).read(known)
    return cell.value or cell.suggestion or "Write it as YYYY-MM-DD."
