"""An interview: which question comes next, what an answer means, what is to be kept. Nothing here speaks or writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from duediligence.model import Answer, AnswerSet, AnswerType, EvidenceGrade, Question
from duediligence.questionnaires.answers.values import read_evidence, read_value
from duediligence.questionnaires.content.loader import questionnaire
from duediligence.questionnaires.scoring.status import Standing, standings
from duediligence.questionnaires.translations.answer_words import western
from duediligence.questionnaires.translations.wording import Wording

EXPECTED: Mapping[AnswerType, str] = {
    AnswerType.NUMBER: "Write a number, 0 or more.",
    AnswerType.PERCENTAGE: "Write a percentage from 0% to 100%.",
    AnswerType.DATE: "Write a date, such as 2026-11-24.",
    AnswerType.DOCUMENT: "Name the document: title, number, date of issue.",
    AnswerType.SEVERAL_OF: "Choose one or more by number, such as 1,3; what excludes the others stands alone.",
}
"""What to write where an answer was not understood; a question with choices wants one of their numbers."""

CHOOSE = "Choose one by its number."


@dataclass(slots=True)
class Interview:
    """Where an interview stands. `answers` holds also those to questions that it does not ask (any more).

    `at` is the place of the current question in the questionnaire, behind the last one when all is asked.
    """

    wording: Wording
    answers: dict[str, Answer] = field(default_factory=dict)
    at: int = 0

    @property
    def questions(self) -> Sequence[Question]:
        """All questions of the form, asked or not."""
        return self.wording.questionnaire.questions

    @property
    def current(self) -> Question | None:
        """The question to ask now; None when there is none left."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def given(self) -> Answer | None:
        """What is already there for the current question."""
        return self.answers.get(self.current.id) if self.current else None

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the questions that are asked have an answer, and how many are asked."""
        asked = [item for item in self._standings() if item.asked]
        return sum(item.worth is not None for item in asked), len(asked)

    @property
    def number(self) -> tuple[int, int]:
        """The current question's number among those that are asked, and how many these are."""
        asked = self._asked()
        return sum(place <= self.at for place in asked), len(asked)

    @property
    def earns(self) -> bool:
        """Whether evidence can count for the current answer: a bad answer earns nothing with it either."""
        return bool(self._standings()[self.at].credit) if self.current else False

    @property
    def expected(self) -> str:
        """What to write for an answer to the current question, as a word of the interface."""
        return EXPECTED.get(self.current.type, CHOOSE) if self.current else ""

    def start(self) -> None:
        """To the first question that is asked and open; behind the last one where none is."""
        places = [place for place, item in enumerate(self._standings()) if item.asked and item.worth is None]
        self.at = places[0] if places else len(self.questions)

    def forward(self) -> None:
        """To the next question that is asked."""
        later = [place for place in self._asked() if place > self.at]
        self.at = later[0] if later else len(self.questions)

    def back(self) -> bool:
        """To the question before; False where there is none."""
        earlier = [place for place in self._asked() if place < self.at]
        self.at = earlier[-1] if earlier else self.at
        return bool(earlier)

    def give(self, text: str) -> bool:
        """Takes the answer to the current question, a choice by its number or words; False if it is none.

        Another answer needs other evidence, so that the grade of the earlier one is dropped; the note stays.
        """
        question = self.current
        if question is None:
            return False
        value = read_value(question, _meant(question, text)).text
        if value:
            before = self.answers.get(question.id, Answer(question.id, ""))
            grade = before.evidence if before.value == value else EvidenceGrade.CLAIM
            self.answers[question.id] = replace(before, value=value, evidence=grade)
        return bool(value)

    def leave_open(self) -> None:
        """Takes the current answer back."""
        if self.current:
            self.answers.pop(self.current.id, None)

    def prove(self, text: str) -> bool:
        """Takes the grade of the evidence, by its figure or words; False if it is none."""
        grade = read_evidence(text)
        if grade is not None:
            self._change(evidence=grade)
        return grade is not None

    def remark(self, text: str) -> None:
        """Takes the note."""
        self._change(note=text.strip())

    def answer_set(self, facts: AnswerSet) -> AnswerSet:
        """All answers, in the questionnaire's order, under the facts of who answers."""
        whole = questionnaire(facts.questionnaire).questions
        return replace(facts, answers=tuple(self.answers[item.id] for item in whole if item.id in self.answers))

    def _change(self, *, evidence: EvidenceGrade | None = None, note: str | None = None) -> None:
        answer = self.given
        if answer:
            kept = evidence if evidence is not None else answer.evidence
            self.answers[answer.question] = replace(answer, evidence=kept, note=answer.note if note is None else note)

    def _standings(self) -> Sequence[Standing]:
        return standings(self.wording.questionnaire, self.answers.values())

    def _asked(self) -> Sequence[int]:
        return [place for place, item in enumerate(self._standings()) if item.asked]


def _meant(question: Question, text: str) -> str | list[str]:
    """Choices by their numbers; a percentage with its sign, for 1 alone would be read as the whole."""
    if question.type is AnswerType.PERCENTAGE:
        return f"{western(text).replace('%', '')}%"
    return _by_number(question, western(text))


def _by_number(question: Question, text: str) -> str | list[str]:
    """The choices whose numbers the text holds; the text itself where it holds anything else."""
    parts = text.replace(",", " ").replace(";", " ").split()
    places = [int(part) - 1 for part in parts if part.isdecimal()]
    if not question.choices or not places or len(places) < len(parts):
        return text
    if not all(0 <= place < len(question.choices) for place in places):
        return text
    chosen = [question.choices[place].value for place in places]
    if question.type is AnswerType.SEVERAL_OF:
        return chosen
    return chosen[0] if len(chosen) == 1 else text
