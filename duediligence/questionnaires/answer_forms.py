"""An answer form as it came back → what stands in it, before anything is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.questionnaires.layout import (
    ANSWER,
    ANSWERED_BY,
    ANSWERED_ON,
    EVIDENCE,
    ID,
    MARK,
    META_QUESTIONNAIRE,
    META_SHA256,
    META_VERSION,
    NOTE,
    PARTY_ID,
    PARTY_NAME,
)
from duediligence.questionnaires.values import is_blank
from duediligence.tables import Row, Sheet, TableFile, Value, inert


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """One line: an id, whatever was written for it, and where."""

    id: str
    value: object
    where: CellRef
    evidence: object = None
    evidence_where: CellRef | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RawForm:
    """A whole form or answer file. `sha256` is of the questionnaire's file, empty where it is not said."""

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


def read_form(table: TableFile) -> RawForm:
    """The form in a table file, whatever order its sheets, columns and rows are in. Raises `InputRefused`."""
    meta = _meta(table.sheets)
    found = next(((sheet, header) for sheet in table.sheets if (header := _header(sheet))), None)
    if META_QUESTIONNAIRE not in meta or found is None:
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=table.source.name)
    start = _start(table)
    nowhere = CellRef(table.source.name)
    answered_on, where = start.get(ANSWERED_ON, (None, nowhere))
    return RawForm(
        file=table.source.name,
        questionnaire=meta[META_QUESTIONNAIRE],
        version=meta.get(META_VERSION, ""),
        party=_text(start.get(PARTY_ID, (None, nowhere))[0]),
        party_name=_text(start.get(PARTY_NAME, (None, nowhere))[0]),
        answered_on=answered_on,
        answered_on_where=where,
        answered_by=_text(start.get(ANSWERED_BY, (None, nowhere))[0]),
        answers=tuple(_answers(table, *found)),
        sha256=meta.get(META_SHA256, ""),
        problems=table.problems,
    )


def _text(value: Value) -> str:
    return "" if value is None else str(_as_written(value)).strip()


def _as_written(value: Value) -> Value:
    """Without the mark by which `inert` keeps text from being a formula, where our own form carries it."""
    if isinstance(value, str) and value.startswith("'") and inert(value[1:]) == value:
        return value[1:]
    return value


def _meta(sheets: Iterable[Sheet]) -> Mapping[str, str]:
    """The facts on the sheet that carries our mark."""
    for sheet in sheets:
        pairs = {_text(row.values[0]): _text(row.values[1]) for row in sheet.rows if len(row.values) > 1}
        if MARK in pairs:
            return pairs
    return {}


def _start(table: TableFile) -> Mapping[str, tuple[Value, CellRef]]:
    """For each label of the first sheet the value to its right."""
    labels = (PARTY_ID, PARTY_NAME, ANSWERED_ON, ANSWERED_BY)
    return {
        _text(label): (row.values[column], table.cell(sheet, row.number, column + 1))
        for sheet in table.sheets
        for row in sheet.rows
        for column, label in enumerate(row.values[:-1], start=1)
        if _text(label) in labels
    }


def _header(sheet: Sheet) -> Mapping[str, int] | None:
    """The columns (from 0) by header, and under an empty name the header's row number."""
    for row in sheet.rows:
        columns = {_text(value): column for column, value in enumerate(row.values)}
        if ID in columns and ANSWER in columns:
            return {**columns, "": row.number}
    return None


def _answers(table: TableFile, sheet: Sheet, header: Mapping[str, int]) -> Iterable[RawAnswer]:
    for row in sheet.rows:
        if row.number <= header[""]:
            continue
        answer_id, value = _text(_cell(row, header.get(ID))), _cell(row, header.get(ANSWER))
        if answer_id or not is_blank(value):
            evidence = header.get(EVIDENCE)
            yield RawAnswer(
                id=answer_id,
                value=value,
                where=table.cell(sheet, row.number, header[ANSWER] + 1),
                evidence=_cell(row, evidence),
                evidence_where=None if evidence is None else table.cell(sheet, row.number, evidence + 1),
                note=_text(_cell(row, header.get(NOTE))),
            )


def _cell(row: Row, column: int | None) -> Value:
    return _as_written(row.values[column]) if column is not None and column < len(row.values) else None
