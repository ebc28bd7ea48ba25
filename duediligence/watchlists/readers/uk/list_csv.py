"""The UK Sanctions List of the Foreign, Commonwealth and Development Office, as CSV.

`Report Date: ...`, then the headers, then one row for each name, address or other repeated fact; `Unique ID` joins
them.
"""

from __future__ import annotations

import re
from datetime import date

from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import csv_table, has_headers
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import european_day
from duediligence.watchlists.readers.uk.common import FACTS, UkRecord
from duediligence.watchlists.readers.uk.csv import Rows, UkColumns, gathered

LIST = "UK"
_NUMBER = "Unique ID"
_NEEDED = (_NUMBER, "OFSI Group ID", "Name 6", "Name type", "Regime Name")
_COLUMNS = UkColumns(
    number=_NUMBER,
    name_type="Name type",
    name_quality="Alias strength",
    address=(*(f"Address Line {place}" for place in range(1, 7)), "Address Postal Code", "Address Country"),
    other_script="Name non-latin script",
    script_language="Non-latin script language",
)
_OLD_HEADERS = {"Individual, Entity, Ship": "Designation Type"}
_DATE = re.compile(r"\d{1,2}[-/ ]\w{2,9}[-/ ]\d{4}|\d{4}-\d{2}-\d{2}")


def recognise(sample: bytes) -> str:
    """`whole` for a table with the list's headers, else empty."""
    return "whole" if has_headers(sample, _NEEDED) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    table = csv_table(file, _NEEDED)
    return gathered(LIST, file, table, _COLUMNS, _record).read_list(_report_date(" ".join(table.before)))


def _record(number: str, rows: Rows) -> UkRecord:
    facts: dict[str, dict[str, None]] = {}
    for row in rows:
        for written, text in row.items():
            if (header := _OLD_HEADERS.get(written, written)) in FACTS and (said := text.strip()):
                facts.setdefault(header, {})[said] = None
    return _COLUMNS.record(number, facts, rows)


def _report_date(text: str) -> date | None:
    found = _DATE.search(text)
    return european_day(found[0]) if found else None


READER = Reader(recognise, one_for_each(read))
