"""The UK Sanctions List of the Foreign, Commonwealth and Development Office, as CSV.

`Report Date: ...`, then the headers, then one row for each name, address or other repeated fact; `Unique ID` joins
them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from duediligence.watchlists.csv_rows import csv_table, grouped, has_headers, json_of
from duediligence.watchlists.files import ListFile
from duediligence.watchlists.gathering import Gathering
from duediligence.watchlists.reading import Reader, ReadList, one_for_each
from duediligence.watchlists.text import european_day, squeezed
from duediligence.watchlists.uk import FACTS, UkName, UkRecord, draft_of, whole_name

LIST = "UK"
_NUMBER = "Unique ID"
_NEEDED = (_NUMBER, "OFSI Group ID", "Name 6", "Name type", "Regime Name")
_ADDRESS = (*(f"Address Line {place}" for place in range(1, 7)), "Address Postal Code", "Address Country")
_OLD_HEADERS = {"Individual, Entity, Ship": "Designation Type"}
_DATE = re.compile(r"\d{1,2}[-/ ]\w{2,9}[-/ ]\d{4}|\d{4}-\d{2}-\d{2}")


def recognise(sample: bytes) -> str:
    """`whole` for a table with the list's headers, else empty."""
    return "whole" if has_headers(sample, _NEEDED) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    table = csv_table(file, _NEEDED)
    found, gathering = grouped(table, _NUMBER), Gathering(LIST, file)
    for row in found.unnumbered:
        gathering.lose(f"a row without {_NUMBER}", row)
    for number, rows in found.entries.items():
        gathering.take(draft_of(_record(number, rows)))
    return gathering.read_list(_report_date(" ".join(table.before)))


def _record(number: str, rows: Sequence[dict[str, str]]) -> UkRecord:
    facts: dict[str, dict[str, None]] = {}
    for row in rows:
        for written, text in row.items():
            if (header := _OLD_HEADERS.get(written, written)) in FACTS and (said := text.strip()):
                facts.setdefault(header, {})[said] = None
    record = UkRecord(number, facts={header: list(texts) for header, texts in facts.items()}, raw=json_of(rows))
    for row in rows:
        record.names.append(UkName(whole_name(row), row.get("Name type", ""), row.get("Alias strength", "")))
        if address := ", ".join(filter(None, (squeezed(row.get(part)) for part in _ADDRESS))):
            record.addresses.append((address, row.get("Address Country", "")))
    record.names += [name for row in rows if (name := _other_script(row)).text]
    return record


def _other_script(row: dict[str, str]) -> UkName:
    return UkName(squeezed(row.get("Name non-latin script")), language=row.get("Non-latin script language", "").strip())


def _report_date(text: str) -> date | None:
    found = _DATE.search(text)
    return european_day(found[0]) if found else None


READER = Reader(recognise, one_for_each(read))
