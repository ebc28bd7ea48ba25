"""The hidden sheet of a form that came back: what the form is, and the words it was written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from duediligence.questionnaires.forms.layout import MARK
from duediligence.questionnaires.forms.metadata_sheet import CHOICES, INTERFACE
from duediligence.questionnaires.translations.answer_words import IN_ENGLISH, Spoken
from duediligence.tables import Sheet, Value, inert


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
