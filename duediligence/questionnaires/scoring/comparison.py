"""What changed between two answer files of one questionnaire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from duediligence.errors import Code, InputRefused
from duediligence.model import AnswerSet, Assessment, EvidenceGrade, Questionnaire, ThemeScore
from duediligence.questionnaires.scoring.assessment import assess
from duediligence.questionnaires.scoring.status import Standing, standings


class Move(StrEnum):
    """What became of an answer; better and worse by what counts in the control score, evidence included."""

    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One question whose answer or evidence changed. Values carry their unit and are empty where there is no answer.

    `earned` is the credit times the evidence factor (0..1), None where the answer does not count in the score.
    """

    question: str
    theme: str
    text: str
    move: Move
    before: str
    after: str
    evidence_before: EvidenceGrade | None
    evidence_after: EvidenceGrade | None
    earned_before: float | None
    earned_after: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both files as they score, and the changes in the questionnaire's order."""

    before: Assessment
    after: Assessment
    changes: tuple[Change, ...]

    @property
    def themes(self) -> tuple[tuple[ThemeScore, ThemeScore], ...]:
        """Each theme before and after."""
        return tuple(zip(self.before.themes, self.after.themes, strict=True))


def compare_answers(questionnaire: Questionnaire, before: AnswerSet, after: AnswerSet) -> Comparison:
    """What changed. Raises `InputRefused` (DD-QN-020) where the two answer different questionnaires."""
    if before.questionnaire != after.questionnaire:
        detail = f"“{before.questionnaire}” and “{after.questionnaire}”"
        raise InputRefused(Code.ANSWERS_NOT_COMPARABLE, where=after.file, detail=detail)
    pairs = zip(standings(questionnaire, before.answers), standings(questionnaire, after.answers), strict=True)
    return Comparison(
        assess(questionnaire, before, before.party),
        assess(questionnaire, after, after.party),
        tuple(change for first, second in pairs for change in _change(first, second)),
    )


def _change(before: Standing, after: Standing) -> Iterator[Change]:
    grades = _grade(before), _grade(after)
    if (before.value, grades[0]) != (after.value, grades[1]):
        yield Change(
            question=after.question.id,
            theme=after.question.theme,
            text=after.question.text,
            move=_move(before, after),
            before=before.value,
            after=after.value,
            evidence_before=grades[0],
            evidence_after=grades[1],
            earned_before=before.earned,
            earned_after=after.earned,
        )


def _grade(standing: Standing) -> EvidenceGrade | None:
    return standing.answer.evidence if standing.answer and standing.value else None


def _move(before: Standing, after: Standing) -> Move:
    if not before.value:
        return Move.NEW
    if not after.value:
        return Move.GONE
    if before.earned is None or after.earned is None or before.earned == after.earned:
        return Move.CHANGED
    return Move.BETTER if after.earned > before.earned else Move.WORSE
