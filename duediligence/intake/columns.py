"""One field for each column: what the headers mean together, and what the cells say where a header says little."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from duediligence.intake.header import Header, HeaderCell
from duediligence.intake.values import stated
from duediligence.intake.vocabulary import KEPT, NOTHING, cell_words, header_key
from duediligence.model import ColumnMeaning, NameType, PartyKind, column_letters
from duediligence.places import find_country
from duediligence.places.folding import fold
from duediligence.tables.sheets import Row, Value

# Of these several columns may stand side by side; of every other field the surest column is taken.
SEVERAL = frozenset(
    {"other_names", "products", "identifiers", "owners", "agencies", "contact", "channels", "address_line"}
)

_SAMPLE = 200
_LEAST_CELLS = 3
_LEAST_SHARE = 0.8
_BY_CELLS_CONFIDENCE = 0.7
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """One column in use. `index` counts from 0; `field` is empty where the values are kept as they are.

    `noted` says that the officer is told of a column that was not understood.
    """

    index: int
    header: str
    field: str
    kind: str
    confidence: float
    reason: str
    noted: bool = False

    @property
    def meaning(self) -> ColumnMeaning:
        """The column as the report shows it."""
        return ColumnMeaning(self.index + 1, self.header, self.field, self.confidence, self.reason, self.kind)

    def without_field(self, reason: str, *, noted: bool = False) -> Column:
        """The same column, its values kept as they are."""
        return replace(self, field="", kind="", reason=reason, noted=noted)


def values_of(rows: Sequence[Row], index: int) -> list[Value]:
    """One column's cells, top to bottom, None where a row is shorter."""
    return [row.values[index] if index < len(row.values) else None for row in rows]


def understand(header: Header, rows: Sequence[Row], kind: PartyKind) -> tuple[Column, ...]:
    """A column for each header or value of the sheet, each field given to one column, or to several where it may be."""
    columns = [column for cell in header.cells if (column := _column(cell, rows))]
    if header.kind is None:
        columns = _name_roles(columns, kind)
        columns = [_checked_type(column, rows) for column in columns]
        columns = _licence_of_agencies(columns, kind)
        columns = _by_cells(columns, rows)
    named = labels((column.index + 1, column.header) for column in columns)
    return tuple(replace(column, header=label) for column, label in zip(_one_each(columns, rows), named, strict=True))


def _column(cell: HeaderCell, rows: Sequence[Row]) -> Column | None:
    index, meaning = cell.column - 1, cell.meaning
    if not cell.text and not any(value is not None for value in values_of(rows, index)):
        return None
    column = Column(index, cell.text, meaning.field, meaning.kind, meaning.confidence, meaning.reason)
    if meaning.field == KEPT:
        return column.without_field(f"{meaning.reason}: {meaning.kind}, kept as it is")
    return replace(column, noted=True) if meaning == NOTHING else column


def _name_roles(columns: Sequence[Column], kind: PartyKind) -> list[Column]:
    """Whose name is whose, where a sheet names suppliers, their factories and their agencies."""
    has = {column.field for column in columns}
    agencies = kind is PartyKind.AGENCY and "agency_name" in has
    roles = {"agency_name": "name" if agencies or not has & {"name", "legal_name", "site_name"} else "agencies"}
    roles["legal_name"] = "other_names" if has & {"name", "site_name"} or agencies else "name"
    roles["site_name"] = "name"
    if "site_name" in has and "name" in has:
        roles["name"] = "" if "parent" in has else "parent"
    if agencies and "name" in has:
        roles["name"] = roles["site_name"] = ""
    return [_in_role(column, roles.get(column.field, column.field)) for column in columns]


def _in_role(column: Column, role: str) -> Column:
    if role == column.field:
        return column
    return replace(column, field=role) if role else column.without_field("another column holds the party's name")


def _checked_type(column: Column, rows: Sequence[Row]) -> Column:
    """A "Type" column is one of persons and organisations only if its cells say so."""
    if column.field != "name_type":
        return column
    if _share(values_of(rows, column.index), lambda text: name_type_of(text) is not NameType.UNKNOWN) >= _LEAST_SHARE:
        return column
    return column.without_field("its cells are not kinds of persons and organisations", noted=True)


@lru_cache(maxsize=1024)
def name_type_of(text: str) -> NameType:
    """`Company` → organisation, `Individual` → person, anything else unknown."""
    plain, words = fold(text), cell_words()
    if plain in {fold(word) for word in words.organisation}:
        return NameType.ORGANISATION
    return NameType.PERSON if plain in {fold(word) for word in words.person} else NameType.UNKNOWN


def _licence_of_agencies(columns: Sequence[Column], kind: PartyKind) -> list[Column]:
    """In a supplier's table "Status" and "Expiry" are a licence's only if the sheet has a licence or says so."""
    if kind is PartyKind.AGENCY or any(column.field == "licence" for column in columns):
        return list(columns)
    fields = {"licence_status", "licence_expiry"}
    reason = "the sheet has no licence that it could belong to"
    return [
        column.without_field(reason, noted=True)
        if column.field in fields and "licen" not in header_key(column.header)
        else column
        for column in columns
    ]


def _by_cells(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Columns with unknown headers whose cells give them away."""
    taken = {column.field for column in columns}
    found: list[Column] = []
    for column in columns:
        guess = _guess(values_of(rows, column.index)) if column.noted and not column.field else ("", "")
        if guess[0] and guess[0] not in taken:
            taken.add(guess[0])
            column = replace(
                column, field=guess[0], confidence=_BY_CELLS_CONFIDENCE, reason=f"its cells are {guess[1]}", noted=False
            )
        found.append(column)
    return found


def _guess(values: Sequence[Value]) -> tuple[str, str]:
    tests: Mapping[tuple[str, str], Callable[[str], bool]] = {
        ("country", "countries"): _is_country,
        ("contact", "e-mail addresses"): lambda text: bool(_EMAIL.match(text)),
        ("website", "web addresses"): lambda text: bool(_URL.match(text)),
    }
    return next((field for field, test in tests.items() if _share(values, test) >= _LEAST_SHARE), ("", ""))


def _is_country(text: str) -> bool:
    reading = find_country(text)
    return bool(reading.code) and not reading.suggestion


def _share(values: Iterable[Value], test: Callable[[str], bool]) -> float:
    """The share of the first stated cells that pass; 0 for too few to tell."""
    texts = [text for value in values if (text := stated(value))][:_SAMPLE]
    return sum(map(test, texts)) / len(texts) if len(texts) >= _LEAST_CELLS else 0.0


def _one_each(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Of the columns that want one field the surest keeps it: by header, then by how full it is, then the leftmost."""
    best: dict[str, Column] = {}
    for column in columns:
        if column.field and column.field not in SEVERAL:
            best[column.field] = max(best.get(column.field, column), column, key=lambda item: _sureness(item, rows))
    return [
        column
        if not column.field or column.field in SEVERAL or column is best[column.field]
        else column.without_field(
            f"column {column_letters(best[column.field].index + 1)} is used for the {column.field}"
        )
        for column in columns
    ]


def _sureness(column: Column, rows: Sequence[Row]) -> tuple[float, int]:
    filled = sum(value is not None for value in values_of(rows, column.index)[:_SAMPLE])
    return column.confidence, filled


def labels(headers: Iterable[tuple[int, str]]) -> list[str]:
    """Headers, each with its column, made unique: `column D` for none, `Notes (2)` for a second of one text."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for column, header in headers:
        label = " ".join(header.split()) or f"column {column_letters(column)}"
        seen[label] = seen.get(label, 0) + 1
        found.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return found
