"""Rows of a list that is a delimited text with a header, each with its number and its values by header."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import StringIO

from duediligence.watchlists.formats.raw_part import compact_json
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, decoded, squeezed

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
