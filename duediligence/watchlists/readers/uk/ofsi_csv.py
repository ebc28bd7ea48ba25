"""The consolidated list of asset-freeze targets of the UK Treasury's OFSI (`ConList.csv`, closed in January 2026).

`Last Updated` and its date, then the headers, then one row for each name and address of a target; `Group ID` joins
them. The columns of before 2022 (29) and since (36) are told by their headers alone. The list stands apart from the
UK Sanctions List (`UK`), which has its own numbers and other entries: neither is an edition of the other.
"""

from __future__ import annotations

import re
from functools import partial

from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import csv_table, has_headers
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import european_day
from duediligence.watchlists.readers.uk.common import UkRecord
from duediligence.watchlists.readers.uk.csv import Rows, UkColumns, gathered

LIST = "UK-OFSI"
_NUMBER = "Group ID"
_NEEDED = (_NUMBER, "Name 6", "Group Type", "Alias Type", "Regime")
_HEADERS = {
    "Title": "Title",
    "DOB": "D.O.B",
    "Town of Birth": "Town of birth",
    "Country of Birth": "Country of birth",
    "Nationality": "Nationality(/ies)",
    "Passport Number": "Passport number",
    "NI Number": "National Identifier number",
    "National Identification Number": "National Identifier number",
    "National Identification Details": "National Identifier additional information",
    "Position": "Position",
    "Group Type": "Designation Type",
    "Regime": "Regime Name",
    "Listed On": "Date Designated",
    "Last Updated": "Last Updated",
    "Other Information": "Other Information",
}
"""The headers of the UK Sanctions List for the facts that stand under these."""
_COLUMNS = UkColumns(
    number=_NUMBER,
    name_type="Alias Type",
    name_quality="Alias Quality",
    address=(*(f"Address {place}" for place in range(1, 7)), "Post/Zip Code", "Country"),
    other_script="Name Non-Latin Script",
    script_language="Non-Latin Script Language",
)
_LABELLED = re.compile(r"\(([A-Z][^():]{2,60})\):\s*(.*?)(?=\s*\([A-Z][^():]{2,60}\):|$)", re.DOTALL)
_LABELS = {
    "UK Statement of Reasons": "UK Statement of Reasons",
    "UN Ref": "UN Reference Number",
    "IMO number": "IMO number",
    "Business Reg No": "Business registration number (s)",
    "Parent company": "Parent company",
    "Subsidiaries": "Subsidiaries",
}
"""Facts inside `Other Information`: `(UK Statement of Reasons):...`."""


def recognise(sample: bytes) -> str:
    """`whole` for a table with OFSI's headers, else empty."""
    return "whole" if has_headers(sample, _NEEDED) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    table = csv_table(file, _NEEDED)
    record = partial(_record, numbers_apart="Passport Number" in table.headers)
    stated = next((when for cell in table.before if (when := european_day(cell))), None)
    return gathered(LIST, file, table, _COLUMNS, record).read_list(stated)


def _record(number: str, rows: Rows, *, numbers_apart: bool) -> UkRecord:
    passports = "Passport additional information" if numbers_apart else "Passport number"
    headers = {**_HEADERS, "Passport Details": passports}
    facts: dict[str, dict[str, None]] = {}
    for row in rows:
        for header, ours in headers.items():
            if text := row.get(header, "").strip():
                facts.setdefault(ours, {})[text] = None
        for label, text in _LABELLED.findall(row.get("Other Information", "")):
            if (ours := _LABELS.get(label, "")) and text.strip():
                facts.setdefault(ours, {})[text.strip(" .") if "Reasons" not in label else text.strip()] = None
    return _COLUMNS.record(number, facts, rows)


READER = Reader(recognise, one_for_each(read))
