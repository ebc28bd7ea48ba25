"""An answered form or answer file → `AnswerSet`, with everything in it that could not be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import Answer, AnswerSet, CellRef, EvidenceGrade, Problem, Question, Questionnaire, Severity
from duediligence.questionnaires.answers.form_reader import RawAnswer, RawForm, read_form
from duediligence.questionnaires.answers.json_reader import read_json
from duediligence.questionnaires.answers.multi_choice import join_ticks
from duediligence.questionnaires.answers.values import is_blank, read_date, read_evidence, read_value
from duediligence.questionnaires.answers.versions import (
    is_current,
    recognised,
    rows_missing,
    strangers,
    version_problem,
)
from duediligence.questionnaires.content.loader import load_questionnaires
from duediligence.questionnaires.translations.answer_words import western
from duediligence.settings import Settings
from duediligence.tables import read_table


def read_answers(path: Path, settings: Settings) -> tuple[AnswerSet | None, tuple[Problem, ...]]:
    """The answers in a form (any spreadsheet that still has its sheets) or in a JSON file, with every problem.

    A form may be in any language, and of an older version: answers are carried over by question. None where no answer
    could be used: nobody has answered then. An answer that its question does not allow is a problem and left out; the
    others are kept. Raises `InputRefused` (DD-QN-001) for a file that is no form of ours.
    """
    raw = _raw(path, settings)
    reader = _Reader(raw, recognised(raw, load_questionnaires()))
    answers = reader.read()
    if not any(answer.value for answer in answers.answers):
        reader.warn(Code.ANSWERS_EMPTY, CellRef(path.name))
        return None, tuple(reader.problems)
    return answers, tuple(reader.problems)


def _raw(path: Path, settings: Settings) -> RawForm:
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm"):
        detail = "a page keeps its answers on the device; open it there and save the answer file at its end"
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=path.name, detail=detail)
    return read_json(path, settings) if suffix == ".json" else read_form(read_table(path, settings))


@dataclass(slots=True)
class _Reader:
    """Reads one form against its questionnaire, and gathers the problems."""

    raw: RawForm
    questionnaire: Questionnaire
    problems: list[Problem] = field(default_factory=list)
    questions: dict[str, Question] = field(init=False)

    def __post_init__(self) -> None:
        self.questions = {question.id: question for question in self.questionnaire.questions}

    def warn(self, code: Code, where: CellRef, found: str = "", advice: str = "") -> None:
        """One more problem."""
        self.problems.append(Problem(code, Severity.WARNING, where, found, advice))

    def read(self) -> AnswerSet:
        """The answers that could be used."""
        raw, known = self.raw, self.questionnaire
        self.problems += [*raw.problems, *version_problem(known, raw), *rows_missing(known, raw)]
        foreign, met = strangers(known, raw, load_questionnaires())
        self.problems += met
        own = tuple(line for line in self._once() if line.id not in foreign)
        lines, met = join_ticks(known, own, raw.words, same_version=is_current(known, raw))
        self.problems += met
        return AnswerSet(
            questionnaire=known.id,
            version=raw.version,
            party=raw.party,
            party_name=raw.party_name,
            answered_on=self._answered_on(),
            answers=tuple(answer for line in lines if (answer := self._answer(line))),
            file=raw.file,
            answered_by=raw.answered_by,
        )

    def _once(self) -> Iterator[RawAnswer]:
        """Each id's first line; a later one is a problem."""
        seen: set[str] = set()
        for line in self.raw.answers:
            if line.id not in seen or not line.id:
                seen.add(line.id)
                yield line
            elif not is_blank(line.value):
                advice = f"{line.id} is there twice; the first is used. Remove one."
                self.warn(Code.ANSWER_INVALID, line.where, str(line.value), advice)

    def _answer(self, line: RawAnswer) -> Answer | None:
        """The answer on a line; with an empty value where there is only a note, None where there is nothing."""
        question = self.questions.get(line.id)
        if question is None:
            self._unknown(line)
            return None
        value = ""
        if not is_blank(line.value):
            reading = read_value(question, line.value, self.raw.words)
            value = reading.text
            if not value:
                self.warn(Code.ANSWER_INVALID, line.where, f"{line.id}: {line.value}", reading.suggestion)
        if not value and not line.note:
            return None
        return Answer(line.id, value, self._evidence(line), line.note, line.where)

    def _unknown(self, line: RawAnswer) -> None:
        """A question of an older version that nobody had answered is no loss."""
        if is_current(self.questionnaire, self.raw):
            self.warn(Code.ANSWER_ROW_UNKNOWN, line.where, line.id or str(line.value))
        elif not is_blank(line.value):
            advice = "It is no longer asked; the answer was not carried over."
            self.warn(Code.ANSWER_ROW_UNKNOWN, line.where, f"{line.id}: {line.value}", advice)

    def _evidence(self, line: RawAnswer) -> EvidenceGrade:
        grade = read_evidence(line.evidence, self.raw.words)
        if grade is None:
            advice = "Choose the evidence from the list; it was taken as a claim."
            self.warn(Code.ANSWER_INVALID, line.evidence_where or line.where, str(line.evidence), advice)
        return grade or EvidenceGrade.CLAIM

    def _answered_on(self) -> date | None:
        written = self.raw.answered_on
        if is_blank(written):
            return None
        found = read_date(western(written) if isinstance(written, str) else written)
        if isinstance(found, date):
            return found
        self.warn(Code.DATE_UNREADABLE, self.raw.answered_on_where, str(written), found)
        return None
