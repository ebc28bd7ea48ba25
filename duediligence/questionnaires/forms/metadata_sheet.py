"""The hidden sheet of a form: what the program needs to know the form by, whatever happens to its translation.

Columns A and B hold the facts. In another language than English, A, B and C below hold the words the form was written
in, with their English: so a form is read by its own words, even when the translation was mended since. The lists of
the drop-downs stand in the columns behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from duediligence.model import EvidenceGrade, Questionnaire
from duediligence.questionnaires.forms.layout import (
    COLUMNS,
    FORMAT,
    FULL,
    LABELS,
    MARK,
    META_FORM,
    META_LANGUAGE,
    META_QUESTIONNAIRE,
    META_SHA256,
    META_VERSION,
    QUICK,
    TICKS,
)
from duediligence.questionnaires.translations.wording import ENGLISH, Wording
from duediligence.tables import write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

INTERFACE, CHOICES = "interface", "choices"
"""What stands in column A beside a word; beside a choice that a question has for itself, it is the question's id."""

READ_WORDS = (*COLUMNS, *LABELS, *EvidenceGrade)
"""The interface words by which a form is read."""


def write_hidden(sheet: Worksheet, wording: Wording, *, quick: bool) -> None:
    """Writes facts and words, and hides the sheet."""
    for row, cells in enumerate((*facts(wording, quick=quick).items(), *form_words(wording)), start=1):
        for column, text in enumerate(cells, start=1):
            write_text(sheet.cell(row, column), text)
    sheet.sheet_state = "hidden"


def facts(wording: Wording, *, quick: bool) -> Mapping[str, str]:
    """What the form is."""
    item = wording.questionnaire
    return {
        MARK: FORMAT,
        META_QUESTIONNAIRE: item.id,
        META_VERSION: item.version,
        META_SHA256: item.sha256,
        META_LANGUAGE: wording.language,
        META_FORM: QUICK if quick else FULL,
    }


def form_words(wording: Wording) -> Iterator[tuple[str, str, str]]:
    """Place, English and translation of every word by which the form is read; nothing for English."""
    if wording.language != ENGLISH:
        yield from ((INTERFACE, english, wording.word(english)) for english in READ_WORDS)
        yield from ((CHOICES, english, wording.choice("", english)) for english in _choices(wording.questionnaire))
        yield from _own_choices(wording)


def _choices(questionnaire: Questionnaire) -> Iterable[str]:
    """Every choice, each once, in the order met."""
    met = (choice.value for question in questionnaire.questions for choice in question.choices)
    return dict.fromkeys((*TICKS, *met))


def _own_choices(wording: Wording) -> Iterator[tuple[str, str, str]]:
    for question in wording.questionnaire.questions:
        for choice in question.choices:
            text = wording.choice(question.id, choice.value)
            if text != wording.choice("", choice.value):
                yield question.id, choice.value, text
