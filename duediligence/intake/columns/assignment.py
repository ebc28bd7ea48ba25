"""One field for each column: what the headers mean together, and what the cells say where a header says little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from duediligence.intake.cells.text import text_of
from duediligence.intake.columns.inference import (
    LEAST_SHARE,
    SAMPLE,
    Guess,
    guess,
    holds_countries,
    holds_names,
    share_of,
)
from duediligence.intake.columns.party_kind import said_by
from duediligence.intake.structure.header import Header, HeaderCell
from duediligence.intake.words import KEPT, NOTHING, cell_words, header_key, is_filler
from duediligence.model import ColumnMeaning, NameType, PartyKind, column_letters
from duediligence.places import find_country, fold
from duediligence.tables import Row, Value

# Of these several columns may stand side by side; of every other field the surest column is taken.
SEVERAL = frozenset(
    {"other_names", "products", "identifiers", "owners", "agencies", "contact", "channels", "address_line"}
)

# Vague headers that also stand over countries.
_MAY_HOLD_COUNTRIES = frozenset({"region", "party_id"})
_VAGUE = 0.9
_NAMES = frozenset({"name", "legal_name", "site_name"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column in use. `index` counts from 0; `field` is empty where the values are kept as they are.

    `noted` says that the officer is told of a column that was not understood; `empty` that it holds nothing.
    """

    index: int
    header: str
    field: str
    kind: str
    confidence: float
    reason: str
    noted: bool = False
    empty: bool = False

    @property
    def meaning(self) -> ColumnMeaning:
        """The column as the report shows it."""
        return ColumnMeaning(self.index + 1, self.header, self.field, self.confidence, self.reason, self.kind)

    @property
    def unknown(self) -> bool:
        """Whether it holds values whose header says nothing."""
        return self.noted and not self.field

    def without_field(self, reason: str, *, noted: bool = False) -> Column:
        """The same column, its values kept as they are."""
        return replace(self, field="", kind="", reason=reason, noted=noted and not self.empty)

    def guessed(self, found: Guess) -> Column:
        """The same column, with what its cells give away."""
        sure = replace(self, confidence=found.confidence)
        if found.field == KEPT:
            return sure.without_field(f"{found.reason}: {found.kind}, kept as it is")
        if not found.field:
            return sure.without_field(f"{found.reason}; of what, the header does not say", noted=True)
        return replace(sure, field=found.field, kind=found.kind, reason=found.reason, noted=False)


def cells_of(rows: Sequence[Row], index: int) -> Iterator[Value]:
    """One column's cells, top to bottom, None where a row is shorter."""
    return (row.values[index] if index < len(row.values) else None for row in rows)


def values_of(rows: Sequence[Row], index: int) -> list[Value]:
    """All of one column's cells."""
    return list(cells_of(rows, index))


def understand(header: Header, rows: Sequence[Row], kind: PartyKind) -> tuple[Column, ...]:
    """A column for each header or value of the sheet, each field given to one column, or to several where it may be."""
    columns = [column for cell in header.cells if (column := _column(cell, rows))]
    if header.kind is None:
        columns = _by_words_and_cells(columns, rows, kind)
    named = labels((column.index + 1, column.header) for column in columns)
    return tuple(replace(column, header=label) for column, label in zip(_one_each(columns, rows), named, strict=True))


def _by_words_and_cells(columns: Sequence[Column], rows: Sequence[Row], kind: PartyKind) -> list[Column]:
    """The columns as their headers and cells together explain them; a saved mapping needs no explaining."""
    columns = _with_name(columns, rows, kind)
    columns = _name_roles(columns, kind)
    columns = [_checked_kind(_checked_type(column, rows), rows) for column in columns]
    columns = _licence_of_agencies(columns, kind)
    columns = _with_country(columns, rows)
    return _by_cells(columns, rows)


def _column(cell: HeaderCell, rows: Sequence[Row]) -> Column | None:
    index, meaning = cell.column - 1, cell.meaning
    text = "" if is_filler(cell.text) else cell.text
    empty = all(value is None for value in cells_of(rows, index))
    if not text and empty:
        return None
    reason = f"{meaning.reason if text else 'there is no header'}{'; the column holds nothing' if empty else ''}"
    column = Column(index, text, meaning.field, meaning.kind, meaning.confidence, reason, empty=empty)
    if meaning.field == KEPT:
        return column.without_field(f"{reason}: {meaning.kind}, kept as it is")
    return replace(column, noted=not empty) if meaning == NOTHING else column


def _with_name(columns: Sequence[Column], rows: Sequence[Row], kind: PartyKind) -> list[Column]:
    """Where no header says name, the only unknown column of names with legal forms is the party's."""
    has = {column.field for column in columns}
    if has & _NAMES or (kind is PartyKind.AGENCY and "agency_name" in has):
        return list(columns)
    unknown = [column for column in columns if column.unknown]
    found = {column.index: name for column in unknown if (name := holds_names(values_of(rows, column.index)))}
    if len(found) != 1:
        return list(columns)
    return [column.guessed(found[column.index]) if column.index in found else column for column in columns]


def _name_roles(columns: Sequence[Column], kind: PartyKind) -> list[Column]:
    """Whose name is whose, where a sheet names suppliers, their factories and their agencies."""
    has = {column.field for column in columns if not column.empty}
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
    if share_of(cells_of(rows, column.index), lambda text: name_type_of(text) is not NameType.UNKNOWN) >= LEAST_SHARE:
        return column
    return column.without_field("its cells are not kinds of persons and organisations", noted=True)


def _checked_kind(column: Column, rows: Sequence[Row]) -> Column:
    """A "Kind" column tells suppliers from agencies only if its cells say so."""
    if (
        column.field != "kind"
        or share_of(cells_of(rows, column.index), lambda text: bool(said_by(text))) >= LEAST_SHARE
    ):
        return column
    return column.without_field("its cells do not tell suppliers from agencies", noted=True)


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


def _with_country(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The country, where a vague header such as "Region" stands over countries and no other column holds them."""
    has = any(column.field == "country" and not column.empty for column in columns)
    return [
        column.guessed(Guess("country", "", f"{column.reason}, but its cells are countries ({counted})"))
        if not has
        and column.field in _MAY_HOLD_COUNTRIES
        and column.confidence <= _VAGUE
        and (counted := holds_countries(values_of(rows, column.index)))
        else column
        for column in columns
    ]


def _by_cells(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Columns with unknown headers whose cells give them away."""
    if not any(column.unknown for column in columns):
        return list(columns)
    taken = {column.field for column in columns if not column.empty} - {""}
    countries = _countries(columns, rows)
    found: list[Column] = []
    for column in columns:
        what = guess(values_of(rows, column.index), countries) if column.unknown else None
        if what and (what.field not in taken or what.field in SEVERAL):
            column = column.guessed(what)
            taken |= {column.field} - {""}
        found.append(column)
    return found


def _countries(columns: Sequence[Column], rows: Sequence[Row]) -> list[str]:
    """The country of each row, as its own column states it."""
    index = next((column.index for column in columns if column.field == "country"), None)
    if index is None:
        return [""] * len(rows)
    return [find_country(text_of(value)).code for value in values_of(rows, index)]


def _one_each(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Of the columns that want one field the surest keeps it: not an empty one; by header, by fill, the leftmost."""
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


def _sureness(column: Column, rows: Sequence[Row]) -> tuple[bool, bool, float, int]:
    """A name of figures is an id under a short header: SAP's `Vendor` beside `Vendor Name`."""
    values = list(islice(cells_of(rows, column.index), SAMPLE))
    figures = column.field == "name" and share_of(values, str.isdigit) >= LEAST_SHARE
    return not column.empty, not figures, column.confidence, sum(value is not None for value in values)


def labels(headers: Iterable[tuple[int, str]]) -> list[str]:
    """Headers, each with its column, made unique: `column D` for none, `Notes (2)` for a second of one text."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for column, header in headers:
        label = " ".join(header.split()) or f"column {column_letters(column)}"
        seen[label] = seen.get(label, 0) + 1
        found.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return found
