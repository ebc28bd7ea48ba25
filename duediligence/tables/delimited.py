"""Delimited text (csv, tsv and their kin) → one sheet.

A row's number is its record's number, counting blank lines, as a spreadsheet program would show it: a value
with line breaks inside quotes is one row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.settings import Settings
from duediligence.tables.encodings import Decoded, decode
from duediligence.tables.limits import Extent
from duediligence.tables.problems import damage, encoding_guessed
from duediligence.tables.records import Record, read_records, swallowed_rows
from duediligence.tables.separators import find_separator
from duediligence.tables.sheets import Row, Sheet
from duediligence.tables.values import tidy_row

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
        records, mended = read_records(text[separation.start :], separation.separator)
    if mended:
        problems.append(damage(CellRef(file, "", mended), "a quotation mark that is never closed", _CHECK_THE_ROW))
    for number, cell in swallowed_rows(records, separation.separator):
        problems.append(damage(CellRef(file, "", number), cell[:60], _CHECK_THE_ROW))
    return Sheet("", tuple(_rows(records, file, settings))), tuple(problems)


def _rows(records: list[Record], file: str, settings: Settings) -> Iterator[Row]:
    Extent(len(records), max(map(len, records), default=0), sum(map(len, records))).check(settings, file)
    for number, record in enumerate(records, start=1):
        values = tidy_row(record)
        if values:
            yield Row(number, values)


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
