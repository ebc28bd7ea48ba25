"""An answer form as it came back → what stands in it, before anything is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.questionnaires.forms.layout import (
    ANSWER,
    ANSWERED_BY,
    ANSWERED_ON,
    COLUMNS,
    EVIDENCE,
    FULL,
    ID,
    LABELS,
    MARK,
    META_FORM,
    META_QUESTIONNAIRE,
    META_SHA256,
    META_VERSION,
    NOTE,
    PARTY_ID,
    PARTY_NAME,
    QUESTION,
)
from duediligence.questionnaires.forms.metadata_sheet import CHOICES, INTERFACE
from duediligence.questionnaires.translations.answer_words import IN_ENGLISH, Spoken, every_language, plain, understood
from duediligence.tables import Sheet, TableFile, Value, inert


@dataclass(frozen=True, slots=True)
class Hidden:
    """Facts and words; none of either where the sheet is gone."""

    sheet: Sheet | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    words: Spoken = IN_ENGLISH


def find_hidden(sheets: Iterable[Sheet]) -> Hidden:
    """The sheet that carries our mark, whatever it is called and whether or not it is still hidden."""
    return next((_read(sheet) for sheet in sheets if any(row.values[0] == MARK for row in sheet.rows)), Hidden())


def _read(sheet: Sheet) -> Hidden:
    rows = [_left(row.values) for row in sheet.rows]
    words = [row for row in rows if all(row)]
    if not words:
        return Hidden(sheet, _facts(rows))
    return Hidden(
        sheet,
        _facts(rows),
        Spoken(
            interface={english: text for place, english, text in words if place == INTERFACE},
            choices={english: text for place, english, text in words if place == CHOICES},
            own={(place, english): text for place, english, text in words if place not in (INTERFACE, CHOICES)},
        ),
    )


def _facts(rows: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    return {key: value for key, value, third in rows if key and not third}


def _left(values: tuple[Value, ...]) -> tuple[str, str, str]:
    """The texts of the first three cells."""
    first, second, third, *_ = (*values, None, None, None)
    return cell_text(first), cell_text(second), cell_text(third)


def cell_text(value: Value) -> str:
    """A cell as text."""
    if value.__class__ is str and not value.startswith("'"):
        return value
    return "" if value is None else str(as_written(value)).strip()


def as_written(value: Value) -> Value:
    """Without the mark by which `inert` keeps text from being a formula, where our own form carries it."""
    if isinstance(value, str) and value.startswith("'") and inert(value[1:]) == value:
        return value[1:]
    return value


Names = Mapping[str, str]
"""From a header or label as it stands in the form to its English."""


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """One line: an id, whatever was written for it, and where. `text` is what stands under `Question`."""

    id: str
    value: object
    where: CellRef
    evidence: object = None
    evidence_where: CellRef | None = None
    note: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class RawForm:
    """A whole form or answer file. `sha256` is of the questionnaire's file, empty where it is not said.

    `questionnaire` is empty where the sheet that says it is gone. `form` is `quick` or `full` for a form, whose every
    line is among the answers, and empty for an answer file and where that sheet is gone. `words` are those the form
    was written in.
    """

    file: str
    questionnaire: str
    version: str
    party: str
    party_name: str
    answered_on: object
    answered_on_where: CellRef
    answered_by: str
    answers: tuple[RawAnswer, ...]
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    form: str = ""
    words: Spoken = IN_ENGLISH


def read_form(table: TableFile) -> RawForm:
    """The form in a table file, whatever order its sheets, columns and rows are in. Raises `InputRefused`."""
    hidden = find_hidden(table.sheets)
    names, found = _question_sheets(table.sheets, hidden)
    if not found:
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=table.source.name)
    nowhere: tuple[Value, CellRef] = (None, CellRef(table.source.name))
    read = [hidden.sheet, *(sheet for sheet, _ in found)]
    start = _start(table, [sheet for sheet in table.sheets if not any(sheet is other for other in read)], names)
    answered_on, where = start.get(ANSWERED_ON, nowhere)
    return RawForm(
        file=table.source.name,
        questionnaire=hidden.facts.get(META_QUESTIONNAIRE, ""),
        version=hidden.facts.get(META_VERSION, ""),
        party=cell_text(start.get(PARTY_ID, nowhere)[0]),
        party_name=cell_text(start.get(PARTY_NAME, nowhere)[0]),
        answered_on=answered_on,
        answered_on_where=where,
        answered_by=cell_text(start.get(ANSWERED_BY, nowhere)[0]),
        answers=tuple(line for sheet, header in found for line in _answers(table, sheet, header)),
        sha256=hidden.facts.get(META_SHA256, ""),
        problems=table.problems,
        form=hidden.facts.get(META_FORM, FULL if hidden.sheet else ""),
        words=hidden.words,
    )


def _question_sheets(sheets: Iterable[Sheet], hidden: Hidden) -> tuple[Names, list[tuple[Sheet, Mapping[str, int]]]]:
    """The sheets with questions and the columns of each, by the form's own words, else by those of any language."""
    names: Names = {}
    for spoken in ((hidden.words,), every_language()):
        names = understood((*COLUMNS, *LABELS), spoken)
        found = [(sheet, header) for sheet in sheets if (header := _header(sheet, names))]
        if found:
            return names, found
    return names, []


def _header(sheet: Sheet, names: Names) -> Mapping[str, int] | None:
    """The columns (from 0) by header, and under an empty name the header's row number."""
    for row in sheet.rows:
        columns = {_name(value, names): column for column, value in enumerate(row.values)}
        if ID in columns and ANSWER in columns:
            return {**columns, "": row.number}
    return None


def _name(value: Value, names: Names) -> str:
    return names.get(plain(value), "") if isinstance(value, str) else ""


def _start(table: TableFile, sheets: Iterable[Sheet], names: Names) -> Mapping[str, tuple[Value, CellRef]]:
    """For each label the value to its right."""
    return {
        label: (row.values[column], table.cell(sheet, row.number, column + 1))
        for sheet in sheets
        for row in sheet.rows
        for column, value in enumerate(row.values[:-1], start=1)
        if (label := _name(value, names)) in LABELS
    }


def _answers(table: TableFile, sheet: Sheet, header: Mapping[str, int]) -> Iterator[RawAnswer]:
    places = [header.get(name, -1) for name in (ID, ANSWER, EVIDENCE, NOTE, QUESTION)]
    _, answer_column, evidence_column, *_ = places
    blank = (None,) * (max(places) + 1)
    for row in sheet.rows:
        # A column that is not there is the last of the blanks.
        values = (*row.values, *blank)
        answer_id, value, evidence, note, question = [values[place] for place in places]
        if row.number > header[""] and (answer_id is not None or value is not None):
            yield RawAnswer(
                id=cell_text(answer_id),
                value=as_written(value),
                where=table.cell(sheet, row.number, answer_column + 1),
                evidence=as_written(evidence),
                evidence_where=table.cell(sheet, row.number, evidence_column + 1) if evidence_column >= 0 else None,
                note=cell_text(note),
                text=cell_text(question),
            )
