"""A list that the user's own house keeps (CSV or a workbook), in the columns of a supplier table.

One clear rule tells it from a supplier list: the first cell of its first filled line reads `duediligence house list`.
The cells beside it may say who keeps the list and of what date it is; the next line holds the headers
(house_columns.yaml). Every entry must say who says so: in its `source`, or else the list's keeper does. A row without
a name, or without anyone who says so, is not used and is named. Nothing in it is official, and every entry says that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, NameRole, Problem, Severity
from duediligence.resources import load_validated, package_file
from duediligence.tables import Sheet
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import ListRow, first_line, stable_id
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import birth_date, damaged, day, decoded, squeezed
from duediligence.watchlists.formats.workbook import rows_below, sheets_of, table_in, texts

LIST = "HOUSE"
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SEVERAL = re.compile(r"\s*[;|\n]\s*")
_NUMBERS = {"identifiers": "registration", "lei": "lei", "tax": "tax", "vat": "vat", "cnpj": "cnpj", "imo": "imo"}


@dataclass(frozen=True, slots=True)
class HouseColumns:
    """house_columns.yaml: the title, the headers of each field, the words for each kind of entry."""

    title: str
    columns: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, tuple[str, ...]]


@cache
def house_columns() -> HouseColumns:
    """The words in force."""
    return load_validated(package_file("watchlists", "readers", "house_columns.yaml"), HouseColumns)


def recognise(sample: bytes) -> str:
    """`whole` for a table whose first filled cell is the title of a house list, else empty."""
    title = house_columns().title
    if not sample.startswith(_WORKBOOK):
        start = decoded(first_line(sample)).lstrip("\ufeff \"'\t").casefold()
        return "whole" if re.match(rf"{title}(?=$|[\s\"',;|])", start) else ""
    table = table_in(sample)
    return "whole" if table and any(_titled(sheet) for sheet in table.sheets) else ""


def _titled(sheet: Sheet) -> bool:
    first = texts(sheet.rows[0].values) if sheet.rows else []
    return next(filter(None, first), "").casefold() == house_columns().title


def read(file: ListFile) -> ReadList:
    """The list in the file. Raises `InputRefused` (LIST_DAMAGED): no line of headers with a name in it."""
    sheet = next(sheet for sheet in sheets_of(file) if _titled(sheet))
    beside = list(filter(None, texts(sheet.rows[0].values)))[1:]
    stated = next((when for text in beside if (when := day(text))), None)
    keeper = next((text for text in beside if not day(text)), "")
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for where, row in _rows(file, sheet):
        draft = _draft(row, keeper)
        wrong = _missing(draft, row, keeper, drafts)
        if wrong:
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, wrong))
        else:
            drafts.append(draft)
    unknown = UnknownCountries()
    entries = tuple(draft.finished(LIST, unknown) for draft in drafts)
    newest = None if stated else max((draft.listed_on for draft in drafts if draft.listed_on), default=None)
    notice = (
        f"{LIST}: {file.name} is the user's own list, kept by {keeper or 'those whom it names'}; not an official one."
    )
    return ReadList(LIST, (file,), entries, stated, newest, (*problems, *unknown.problems(file.name)), (notice,))


def _rows(file: ListFile, sheet: Sheet) -> Iterator[tuple[CellRef, ListRow]]:
    if len(sheet.rows) < 2 or not _of(ListRow(1, dict.fromkeys(texts(sheet.rows[1].values), "x")), "name"):
        raise damaged(file.name, "the line below its title holds no header `name`")
    yield from rows_below(file, sheet, 1)


def _missing(draft: Draft, row: ListRow, keeper: str, before: Sequence[Draft]) -> str:
    if not draft.names:
        return "the name is empty"
    if not (_of(row, "source") or keeper):
        return f"{draft.names[0].text}: nobody is named who says so"
    return f"{draft.entry_id} stands there twice" if any(draft.entry_id == item.entry_id for item in before) else ""


def _of(row: ListRow, field: str) -> str:
    """The value under the first filled header of a field."""
    return next((value for header in house_columns().columns[field] if (value := row[header])), "")


def _draft(row: ListRow, keeper: str) -> Draft:
    name, source = _of(row, "name"), _of(row, "source") or keeper
    draft = Draft(
        _of(row, "id") or stable_id("HOUSE", LIST, name, _of(row, "country"), source), _kind(row), raw=row.raw
    )
    draft.add_name(name, NameRole.PRIMARY)
    for other in _SEVERAL.split(_of(row, "other names")):
        draft.add_name(squeezed(other))
    country = _of(row, "country")
    draft.countries.append((country, "address"))
    draft.addresses += filter(None, [_of(row, "address")])
    for field, kind in _NUMBERS.items():
        draft.numbers += [(kind, number, country) for number in _SEVERAL.split(_of(row, field)) if number]
    draft.birth_dates += [birth_date(born)] if (born := _of(row, "birth date")) else []
    draft.programmes = ("own list",)
    draft.listed_on, draft.ends_on = day(_of(row, "date")), day(_of(row, "ends"))
    draft.reasons += filter(None, [_of(row, "reason")])
    draft.remarks += filter(None, [f"Own list, not official; source: {source}", _of(row, "note")])
    return draft


def _kind(row: ListRow) -> EntryKind:
    said = _of(row, "kind").casefold()
    return next((EntryKind(kind) for kind, words in house_columns().kinds.items() if said in words), EntryKind.UNKNOWN)


READER = Reader(recognise, one_for_each(read))
