"""OpenSanctions' simplified table (`targets.simple.csv`): one row for each target, several values joined by `;`."""

from __future__ import annotations

import csv

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, NameRole, Problem, Severity
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries, country_code
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import ListRow, first_row, rows_of
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import day
from duediligence.watchlists.readers.opensanctions.common import KINDS, LIST

_NEEDED = frozenset({"id", "schema", "name", "aliases", "countries", "identifiers", "sanctions", "dataset"})


def recognise(sample: bytes) -> str:
    """`whole` for a table whose first line holds the simplified table's headers, else empty."""
    return "whole" if first_row(sample) >= _NEEDED else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for row in rows_of(file):
        if row["id"] and row["name"]:
            drafts.append(_draft(row))
        else:
            where = CellRef(file.name, row=row.number)
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, "the id or the name is empty"))
    unknown = UnknownCountries()
    entries = tuple(draft.finished(LIST, unknown) for draft in drafts)
    newest = max((draft.updated_on for draft in drafts if draft.updated_on), default=None)
    return ReadList(LIST, (file,), entries, None, newest, tuple(problems))


def _draft(row: ListRow) -> Draft:
    draft = Draft(row["id"], KINDS.get(row["schema"], EntryKind.UNKNOWN), raw=row.raw)
    draft.add_name(row["name"], NameRole.PRIMARY)
    for alias in _several(row["aliases"]):
        draft.add_name(alias)
    draft.countries += [(code, "address") for code in map(country_code, _several(row["countries"])) if code]
    draft.addresses += _several(row["addresses"])
    draft.birth_dates += _several(row["birth_date"])
    draft.numbers += [("other", number, "") for number in _several(row["identifiers"])]
    draft.programmes = tuple(_several(row["program_ids"]) or _several(row["dataset"]))
    draft.reasons += _several(row["sanctions"])
    draft.remarks += [f"Datasets: {row['dataset']}"] if row["dataset"] else []
    draft.listed_on, draft.updated_on = None, day(row["last_change"]) or day(row["last_seen"])
    return draft


def _several(text: str) -> list[str]:
    """The values of a cell; one that holds a `;` itself stands in quotes."""
    values = next(csv.reader([text], delimiter=";"), [])
    return [value for item in values if (value := item.strip())]


READER = Reader(recognise, one_for_each(read))
