"""One row → one party, with a problem for every cell that could not be read.

Which fields a sheet has is settled once: each gets a step, and every row walks through the same steps.
"""

from __future__ import annotations

from collections.abc import Callable

from duediligence.intake.cells.dates import birth_reader
from duediligence.intake.cells.text import stated, web_addresses
from duediligence.intake.columns.assignment import name_type_of
from duediligence.intake.columns.layout import Layout
from duediligence.intake.columns.party_kind import said_by
from duediligence.intake.parties.builder import Draft
from duediligence.intake.parties.fields import (
    Step,
    cell_step,
    items_step,
    kept_step,
    noted_step,
    other_names_step,
    plain_step,
    read_contact,
    read_corridors,
    read_identifiers,
    share_step,
    text_or_none,
    workers_step,
)
from duediligence.intake.parties.place_field import PlaceReader
from duediligence.model import NameType, Party, PartyKind, Problem
from duediligence.tables import Row, Value

_ROUTES = frozenset({"corridors", "origin_countries", "destination_countries"})
_NUMBERS = frozenset({"identifiers", "licence"})
_WITH_COMMAS = frozenset({"products", "agencies", "channels"})
# The order in which a row is read after its place and its kept cells, and so the order of its problems.
_ORDER = (
    *(
        "kind",
        "workers",
        "name",
        "name_type",
        "other_names",
        "parent",
        "tier",
        "sector",
        "products",
        "identifiers",
        "owners",
    ),
    *("agencies", "corridors", "migrant_share", "women_share", "fee_charged", "licence", "licence_status"),
    *("licence_expiry", "birth_date", "spend", "website", "channels", "contact", "party_id"),
)


class RowReader:
    """Reads the rows of one sheet; `problems` collects what was wrong with single cells."""

    def __init__(self, layout: Layout) -> None:
        self._draft = Draft(layout)
        steps = (_step(layout, field) for field in _ORDER)
        first = (kept_step(layout), PlaceReader(layout)) if layout.kept else (PlaceReader(layout),)
        self._steps: tuple[Step, ...] = (*first, *filter(None, steps))

    @property
    def problems(self) -> list[Problem]:
        """What was wrong so far; may be added to."""
        return self._draft.problems

    def party(self, row: Row, party_id: str, name: str) -> Party:
        """The party of a row that has a name."""
        draft = self._draft
        draft.begin(row, party_id, name)
        for step in self._steps:
            step(draft)
        return draft.party()


def _step(layout: Layout, field: str) -> Step | None:
    """The step of one field; None if the sheet has no column for it."""
    if field == "other_names":
        return other_names_step(layout, field)
    if field == "identifiers":
        return read_identifiers if _NUMBERS & layout.several.keys() else None
    if field == "corridors":
        return read_corridors if _ROUTES & layout.several.keys() else None
    return _MAKERS.get(field, _text_step)(layout, field) if field in layout.several else None


def _text_step(layout: Layout, field: str) -> Step:
    return plain_step(layout, field, text_or_none)


def _items_step(layout: Layout, field: str) -> Step:
    return items_step(layout, field, commas=field in _WITH_COMMAS)


def _read_step(layout: Layout, field: str) -> Step:
    return cell_step(layout, field, layout.numbers[field] if field in layout.numbers else layout.dates[field].read)


_MAKERS: dict[str, Callable[[Layout, str], Step]] = {
    "party_id": noted_step,
    "kind": lambda layout, field: plain_step(layout, field, _kind),
    "name": noted_step,
    "name_type": lambda layout, field: plain_step(layout, field, _name_type),
    "workers": workers_step,
    "products": _items_step,
    "owners": _items_step,
    "agencies": _items_step,
    "channels": _items_step,
    "contact": lambda layout, field: read_contact,
    "website": lambda layout, field: plain_step(layout, field, _website),
    "migrant_share": share_step,
    "women_share": share_step,
    "fee_charged": _read_step,
    "spend": _read_step,
    "licence_expiry": _read_step,
    "birth_date": lambda layout, field: cell_step(layout, field, birth_reader(layout.dates[field])),
}


def _website(value: Value) -> str | None:
    return "; ".join(web_addresses(stated(value))) or None


def _kind(value: Value) -> PartyKind | None:
    return said_by(stated(value))


def _name_type(value: Value) -> NameType | None:
    text = stated(value)
    return name_type_of(text) if text else None
