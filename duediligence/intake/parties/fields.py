"""How one field of a party is read from a row: made once for a sheet, run for each of its rows.

Which column a field has and how it writes its values is known by then, and texts that it repeats are read once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from duediligence.errors import Code
from duediligence.intake.cells.corridors import corridors
from duediligence.intake.cells.identifiers import identifier, labelled
from duediligence.intake.cells.numbers import Unit
from duediligence.intake.cells.text import Cell, Remembered, items, other_names_in, stated, text_of
from duediligence.intake.columns.layout import Layout
from duediligence.intake.parties.builder import AT, Draft
from duediligence.model import Identifier, Problem, Severity
from duediligence.tables import Value

_NAME, _OTHER_NAMES, _CONTACT, _WORKERS = (AT[field] for field in ("name", "other_names", "contact", "workers"))

Step = Callable[[Draft], None]
Plain = Callable[[Value], Any]
"""Reads a value; gives None for a cell that states nothing."""


def plain_step(layout: Layout, field: str, read: Plain) -> Step:
    """A field of one column of which every text is readable."""
    index, at, known = layout.single[field].index, AT[field], Remembered(read)

    def step(draft: Draft) -> None:
        value = draft.values[index]
        found = known[value] if value.__class__ is str else read(value)
        if found is not None:
            draft.line[at] = found
            draft.cells[field] = index + 1

    return step


def text_or_none(value: Value) -> str | None:
    """A stated text."""
    return stated(value) or None


def items_step(layout: Layout, field: str, *, commas: bool) -> Step:
    """A field of several values in a cell, and perhaps of several columns."""

    def read(value: Value) -> tuple[str, ...] | None:
        return items(text, commas=commas) if (text := stated(value)) else None

    if len(layout.several[field]) == 1:
        return plain_step(layout, field, read)
    at = AT[field]

    def step(draft: Draft) -> None:
        draft.line[at] = items_of(draft, field, commas=commas)

    return step


def items_of(draft: Draft, field: str, *, commas: bool) -> tuple[str, ...]:
    """The values of all columns of a field, each once."""
    return tuple(dict.fromkeys(item for _, text in draft.texts(field) for item in items(text, commas=commas)))


def other_names_step(layout: Layout, field: str) -> Step:
    """The names in columns of their own, then those inside the party's name or inside one another."""
    read_listed = items_step(layout, field, commas=False) if field in layout.several else None

    def step(draft: Draft) -> None:
        if read_listed:
            read_listed(draft)
        name, listed = draft.line[_NAME], draft.line[_OTHER_NAMES]
        inner = other_names_in(name)
        if listed or inner:
            inner += tuple(part for text in listed for part in other_names_in(text))
            found = dict.fromkeys((*listed, *inner))
            draft.line[_OTHER_NAMES] = tuple(other for other in found if other != name)

    return step


def read_contact(draft: Draft) -> None:
    """Every person and address, as one text."""
    draft.line[_CONTACT] = "; ".join(items_of(draft, "contact", commas=False))


def cell_step(layout: Layout, field: str, read: Callable[[Value], Cell[Any]]) -> Step:
    """A field whose cells may be unreadable: a number or a date."""
    index, at, known = layout.single[field].index, AT[field], Remembered(read)

    def step(draft: Draft) -> None:
        value = draft.values[index]
        cell = known[value] if value.__class__ is str else read(value)
        if cell.code:
            draft.unreadable(cell.code, field, cell.suggestion)
        elif cell.value is not None:
            draft.line[at] = cell.value
            draft.cells[field] = index + 1

    return step


def workers_step(layout: Layout, field: str) -> Step:
    """The head count, a whole number."""
    read = layout.numbers[field]

    def whole(value: Value) -> Cell[int]:
        cell = read(value)
        return Cell(None if cell.value is None else int(cell.value), cell.code, cell.suggestion)

    return cell_step(layout, field, whole)


def share_step(layout: Layout, field: str) -> Step:
    """A share; where the column counts heads, of the row's own head count."""
    column = layout.shares[field]
    if column.unit is not Unit.COUNT:
        return cell_step(layout, field, column.read)

    def step(draft: Draft) -> None:
        workers = draft.line[_WORKERS]
        cell_step(layout, field, lambda value: column.read(value, workers))(draft)

    return step


def noted_step(layout: Layout, field: str) -> Step:
    """A field that is known by now: only its column is noted, if its cell is not empty."""
    index = layout.single[field].index

    def step(draft: Draft) -> None:
        if draft.values[index] is not None:
            draft.cells[field] = index + 1

    return step


def kept_step(layout: Layout) -> Step:
    """Every column that was not understood, by its header."""
    kept = [(column.index, column.header) for column in layout.kept]

    def step(draft: Draft) -> None:
        values = draft.values
        draft.extra = {header: text for index, header in kept if (text := text_of(values[index]))}

    return step


_COUNTRY, _IDENTIFIERS, _CORRIDORS = (AT[field] for field in ("country", "identifiers", "corridors"))


def read_identifiers(draft: Draft) -> None:
    """Every number of every column of numbers, and the licence, each once."""
    country = draft.line[_COUNTRY]
    found: dict[Identifier, None] = {}
    for column, text in draft.texts("identifiers"):
        for item in items(text, commas=True):
            number = identifier(*labelled(column.kind, item), country)
            found[number] = None
            if number.valid is False:
                where = draft.layout.cell(draft.row, column)
                draft.problems.append(Problem(Code.IDENTIFIER_INVALID, Severity.WARNING, where, item))
    licence = stated(draft.raw("licence"))
    if licence:
        found[identifier("licence", licence, country)] = None
    draft.line[_IDENTIFIERS] = tuple(found)


def read_corridors(draft: Draft) -> None:
    """Routes as written, and those of the countries of origin and destination."""
    routes = corridors(
        tuple(text for _, text in draft.texts("corridors")),
        draft.text("origin_countries"),
        draft.text("destination_countries"),
        draft.layout.kind,
        draft.line[_COUNTRY],
    )
    for field, text, suggestion in routes.unknown:
        draft.keep(field, text_of(draft.raw(field)))
        draft.report(Code.COUNTRY_UNKNOWN, Severity.WARNING, field, text, suggestion)
    places = [draft.cells.pop(field, 0) for field in ("origin_countries", "destination_countries")]
    first = next(filter(None, places), 0)
    if routes.found and first:
        draft.cells.setdefault("corridors", first)
    draft.line[_CORRIDORS] = routes.found
