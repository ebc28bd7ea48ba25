"""An answered form or answer file → `AnswerSet`, with everything in it that could not be used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import (
    Answer,
    AnswerSet,
    CellRef,
    EvidenceGrade,
    Problem,
    Questionnaire,
    Severity,
)
from duediligence.questionnaires.answer_forms import RawAnswer, RawForm, read_form
from duediligence.questionnaires.answer_json import read_json
from duediligence.questionnaires.loading import load_questionnaires
from duediligence.questionnaires.ticks import join_ticks
from duediligence.questionnaires.values import is_blank, read_date, read_evidence, read_value
from duediligence.settings import Settings
from duediligence.tables import read_table


def read_answers(path: Path, settings: Settings) -> tuple[AnswerSet | None, tuple[Problem, ...]]:
    """The answers in a form (any spreadsheet that still has its sheets) or in a JSON file, with every problem.

    None where no answer could be used: nobody has answered then. An answer that its question does not allow is a
    problem and left out; the others are kept. Raises `InputRefused` (DD-QN-001) for a file that is no form of ours.
    """
    raw = _raw(path, settings)
    questionnaire = _questionnaire_of(raw)
    problems = [*raw.problems, *_other_version(questionnaire, raw)]
    lines, met = join_ticks(questionnaire, tuple(_once(raw, problems)))
    problems.extend(met)
    answers = tuple(answer for line in lines if (answer := _answer(questionnaire, line, problems)))
    answer_set = AnswerSet(
        questionnaire=questionnaire.id,
        version=raw.version,
        party=raw.party,
        party_name=raw.party_name,
        answered_on=_answered_on(raw, problems),
        answers=answers,
        file=raw.file,
        answered_by=raw.answered_by,
    )
    if any(answer.value for answer in answers):
        return answer_set, tuple(problems)
    problems.append(Problem(Code.ANSWERS_EMPTY, Severity.WARNING, CellRef(path.name)))
    return None, tuple(problems)


def _raw(path: Path, settings: Settings) -> RawForm:
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm"):
        detail = "a page keeps its answers on the device; open it there and save the answer file at its end"
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=path.name, detail=detail)
    return read_json(path, settings) if suffix == ".json" else read_form(read_table(path, settings))


def _questionnaire_of(raw: RawForm) -> Questionnaire:
    for questionnaire in load_questionnaires():
        if questionnaire.id == raw.questionnaire:
            return questionnaire
    raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=raw.file, detail=f"questionnaire “{raw.questionnaire}”")


def _other_version(questionnaire: Questionnaire, raw: RawForm) -> Iterator[Problem]:
    """A form says which version it is, and of which bytes; an answer file may say neither."""
    other_bytes = raw.sha256 and raw.sha256 != questionnaire.sha256
    if (raw.version and raw.version != questionnaire.version) or other_bytes:
        found = f"{raw.version}; now {questionnaire.version}" if raw.version != questionnaire.version else raw.version
        yield Problem(Code.ANSWERS_OTHER_VERSION, Severity.WARNING, CellRef(raw.file), found)


def _once(raw: RawForm, problems: list[Problem]) -> Iterator[RawAnswer]:
    """Each id's first line; a later one is a problem."""
    seen: set[str] = set()
    for line in raw.answers:
        if line.id not in seen or not line.id:
            seen.add(line.id)
            yield line
        elif not is_blank(line.value):
            advice = f"{line.id} is there twice; the first is used. Remove one."
            problems.append(Problem(Code.ANSWER_INVALID, Severity.WARNING, line.where, str(line.value), advice))


def _answer(questionnaire: Questionnaire, line: RawAnswer, problems: list[Problem]) -> Answer | None:
    """The answer on a line; with an empty value where there is only a note, None where there is nothing."""
    question = questionnaire.question(line.id)
    if question is None:
        found = line.id or str(line.value)
        problems.append(Problem(Code.ANSWER_ROW_UNKNOWN, Severity.WARNING, line.where, found))
        return None
    value = ""
    if not is_blank(line.value):
        reading = read_value(question, line.value)
        value = reading.text
        if not value:
            found = f"{line.id}: {line.value}"
            problems.append(Problem(Code.ANSWER_INVALID, Severity.WARNING, line.where, found, reading.suggestion))
    if not value and not line.note:
        return None
    return Answer(line.id, value, _evidence(line, problems), line.note, line.where)


def _evidence(line: RawAnswer, problems: list[Problem]) -> EvidenceGrade:
    grade = read_evidence(line.evidence)
    if grade is None:
        advice = "Choose the evidence from the list; it was taken as a claim."
        where = line.evidence_where or line.where
        problems.append(Problem(Code.ANSWER_INVALID, Severity.WARNING, where, str(line.evidence), advice))
    return grade or EvidenceGrade.CLAIM


def _answered_on(raw: RawForm, problems: list[Problem]) -> date | None:
    if is_blank(raw.answered_on):
        return None
    found = read_date(raw.answered_on)
    if isinstance(found, date):
        return found
    problems.append(Problem(Code.DATE_UNREADABLE, Severity.WARNING, raw.answered_on_where, str(raw.answered_on), found))
    return None
