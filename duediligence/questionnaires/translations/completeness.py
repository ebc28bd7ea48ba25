"""What a language file lacks, what in it is no longer current, and what cannot be used."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from duediligence.model import Question, Questionnaire
from duediligence.questionnaires.content.validation import SEPARATOR
from duediligence.questionnaires.translations.files import interface_words
from duediligence.questionnaires.translations.schema import LanguageShape, QuestionnaireWords, QuestionWords

FIELDS = ("text", "help", "why", "evidence_expected", "action")
"""What is translated of a question, beside its choices and unit, which are found by their English."""

LENGTH = 12


def question_stamp(question: Question) -> str:
    """The stamp of a question's texts."""
    return _stamp((name, getattr(question, name)) for name in FIELDS)


def head_stamp(questionnaire: Questionnaire) -> str:
    """The stamp of title, introduction and themes."""
    themes = ((theme.id, f"{theme.title}\n{theme.about}") for theme in questionnaire.themes)
    return _stamp((("title", questionnaire.title), ("introduction", questionnaire.introduction), *themes))


def _stamp(texts: Iterable[tuple[str, str]]) -> str:
    """The first 12 hexadecimal digits of SHA-256 over a line `name: text` for each."""
    whole = "\n".join(f"{name}: {text}" for name, text in texts)
    return hashlib.sha256(whole.encode()).hexdigest()[:LENGTH]


SAME_EVERYWHERE = ("", "%", "USD")
"""Units that no language needs to write in another way."""

_PLACES = re.compile(r"\{\w*\}")


class State(StrEnum):
    """What is the matter with an item."""

    MISSING = "missing"
    STALE = "stale"
    WRONG = "wrong"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Gap:
    """One item; `write` is the English to translate, for a stale one the new stamp, for a wrong one what is wrong."""

    where: str
    state: State
    write: str = ""


def language_gaps(words: LanguageShape, questionnaires: Sequence[Questionnaire]) -> tuple[Gap, ...]:
    """Everything about a language that a translator should look at, each once."""
    found = [gap for item in questionnaires for gap in questionnaire_gaps(item, words)]
    found.extend(_absent("interface", interface_words(), words.interface))
    found.extend(_unused(words, questionnaires))
    found.extend(_wrong_places(words.interface))
    return tuple(dict.fromkeys(found))


def questionnaire_gaps(questionnaire: Questionnaire, words: LanguageShape) -> Iterator[Gap]:
    """What one questionnaire lacks, by its order."""
    own = words.questionnaires.get(questionnaire.id) or QuestionnaireWords()
    yield from _head(questionnaire, own)
    for question in questionnaire.questions:
        translated = own.questions.get(question.id) or QuestionWords()
        yield from _question(f"{questionnaire.id} › {question.id}", question, translated)
        yield from _choices(f"{questionnaire.id} › {question.id}", question, translated.choices, words.choices)
    units = dict.fromkeys(question.unit for question in questionnaire.questions if question.unit not in SAME_EVERYWHERE)
    yield from _absent("units", units, words.units)


def _head(questionnaire: Questionnaire, own: QuestionnaireWords) -> Iterator[Gap]:
    place = questionnaire.id
    for name in ("title", "introduction"):
        if not getattr(own, name):
            yield Gap(f"{place} › {name}", State.MISSING, getattr(questionnaire, name))
    for theme in questionnaire.themes:
        for name in ("title", "about"):
            english = getattr(theme, name)
            if english and not getattr(own.themes.get(theme.id), name, ""):
                yield Gap(f"{place} › themes › {theme.id} › {name}", State.MISSING, english)
    stamp = head_stamp(questionnaire)
    if own.title and own.english != stamp:
        yield Gap(place, State.STALE, stamp)


def _question(place: str, question: Question, own: QuestionWords) -> Iterator[Gap]:
    for name in FIELDS:
        english = getattr(question, name)
        if english and not getattr(own, name):
            yield Gap(f"{place} › {name}", State.MISSING, english)
    stamp = question_stamp(question)
    if own.text and own.english != stamp:
        yield Gap(place, State.STALE, stamp)


def _choices(place: str, question: Question, own: Mapping[str, str], general: Mapping[str, str]) -> Iterator[Gap]:
    english = {choice.value for choice in question.choices}
    written = {choice.value: own.get(choice.value) or general.get(choice.value) or "" for choice in question.choices}
    for value, text in written.items():
        if not text:
            yield Gap(f"choices › {value}", State.MISSING, value)
        elif SEPARATOR in text or not text[0].isalnum():
            yield Gap(place, State.WRONG, f"“{text}” contains “{SEPARATOR}” or does not begin with a letter or figure")
        elif text != value and text in english:
            yield Gap(place, State.WRONG, f"“{text}” stands for “{value}”, and is another choice in English")
    shown = [(text or value).casefold() for value, text in written.items()]
    if len(set(shown)) < len(shown):
        yield Gap(place, State.WRONG, "two choices are the same text")
    for value in set(own) - english:
        yield Gap(f"{place} › choices › {value}", State.UNUSED)


def _absent(place: str, wanted: Iterable[str], there: Mapping[str, str]) -> Iterator[Gap]:
    return (Gap(f"{place} › {english}", State.MISSING, english) for english in wanted if not there.get(english))


def _wrong_places(interface: Mapping[str, str]) -> Iterator[Gap]:
    """The places to fill, and the figure at the beginning of an evidence grade, must stay."""
    for english, text in interface.items():
        places = sorted(_PLACES.findall(english))
        figure = english[0] if english[0].isdecimal() else ""
        if text and (sorted(_PLACES.findall(text)) != places or not text.startswith(figure)):
            must_keep = " and ".join([figure] * bool(figure) + places) or "no {…}"
            yield Gap(f"interface › {english}", State.WRONG, f"it must keep {must_keep}")


def _unused(words: LanguageShape, questionnaires: Sequence[Questionnaire]) -> Iterator[Gap]:
    """What no questionnaire asks for any more."""
    questions = [question for item in questionnaires for question in item.questions]
    choices = {choice.value for question in questions for choice in question.choices}
    known = {item.id: item for item in questionnaires}
    yield from _left("choices", words.choices, choices)
    yield from _left("units", words.units, {question.unit for question in questions})
    yield from _left("interface", words.interface, set(interface_words()))
    yield from _left("questionnaires", words.questionnaires, set(known))
    for name, item in known.items():
        own = words.questionnaires.get(name) or QuestionnaireWords()
        yield from _left(f"{name} › themes", own.themes, {theme.id for theme in item.themes})
        yield from _left(name, own.questions, {question.id for question in item.questions})


def _left(place: str, there: Mapping[str, object], wanted: set[str]) -> Iterator[Gap]:
    return (Gap(f"{place} › {name}", State.UNUSED) for name in there if name not in wanted)
