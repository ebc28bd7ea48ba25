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
from duediligence.tables.delimited.dialect import find_separator
from duediligence.tables.delimited.encoding import Decoded, decode
from duediligence.tables.delimited.records_part import Records
from duediligence.tables.problems import damage, encoding_guessed
from duediligence.tables.sheets import Row, Sheet, make_row
from duediligence.tables.values import Tidier

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
