"""A questionnaire in a language: every text a reader sees, English where a translation is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from duediligence.model import Question, Questionnaire
from duediligence.questionnaires.translations.completeness import Gap, State, question_stamp, questionnaire_gaps
from duediligence.questionnaires.translations.files import ENGLISH, language_words, languages
from duediligence.questionnaires.translations.schema import (
    Direction,
    LanguageShape,
    QuestionnaireWords,
    QuestionWords,
    ThemeWords,
)

__all__ = ["ENGLISH", "QuestionWording", "Wording", "languages", "wording"]

DRAFT = "draft translation"


@dataclass(frozen=True, slots=True)
class QuestionWording:
    """A question's texts. `stale`: the English has changed since, so that it should stand beside the translation."""

    text: str
    help: str
    why: str
    evidence_expected: str
    action: str
    stale: bool = False


@dataclass(frozen=True)
class Wording:
    """A questionnaire's texts in one language; `words` is None for English."""

    questionnaire: Questionnaire = field(repr=False)
    words: LanguageShape | None = field(default=None, repr=False)

    @property
    def language(self) -> str:
        """The language's code, such as `fr`."""
        return self.words.language if self.words else ENGLISH

    @property
    def name(self) -> str:
        """The language's own name for itself."""
        return self.words.name if self.words else "English"

    @property
    def direction(self) -> Direction:
        """Which way it is written."""
        return self.words.direction if self.words else "ltr"

    @property
    def draft(self) -> bool:
        """Whether no native speaker has read the translation yet."""
        return self.words is not None and self.words.status == "draft"

    @property
    def draft_mark(self) -> str:
        """What a draft must show, in its own language and in English; empty for English and what was reviewed."""
        own = self.word(DRAFT)
        return "" if not self.draft else own if own == DRAFT else f"{own} ({DRAFT})"

    @property
    def title(self) -> str:
        """The questionnaire's title."""
        return self._own.title or self.questionnaire.title

    @property
    def introduction(self) -> str:
        """What the reader should know before."""
        return self._own.introduction or self.questionnaire.introduction

    def theme(self, theme_id: str) -> tuple[str, str]:
        """Title and one line about it."""
        english = next(theme for theme in self.questionnaire.themes if theme.id == theme_id)
        own = self._own.themes.get(theme_id, ThemeWords())
        return own.title or english.title, own.about or english.about

    def question(self, question_id: str) -> QuestionWording:
        """The texts of a question; those that the English does not have stay empty."""
        english, own = self._english(question_id), self._question(question_id)
        return QuestionWording(
            text=own.text or english.text,
            help=english.help and (own.help or english.help),
            why=english.why and (own.why or english.why),
            evidence_expected=english.evidence_expected and (own.evidence_expected or english.evidence_expected),
            action=english.action and (own.action or english.action),
            stale=bool(own.text) and own.english != question_stamp(english),
        )

    def choice(self, question_id: str, english: str) -> str:
        """One of a question's choices, by its English; with an id of no question, as the general table has it."""
        general = self.words.choices.get(english) if self.words else None
        return self._question(question_id).choices.get(english) or general or english

    def unit(self, english: str) -> str:
        """A figure's unit."""
        return (self.words.units.get(english) if self.words else None) or english

    def word(self, english: str) -> str:
        """A word of the form, page or interview around the questions; may hold places to fill, such as `{answered}`."""
        return (self.words.interface.get(english) if self.words else None) or english

    @property
    def missing(self) -> tuple[str, ...]:
        """What this questionnaire lacks in the language and shows in English."""
        return tuple(gap.where for gap in self._gaps if gap.state is State.MISSING)

    @property
    def stale(self) -> tuple[str, ...]:
        """What was translated from an English text that has changed since."""
        return tuple(gap.where for gap in self._gaps if gap.state is State.STALE)

    @cached_property
    def _gaps(self) -> tuple[Gap, ...]:
        return tuple(questionnaire_gaps(self.questionnaire, self.words)) if self.words else ()

    @cached_property
    def _own(self) -> QuestionnaireWords:
        found = self.words.questionnaires.get(self.questionnaire.id) if self.words else None
        return found or QuestionnaireWords()

    def _question(self, question_id: str) -> QuestionWords:
        return self._own.questions.get(question_id) or _NOTHING

    def _english(self, question_id: str) -> Question:
        return next(question for question in self.questionnaire.questions if question.id == question_id)


_NOTHING = QuestionWords()


def wording(questionnaire: Questionnaire, language: str = ENGLISH) -> Wording:
    """The questionnaire in that language. Raises `InputRefused` (DD-QN-009) for one that is not there."""
    return Wording(questionnaire, None if language == ENGLISH else language_words(language))
