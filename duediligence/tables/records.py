"""The records of a delimited text, and what a missing quotation mark did to them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

Record = list[str]

_END = "\0"
"""A last line that the text itself cannot hold. When it comes back inside a value, a quote was never closed."""

_FEWEST_COLUMNS = 4
"""In narrower tables a few separators in a text of many lines, such as an address, say nothing."""


def read_records(text: str, separator: str) -> tuple[list[Record], int]:
    """The records, and the number of the one with a quote that is never closed (0: none).

    Such a quote would swallow the rest of the file as one value, so it is closed at the end of its line and what
    follows is read again.
    """
    lines = list(io.StringIO(text, newline=""))
    records, first_line = _parse(lines, separator)
    if first_line is None:
        return records, 0
    mended = lines[first_line].rstrip("\r\n") + '"\n'
    rest, _ = _parse([mended, *lines[first_line + 1 :]], separator)
    return records + rest, len(records) + 1


def swallowed_rows(records: list[Record], separator: str) -> Iterator[tuple[int, str]]:
    """Number and longest cell of each record of several lines that has as many separators as so many rows would.

    There a stray quote opened a value and another one closed it some rows later.
    """
    widths = Counter(map(len, records))
    width = max(widths, key=lambda size: (widths[size], size), default=0)
    if width < _FEWEST_COLUMNS:
        return
    for number, record in enumerate(records, start=1):
        lines = 1 + sum(cell.count("\n") for cell in record)
        if lines > 1:
            inside = sum(cell.count(separator) for cell in record)
            if inside + len(record) - 1 >= lines * (width - 1):
                yield number, max(record, key=len)


def _parse(lines: list[str], separator: str) -> tuple[list[Record], int | None]:
    """The records, and the first line of a last one that is still open (it is not among them)."""
    ended = lines if not lines or lines[-1].endswith(("\n", "\r")) else [*lines[:-1], lines[-1] + "\n"]
    reader = csv.reader([*ended, _END], delimiter=separator)
    records: list[Record] = []
    first_line = 0
    for record in reader:
        if reader.line_num > len(lines):
            return records, (None if record == [_END] else first_line)
        records.append(record)
        first_line = reader.line_num
    return records, None
