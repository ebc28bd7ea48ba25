"""A form against the questionnaire as it is now: which it is, of which version, what is gone, what is not its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem, Questionnaire, Severity
from duediligence.questionnaires.answers.form_reader import RawForm
from duediligence.questionnaires.answers.values import is_blank
from duediligence.questionnaires.content.short_form import quick_form
from duediligence.questionnaires.forms.layout import QUICK, lines


def recognised(raw: RawForm, known: Sequence[Questionnaire]) -> Questionnaire:
    """The questionnaire that the form names, or where it names none, the one that most of its rows are of.

    Raises `InputRefused` (DD-QN-001).
    """
    if raw.questionnaire:
        found = next((item for item in known if item.id == raw.questionnaire), None)
        if found is None:
            raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=raw.file, detail=f"questionnaire “{raw.questionnaire}”")
        return found
    asked = {item.id: _ids(item) for item in known}
    rows = Counter(name for line in raw.answers for name, ids in asked.items() if _question_of(line.id) in ids)
    if not rows:
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=raw.file)
    most = rows.most_common(1)[0][0]
    return next(item for item in known if item.id == most)


def is_current(questionnaire: Questionnaire, raw: RawForm) -> bool:
    """Whether the form was made from the questionnaire as it is now. An answer file may say nothing of its version."""
    return raw.version in ("", questionnaire.version) and raw.sha256 in ("", questionnaire.sha256)


def version_problem(questionnaire: Questionnaire, raw: RawForm) -> Iterator[Problem]:
    """What became of a form of another version: which answers were dropped, which questions it did not have."""
    if not raw.questionnaire:
        yield Problem(Code.FORM_UNMARKED, Severity.WARNING, CellRef(raw.file), questionnaire.id)
    if not is_current(questionnaire, raw):
        asked = _ids(questionnaire)
        found = f"{raw.version}; now {questionnaire.version}" if raw.version != questionnaire.version else raw.version
        dropped = [line.id for line in raw.answers if not is_blank(line.value) and _question_of(line.id) not in asked]
        there = {_question_of(line.id) for line in raw.answers}
        new = [question.id for question in _on_the_form(questionnaire, raw).questions if question.id not in there]
        advice = ["Answers were carried over by question."]
        if dropped:
            advice.append(f"No longer asked, and dropped: {', '.join(filter(None, dropped))}.")
        if new and raw.form:
            advice.append(f"Not on that form, and open: {', '.join(new)}.")
        yield Problem(Code.ANSWERS_OTHER_VERSION, Severity.WARNING, CellRef(raw.file), found, " ".join(advice))


def rows_missing(questionnaire: Questionnaire, raw: RawForm) -> Iterator[Problem]:
    """The rows that a form of this version must have and has not."""
    there = {line.id for line in raw.answers}
    if raw.form and is_current(questionnaire, raw):
        wanted = [line.id for line in lines(_on_the_form(questionnaire, raw)) if line.id]
        gone = [name for name in wanted if name not in there]
        if gone and len(gone) < len(wanted):
            sheet = next(line.where.sheet for line in raw.answers if line.id in wanted)
            yield Problem(Code.FORM_ROWS_MISSING, Severity.WARNING, CellRef(raw.file, sheet), ", ".join(gone))


def strangers(
    questionnaire: Questionnaire, raw: RawForm, known: Iterable[Questionnaire]
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The ids of rows that another questionnaire has, and one problem for each of these on each sheet."""
    own = _ids(questionnaire)
    odd = [line for line in raw.answers if line.id and _question_of(line.id) not in own]
    found: dict[tuple[str, str], list[str]] = {}
    for other in known if odd else ():
        ids = _ids(other)
        for line in odd:
            if _question_of(line.id) in ids:
                found.setdefault((line.where.sheet if raw.form else "", other.id), []).append(line.id)
    problems = (
        Problem(Code.FORM_ROWS_FOREIGN, Severity.WARNING, CellRef(raw.file, sheet), f"{other}: {len(ids)} rows")
        for (sheet, other), ids in found.items()
    )
    return frozenset(name for ids in found.values() for name in ids), tuple(problems)


def _on_the_form(questionnaire: Questionnaire, raw: RawForm) -> Questionnaire:
    return quick_form(questionnaire) if raw.form == QUICK and _has_quick(questionnaire) else questionnaire


def _has_quick(questionnaire: Questionnaire) -> bool:
    return any(question.quick for question in questionnaire.questions)


def _ids(questionnaire: Questionnaire) -> frozenset[str]:
    return frozenset(question.id for question in questionnaire.questions)


def _question_of(line_id: str) -> str:
    """The question that a line belongs to, which may be an option's."""
    return line_id.partition("/")[0]
