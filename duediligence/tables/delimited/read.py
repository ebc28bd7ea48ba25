"""Delimited text (csv, tsv and their kin) → one sheet.

A row's number is its record's number, counting blank lines, as a spreadsheet program would show it: a value
with line breaks inside quotes is one row.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.settings import Settings
from duediligence.tables.delimited.dialect import find_separator
from duediligence.tables.delimited.encoding import Decoded, decode
from duediligence.tables.limits import Extent
from duediligence.tables.problems import damage, encoding_guessed
from duediligence.tables.sheets import Row, Sheet, make_row
from duediligence.tables.values import Tidier

Record = list[str]

_END = "\0"
"""A last line that the text itself cannot hold. When it comes back inside a value, a quote was never closed."""

_FEWEST_COLUMNS = 4
"""In narrower tables a few separators in a text of many lines, such as an address, say nothing."""

_PIECE = 1_000_000
"""Characters that are parted into lines at a time, so that a long text is not held twice."""


class Records:
    """The records, once, in order. What follows is complete when the last one was given.

    `mended` is the number of the record with a quote that is never closed (0: none). Such a quote would swallow the
    rest of the file as one value, so it is closed at the end of its line and what follows is read again.
    """

    def __init__(self, text: str, separator: str, start: int = 0) -> None:
        self.mended = 0
        self._text = text
        self._separator = separator
        self._start = start
        self._widths: Counter[int] = Counter()
        self._tall: list[tuple[int, Record]] = []

    def __iter__(self) -> Iterator[Record]:
        open_line = yield from self._parsed(self._lines(), first=1)
        if open_line is not None:
            self.mended = self._widths.total() + 1
            lines = islice(self._lines(), open_line, None)
            mended = next(lines).rstrip("\r\n") + '"\n'
            yield from self._parsed(chain([mended], lines), first=self.mended)

    @property
    def extent(self) -> Extent:
        """How many records, the longest one's length, and all cells."""
        cells = sum(width * count for width, count in self._widths.items())
        return Extent(self._widths.total(), max(self._widths, default=0), cells)

    def swallowed(self) -> Iterator[tuple[int, str]]:
        """Number and longest cell of each record of several lines that has as many separators as so many rows would.

        There a stray quote opened a value and another one closed it some rows later.
        """
        width = max(self._widths, key=lambda size: (self._widths[size], size), default=0)
        for number, record in self._tall if width >= _FEWEST_COLUMNS else ():
            lines = 1 + sum(cell.count("\n") for cell in record)
            inside = sum(cell.count(self._separator) for cell in record)
            if lines > 1 and inside + len(record) - 1 >= lines * (width - 1):
                yield number, max(record, key=len)

    def _lines(self) -> Iterator[str]:
        """The lines with their ends; the last has one too."""
        start, text = self._start, self._text
        while start < len(text):
            end = text.find("\n", start + _PIECE) + 1 or len(text)
            ended = end < len(text) or text.endswith(("\n", "\r"))
            yield from io.StringIO(text[start:end] if ended else text[start:end] + "\n", newline="")
            start = end

    def _parsed(self, lines: Iterable[str], first: int) -> Generator[Record, None, int | None]:
        """The records; then the first line of a last one that is still open, which is not among them."""
        reader = csv.reader(chain(lines, [_END]), delimiter=self._separator)
        line = 0
        for number, record in enumerate(reader, first):
            if record and _END in record[-1]:
                return None if record == [_END] else line
            self._widths[len(record)] += 1
            if reader.line_num - line > 1:
                self._tall.append((number, record))
            line = reader.line_num
            yield record
        return None


LONGEST_CELL = 1_000_000
"""Characters in one cell; Excel's own limit is 32,767."""

_CHECK_THE_ROW = "Look at this row in a text editor; a quotation mark seems to be missing or too many."


def read_delimited(path: Path, settings: Settings) -> tuple[Sheet, tuple[Problem, ...]]:
    """The file's one sheet, without a name, and what had to be guessed or was damaged. Raises `InputRefused`."""
    file = path.name
    decoded = decode(path.read_bytes(), file)
    text = decoded.text.replace("\0", "").rstrip("\x1a")
    problems = list(_encoding_problems(file, decoded))
    with _longer_cells(file):
        separation = find_separator(text)
        records = Records(text, separation.separator, separation.start)
        rows = tuple(_rows(records))
    records.extent.check(settings, file)
    if records.mended:
        where = CellRef(file, "", records.mended)
        problems.append(damage(where, "a quotation mark that is never closed", _CHECK_THE_ROW))
    for number, cell in records.swallowed():
        problems.append(damage(CellRef(file, "", number), cell[:60], _CHECK_THE_ROW))
    return Sheet("", rows), tuple(problems)


def _rows(records: Records) -> Iterator[Row]:
    tidy = Tidier(str.strip)  # NUL is gone by now
    for number, record in enumerate(records, start=1):
        values = tidy.text_row(record)
        if values:
            yield make_row(number, values)


def _encoding_problems(file: str, decoded: Decoded) -> Iterator[Problem]:
    if decoded.guessed:
        yield encoding_guessed(file, decoded.encoding)
    if decoded.bad:
        found = f"{decoded.bad} characters that are not {decoded.encoding}"
        yield damage(CellRef(file), found, "")


@contextmanager
def _longer_cells(file: str) -> Iterator[None]:
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    except csv.Error as error:
        raise InputRefused(Code.FILE_SUSPECT, where=file, detail=f"a cell that is too long: {error}") from error
    finally:
        csv.field_size_limit(before)
