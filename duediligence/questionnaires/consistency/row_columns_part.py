"""The columns of a party's row that answers can be held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from duediligence.model import Party


class Kind(StrEnum):
    """What a fact is made of, and so what it can be compared with."""

    FIGURE = "figure"
    PERCENT = "percent"
    DAY = "day"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is called in a sentence, and what stands in it."""

    label: str
    kind: Kind


COLUMNS: Mapping[str, Column] = {
    "workers": Column("Workers", Kind.FIGURE),
    "migrant_share": Column("Migrant workers", Kind.PERCENT),
    "fee_charged": Column("Recruitment fee taken from a worker", Kind.FIGURE),
    "agencies": Column("Agencies used", Kind.TEXT),
    "licence": Column("Licence", Kind.TEXT),
    "licence_status": Column("Licence status", Kind.TEXT),
    "licence_expiry": Column("Licence valid until", Kind.DAY),
}
"""By the field of `Party`."""


def row_value(party: Party, field: str) -> float | date | str | None:
    """What stands in the row; a share as a percentage (0..100), names with commas between. None where it is empty."""
    value = getattr(party, field)
    if isinstance(value, tuple):
        value = ", ".join(value)
    if COLUMNS[field].kind is Kind.PERCENT and value is not None:
        return round(float(value) * 100, 6)
    return None if value == "" else value
