"""The steps that depend on a row's country: its register numbers and its migration corridors."""

from __future__ import annotations

from duediligence.errors import Code
from duediligence.intake.cells.corridors import corridors
from duediligence.intake.cells.identifiers import identifier, labelled
from duediligence.intake.cells.text import items, stated, text_of
from duediligence.intake.parties.builder import AT, Draft
from duediligence.model import Identifier, Problem, Severity

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
