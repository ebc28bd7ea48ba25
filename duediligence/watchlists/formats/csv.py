"""Tables of a list that is published as CSV with a header: recognised by their headers, read row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, decoded, squeezed

_LINES_BEFORE_HEADER = 1
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table's headers as published, the text before them (`Last Updated`, `12/02/2016`), and its rows.

    `rows` gives (record number in the file, cells), each as wide as the headers; it can be run through once.
    """

    headers: tuple[str, ...]
    before: tuple[str, ...]
    rows: Iterator[tuple[int, list[str]]]

    def values(self, cells: list[str]) -> dict[str, str]:
        """The cells that are not empty, by header."""
        return {header: cell for header, cell in zip(self.headers, cells, strict=True) if cell}


@dataclass(frozen=True, slots=True)
class Grouped:
    """The rows of each entry by its number, in the order of their first rows, and the records without a number."""

    entries: dict[str, list[dict[str, str]]]
    unnumbered: tuple[int, ...]


def grouped(table: CsvTable, number_header: str) -> Grouped:
    """The table's rows, those with one number together wherever they stand."""
    entries: dict[str, list[dict[str, str]]] = {}
    unnumbered: list[int] = []
    for number, cells in table.rows:
        row = table.values(cells)
        if key := row.get(number_header, "").strip():
            entries.setdefault(key, []).append(row)
        elif row:
            unnumbered.append(number)
    return Grouped(entries, tuple(unnumbered))


def text_in(data: bytes) -> str:
    """The text of a file in UTF-16 (with its mark), UTF-8 or cp1252."""
    return data.decode("utf-16", errors="replace") if data.startswith(_UTF16_MARKS) else decoded(data)


def has_headers(sample: bytes, needed: Collection[str], delimiter: str = ",") -> bool:
    """Whether one of the first two records of a file that begins with the sample holds all these headers."""
    whole_lines = sample[: sample.rfind(b"\n") + 1] if not sample.startswith(_UTF16_MARKS) else sample
    rows = csv.reader(StringIO(text_in(whole_lines), newline=""), delimiter=delimiter)
    try:
        return any(_holds(row, needed) for row, _ in zip(rows, range(_LINES_BEFORE_HEADER + 1), strict=False))
    except csv.Error:
        return False


def csv_table(file: ListFile, needed: Collection[str], delimiter: str = ",") -> CsvTable:
    """The table of a file that `has_headers`.

    Raises `InputRefused` (LIST_DAMAGED), also while the rows are read, for a file that shows that it was cut off: a
    last record without a line end or a closing quote, quotes that do not close, a record that is not as wide as the
    headers.
    """
    text = text_in(file.data)
    if not text.endswith(("\n", "\r", '"')):
        raise damaged(file.name, "the last record has no line end")
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before: list[str] = []
    for row in reader:
        if _holds(row, needed):
            headers = tuple(squeezed(cell) for cell in row)
            return CsvTable(headers, tuple(before), _rows(file, reader, len(before) and 1, len(headers)))
        before += row
    raise damaged(file.name, "the headers are missing")


def json_of(rows: Iterable[Mapping[str, str]]) -> str:
    """The publisher's rows as compact JSON: one object, or a list of several."""
    kept = list(rows)
    return json.dumps(kept[0] if len(kept) == 1 else kept, ensure_ascii=False, separators=(",", ":"))


def _holds(row: list[str], needed: Collection[str]) -> bool:
    found = {squeezed(cell).casefold() for cell in row}
    return all(header.casefold() in found for header in needed)


def _rows(file: ListFile, reader: Iterator[list[str]], skipped: int, width: int) -> Iterator[tuple[int, list[str]]]:
    number = skipped + 1
    try:
        for number, row in enumerate(reader, start=skipped + 2):
            if len(row) == width:
                yield number, row
            elif any(row):
                raise damaged(file.name, f"record {number} has {len(row)} columns, not {width}")
    except csv.Error as error:
        raise damaged(file.name, f"the quotes after record {number} do not close") from error
