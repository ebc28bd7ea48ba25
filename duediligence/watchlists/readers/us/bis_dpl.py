"""The Denied Persons List of the US Bureau of Industry and Security (`dpl.txt`, columns parted by tabs).

One row for each address of a denied party; rows of one name and one effective date are one entry. BIS gives no number,
so the id is a hash of those two, and does not say which parties are persons. A row without a country, but with a
state, is an address in the United States.
"""

from __future__ import annotations

from datetime import date

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, Problem, Severity
from duediligence.watchlists.entries.aliases import with_other_names
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import ListRow, first_row, rows_of, stable_id
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import day
from duediligence.watchlists.readers.us.cbp_wro import variants

LIST = "US-DPL"
_NEEDED = frozenset({"name", "street_address", "effective_date", "expiration_date", "standard_order", "fr_citation"})
_NO_UPDATE = date(2100, 1, 1)
_ADDRESS = ("Street_Address", "City", "State", "Postal_Code", "Country")
_REMARKED = {"Standard_Order": "Standard order", "Action": "Action", "FR_Citation": "Federal Register"}


def recognise(sample: bytes) -> str:
    """`whole` for a table by tabs whose first line holds BIS's headers, else empty."""
    return "whole" if first_row(sample, "\t") >= _NEEDED else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    for row in rows_of(file, "\t"):
        if row["Name"]:
            number = stable_id("DPL", LIST, row["Name"], row["Effective_Date"])
            _add_row(drafts.setdefault(number, Draft(number, EntryKind.UNKNOWN)), row)
            if _slipped(row["Last_Update"]):
                found = f"Last_Update {row['Last_Update']}; the entry is used without it"
                problems.append(_unreadable(file, row, found, Severity.WARNING))
        else:
            problems.append(_unreadable(file, row, "the name is empty", Severity.ERROR))
    unknown = UnknownCountries()
    entries = tuple(draft.finished(LIST, unknown) for draft in drafts.values())
    newest = max((draft.listed_on for draft in drafts.values() if draft.listed_on), default=None)
    return ReadList(LIST, (file,), entries, None, newest, (*problems, *unknown.problems(file.name)))


def _add_row(draft: Draft, row: ListRow) -> None:
    name, others = with_other_names(row["Name"])
    for variant in variants(name):
        draft.add_name(variant.text, variant.role, weak=variant.weak)
    for other, role in others:
        draft.add_name(other, role)
    draft.add_name(row["Name"] if others else name)
    draft.programmes = ("Denied Persons",)
    draft.listed_on, draft.ends_on = day(row["Effective_Date"]), day(row["Expiration_Date"])
    updated = None if _slipped(row["Last_Update"]) else day(row["Last_Update"])
    draft.updated_on = max((when for when in (draft.updated_on, updated) if when), default=None)
    draft.addresses += filter(None, [", ".join(filter(None, (row[header] for header in _ADDRESS)))])
    draft.countries.append((row["Country"] or ("US" if row["State"] else ""), "address"))
    said = (f"{label}: {row[header]}" for header, label in _REMARKED.items() if row[header])
    draft.remarks += [remark for remark in said if remark not in draft.remarks]
    draft.raw = "\n".join(filter(None, (draft.raw, row.raw)))


def _slipped(text: str) -> bool:
    """A day of an update that is none: the list holds `3017-08-22` for 2017."""
    when = day(text)
    return when is not None and when >= _NO_UPDATE


def _unreadable(file: ListFile, row: ListRow, found: str, severity: Severity) -> Problem:
    return Problem(Code.LIST_ENTRY_UNREADABLE, severity, CellRef(file.name, row=row.number), found)


READER = Reader(recognise, one_for_each(read))
