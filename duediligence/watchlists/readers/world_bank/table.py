"""The World Bank's list of ineligible firms and individuals as the page exports it (XLS, XLSX or CSV).

Title lines may stand above the header; the two days may stand under one merged title.
"""

from __future__ import annotations

from duediligence.tables import Sheet
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import folded_headers
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged
from duediligence.watchlists.formats.workbook import rows_below, sheets_of, table_in, texts
from duediligence.watchlists.readers.world_bank.common import read_rows

_COLUMNS = {
    **{"name": "Firm Name", "added": "Additional Firm Info", "address": "Address", "country": "Country"},
    **{"from": "From Date", "to": "To Date", "grounds": "Grounds"},
}
_NEEDED = frozenset({"firm name", "country", "from date", "to date", "grounds"})
_LAST_HEADER = 20
"""Rows in which the header is looked for."""


def recognise(sample: bytes) -> str:
    """`whole` for a table with the export's header in its first rows, else empty."""
    if not _words(sample) >= _NEEDED_WORDS and not sample.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return ""
    table = table_in(sample)
    return "whole" if table and any(_header(sheet) is not None for sheet in table.sheets) else ""


_NEEDED_WORDS = frozenset({b"firm name", b"from date", b"grounds"})


def _words(sample: bytes) -> set[bytes]:
    text = sample[:8192].replace(b"\0", b"").lower()
    return {word for word in _NEEDED_WORDS if word in text}


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    if not file.data.startswith((b"PK", b"\xd0\xcf")) and not file.data.rstrip(b"\0").endswith((b"\n", b"\r")):
        raise damaged(file.name, "the last record has no line end")
    found = ((sheet, _header(sheet)) for sheet in sheets_of(file))
    rows = (row for sheet, header in found if header is not None for row in rows_below(file, sheet, header))
    return read_rows(file, rows, _COLUMNS)


def _header(sheet: Sheet) -> int | None:
    first = sheet.rows[:_LAST_HEADER]
    return next((n for n, row in enumerate(first) if set(folded_headers(texts(row.values))) >= _NEEDED), None)


READER = Reader(recognise, one_for_each(read))
