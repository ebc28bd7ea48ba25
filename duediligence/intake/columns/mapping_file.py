"""A saved mapping: what was understood of a file's tables, as a TOML page that a person can correct and give back."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duediligence.errors import Code, InputRefused
from duediligence.intake.words import IDENTIFIERS, column_words
from duediligence.model import Intake, PartyKind, TableUnderstanding, column_letters
from duediligence.tables import write_whole

FORMAT = "duediligence mapping 1"
_KINDED = ":"
_HEAD = """\
# What duediligence understood of {file}.
#
# Correct the `field` of a column and give this file back: duediligence import {file} --mapping THIS_FILE
# `field` is one of: {fields}.
# A number that a register gave is identifiers:KIND, with KIND one of: {kinds}.
# An empty field keeps the column's values as they are. `header_row` counts as the spreadsheet does.
format = {format}
file = {file_text}
"""
# What an officer may write into a mapping: the fields of a party, and what helps to fill them.
_HELPERS_ALONE = frozenset({"site_name", "legal_name", "agency_name"})


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column: where it stood, its header as written, the field it means (empty: kept as it is)."""

    column: str
    header: str
    field: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MappedTable:
    """One table of the file."""

    sheet: str
    header_row: int
    kind: PartyKind
    columns: tuple[MappedColumn, ...]


@dataclass(frozen=True, slots=True)
class FileMapping:
    """The mapping of one file; `name` is the mapping file's own."""

    name: str
    file: str
    tables: tuple[MappedTable, ...]

    def of_sheet(self, sheet: str, *, alone: bool) -> tuple[MappedTable, ...]:
        """The tables of a sheet. A file's only sheet may have another name than the mapping's only one."""
        named = tuple(table for table in self.tables if table.sheet == sheet)
        sheets = {table.sheet for table in self.tables}
        return self.tables if not named and alone and len(sheets) == 1 else named


def fields_to_choose() -> tuple[str, ...]:
    """The fields that a mapping may name, `identifiers` aside."""
    return tuple(sorted({*column_words().fields, "agencies"} - _HELPERS_ALONE))


def write_mapping(path: Path, intake: Intake) -> None:
    """Writes what was understood of a file, with comments. Raises `OutputRefused`."""
    write_whole(path, mapping_text(intake).encode("utf-8"))


def mapping_text(intake: Intake) -> str:
    """The mapping as TOML."""
    head = _HEAD.format(
        file=intake.file,
        fields=", ".join(fields_to_choose()),
        kinds=", ".join(column_words().identifiers),
        format=_text(FORMAT),
        file_text=_text(intake.file),
    )
    return head + "".join(_table_text(table) for table in intake.tables)


def _table_text(table: TableUnderstanding) -> str:
    lines = [
        "",
        "[[table]]",
        f"sheet = {_text(table.where.sheet)}",
        f"header_row = {table.header_row}",
        f"kind = {_text(str(table.kind))}  # supplier or agency",
    ]
    for column in table.columns:
        field = f"{IDENTIFIERS}{_KINDED}{column.kind}" if column.field == IDENTIFIERS else column.field
        sure = f"  # {column.confidence:.2f}: {_one_line(column.reason)}"
        lines += [
            "",
            "[[table.column]]",
            f"column = {_text(column_letters(column.column))}",
            f"header = {_text(column.header)}",
            f"field = {_text(field)}{sure}",
        ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(letter if letter.isprintable() else f"\\u{ord(letter):04X}" for letter in escaped) + '"'


def _one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def load_mapping(path: Path) -> FileMapping:
    """Reads a mapping. Raises `InputRefused` (FILE_MISSING, MAPPING_INVALID) and says what is wrong with it."""
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputRefused(Code.FILE_MISSING, where=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputRefused(Code.MAPPING_INVALID, where=path.name, detail=str(error)) from error
    if whole.get("format") != FORMAT:
        raise InputRefused(Code.MAPPING_INVALID, where=path.name, detail=f"format is not “{FORMAT}”")
    reader = _Reader(path.name)
    tables = tuple(reader.table(number, table) for number, table in enumerate(reader.items(whole, "table"), start=1))
    return FileMapping(path.name, str(whole.get("file", "")), tables)


class _Reader:
    """Reads the parts of one mapping; every complaint names the table and the column."""

    def __init__(self, file: str) -> None:
        self._file = file

    def items(self, part: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
        found = part.get(name, [])
        if not isinstance(found, list) or not found or not all(isinstance(item, dict) for item in found):
            raise self._wrong(f"there is no [[{name}]]")
        return found

    def table(self, number: int, part: Mapping[str, Any]) -> MappedTable:
        row, kind = part.get("header_row"), str(part.get("kind", PartyKind.SUPPLIER))
        if not isinstance(row, int) or isinstance(row, bool) or row < 1:
            raise self._wrong(f"table {number}: header_row is not the number of a row")
        if kind not in list(PartyKind):
            raise self._wrong(f"table {number}: kind is “{kind}”, not supplier or agency")
        columns = tuple(self._column(number, item) for item in self.items(part, "column"))
        if not any(column.field == "name" for column in columns):
            raise self._wrong(f"table {number}: no column has the field name")
        return MappedTable(str(part.get("sheet", "")), row, PartyKind(kind), columns)

    def _column(self, table: int, part: Mapping[str, Any]) -> MappedColumn:
        header, letters = str(part.get("header", "")), str(part.get("column", "")).upper()
        field, _, kind = str(part.get("field", "")).partition(_KINDED)
        known = kind in column_words().identifiers if field == IDENTIFIERS else field in ("", *fields_to_choose())
        if not known:
            raise self._wrong(f"table {table}, column {letters} “{header}”: there is no field “{part.get('field')}”")
        return MappedColumn(letters, header, field, kind)

    def _wrong(self, detail: str) -> InputRefused:
        return InputRefused(Code.MAPPING_INVALID, where=self._file, detail=detail)
