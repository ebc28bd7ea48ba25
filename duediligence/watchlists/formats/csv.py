"""Tables of a list that is published as CSV with a header: recognised by their headers, read row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import StringIO

from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import compact_json, damaged, decoded, squeezed

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


LONGEST_CELL = 10_000_000
"""Characters. The programme texts of large compilations exceed the 131,072 that Python's csv allows."""


@dataclass(frozen=True)
class ListRow:
    """One row: its record number in the file (from 1, the header included) and its values by the publisher's header."""

    number: int
    given: Mapping[str, str]

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {header.casefold(): value for header, value in self.given.items()}

    def __getitem__(self, header: str) -> str:
        """The value under a header, whatever its case, blanks squeezed; empty when there is none."""
        return self._folded.get(header.casefold(), "")

    @property
    def raw(self) -> str:
        """The row as JSON by header, empty cells left out."""
        return compact_json({header: value for header, value in self.given.items() if value})


def first_row(sample: bytes, delimiter: str = ",") -> frozenset[str]:
    """The headers in a file's first line, in lower case; empty when it cannot be read as such a line."""
    line = decoded(first_line(sample)).lstrip("\r\n").splitlines()[:1]
    try:
        return frozenset(folded_headers(next(csv.reader(line, delimiter=delimiter), [])))
    except csv.Error:
        return frozenset()


def first_line(sample: bytes) -> bytes:
    """At least the first line that is not empty: so that a letter cut at the sample's end does not matter."""
    utf_16 = sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    return sample if utf_16 else sample.lstrip(b"\r\n").partition(b"\n")[0]


def folded_headers(row: list[str]) -> list[str]:
    """Headers as they are compared: blanks squeezed, lower case."""
    return [squeezed(cell).casefold() for cell in row]


def rows_of(file: ListFile, delimiter: str = ",") -> Iterator[ListRow]:
    """Every row below the header that is not empty.

    Raises `InputRefused` (LIST_DAMAGED): no line end after the last record, a row that has more or fewer columns than
    the header, quotes that do not close.
    """
    text = decoded(file.data)
    if not text.endswith(("\n", "\r")):
        raise damaged(file.name, "the last record has no line end")
    before = csv.field_size_limit(LONGEST_CELL)
    headers: list[str] = []
    number = 0
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), start=1):
            if not any(cell.strip() for cell in row):
                continue
            if not headers:
                headers = [squeezed(cell) for cell in row]
            elif len(row) != len(headers):
                raise damaged(file.name, f"record {number} has {len(row)} columns, not {len(headers)}")
            else:
                yield ListRow(number, dict(zip(headers, map(squeezed, row), strict=True)))
    except csv.Error as error:
        raise damaged(file.name, f"the quotes after record {number} do not close") from error
    finally:
        csv.field_size_limit(before)


def stable_id(prefix: str, *said: str) -> str:
    """An id for a list that gives none: `prefix` and ten hex digits of a hash of what the publisher wrote."""
    return f"{prefix}-{sha256('|'.join(said).encode()).hexdigest()[:10]}"
