"""One party's own answers, looked up for its self-assessment: nothing here comes from anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from duediligence.model import AnswerSet, Assessment, EvidenceGrade
from duediligence.questionnaires import Comparison, Standing, Wording, assess, compare_answers, standings
from duediligence.reports.document.wording import long_date

FULL = 1.0 - 1e-9
PROOF = (EvidenceGrade.CLAIM, EvidenceGrade.POLICY)
"""Evidence that shows what should be, not yet what is."""


@dataclass(frozen=True)
class Own:
    """The answers, with those of an earlier time where there are some, in the words of who answered."""

    wording: Wording
    answers: AnswerSet
    earlier: AnswerSet | None = None

    def word(self, english: str, **places: object) -> str:
        """A sentence of the report, with its places filled."""
        return self.wording.word(english).format(**places)

    def day(self, day: date | None) -> str:
        """A day as a reader writes it; in other languages than English as YYYY-MM-DD."""
        if day is None:
            return self.word("a day that is not said")
        return long_date(day) if self.wording.language == "en" else day.isoformat()

    @cached_property
    def assessment(self) -> Assessment:
        """What the answers come to."""
        return assess(self.wording.questionnaire, self.answers, self.answers.party)

    @cached_property
    def comparison(self) -> Comparison | None:
        """The answers held against the earlier ones."""
        return compare_answers(self.wording.questionnaire, self.earlier, self.answers) if self.earlier else None

    @cached_property
    def asked(self) -> tuple[Standing, ...]:
        """Every question that concerns the party; of the quick form alone where nothing else was answered."""
        return tuple(item for item in self.every if item.asked and (item.question.quick or not self.is_quick))

    @cached_property
    def every(self) -> tuple[Standing, ...]:
        """Where the party stands to every question, asked or not."""
        return standings(self.wording.questionnaire, self.answers.answers)

    @cached_property
    def is_quick(self) -> bool:
        """Whether only questions of the quick form were answered."""
        ids = {answer.question for answer in self.answers.answers if answer.value}
        questions = self.wording.questionnaire.questions
        return any(item.quick for item in questions) and ids <= {item.id for item in questions if item.quick}

    @property
    def first(self) -> tuple[Standing, ...]:
        """The critical answers, by weight."""
        return tuple(sorted((item for item in self.every if item.is_critical), key=lambda item: -item.question.weight))

    @property
    def then(self) -> tuple[Standing, ...]:
        """All other answers that leave something to do, by weight, the least good first."""
        short = [item for item in self._counting if (item.credit or 0.0) < FULL and not item.is_critical]
        return tuple(sorted(short, key=lambda item: (-item.question.weight, item.credit)))

    @property
    def unproved(self) -> tuple[Standing, ...]:
        """Good answers with nothing yet that shows them, by weight."""
        bare = [item for item in self._good if item.answer and item.answer.evidence in PROOF]
        return tuple(sorted(bare, key=lambda item: -item.question.weight))

    @property
    def proved(self) -> tuple[Standing, ...]:
        """Good answers with a record or more behind them, in the questionnaire's order."""
        return tuple(item for item in self._good if item.answer and item.answer.evidence not in PROOF)

    @property
    def open(self) -> tuple[Standing, ...]:
        """What is not answered."""
        return tuple(item for item in self.asked if not item.value)

    @property
    def _good(self) -> Iterator[Standing]:
        return (item for item in self._counting if (item.credit or 0.0) >= FULL)

    @property
    def _counting(self) -> Iterator[Standing]:
        return (item for item in self.asked if item.credit is not None)
