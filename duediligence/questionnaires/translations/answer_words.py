"""The words in which answers come back: a form's own, and those of every language there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path

from duediligence.model import Choice, EvidenceGrade, Question
from duediligence.questionnaires.translations import files as language_files
from duediligence.questionnaires.translations.files import ENGLISH, language_words, languages

FIRST_DROPPED = 27
"""The combining class from which on marks are dropped: accents and Arabic vowel signs, none that Bengali needs."""


@dataclass(frozen=True)
class Spoken:
    """Translations by their English: `own` by question id and English, where a question has its own wording.

    What has no translation is its English, so that an empty one speaks English.
    """

    interface: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def choice(self, question_id: str, english: str) -> str:
        """One of a question's choices."""
        return self.own.get((question_id, english)) or self.choices.get(english) or english

    def word(self, english: str) -> str:
        """A word around the questions."""
        return self.interface.get(english) or english

    def chosen(self, question: Question, text: str) -> Choice | None:
        """The one choice of the question that `text`, made `plain`, is; None if it is none, or could be several."""
        said = self.choice if self.choices or self.own else _as_it_is
        found = [choice for choice in question.choices if plain(said(question.id, choice.value)) == text]
        return found[0] if len(found) == 1 else None

    @cached_property
    def grades(self) -> Mapping[str, EvidenceGrade]:
        """The evidence grade by each way to write it, `plain`: its figure, its words, both; in English as well."""
        known: dict[str, EvidenceGrade] = {}
        for grade in EvidenceGrade:
            for whole in (grade, self.word(grade)):
                digit, _, words = whole.partition(" ")
                known.update(dict.fromkeys((digit, plain(words), plain(whole)), grade))
        return known


def _as_it_is(_: str, english: str) -> str:
    return english


IN_ENGLISH = Spoken()


def every_language() -> tuple[Spoken, ...]:
    """Every language but English. Reading their files takes a moment, the first time."""
    folder = language_files.language_folder()
    return tuple(_spoken(folder, code) for code in languages() if code != ENGLISH)


@cache
def _spoken(folder: Path, code: str) -> Spoken:
    words = language_words(code)
    own = {
        (question_id, english): text
        for item in words.questionnaires.values()
        for question_id, question in item.questions.items()
        for english, text in question.choices.items()
    }
    return Spoken(words.interface, words.choices, own)


def understood(english: Iterable[str], spoken: Iterable[Spoken]) -> Mapping[str, str]:
    """From each word in English and in those languages, made `plain`, to the English."""
    names = {plain(word): word for word in english}
    for tongue in spoken:
        for word in tuple(names.values()):
            names.setdefault(plain(tongue.word(word)), word)
    return names


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A text as it is compared: without case, accents, outer and doubled spaces, and a full stop at the end."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(filter(_counts, unicodedata.normalize("NFKD", folded.replace("’", "'"))))
    return " ".join(folded.split()).rstrip(".।۔")


def _counts(sign: str) -> bool:
    """Neither an accent nor an unseen mark, such as those that turn the direction."""
    return unicodedata.combining(sign) < FIRST_DROPPED and unicodedata.category(sign) != "Cf"


_SIGNS = str.maketrans({"٫": ".", "٬": ",", "٪": "%", "؛": ";"})


def western(text: str) -> str:
    """A text with the figures 0–9 in place of Arabic, Bengali and other ones, and with their signs written as ours."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text.translate(_SIGNS))
