"""The records of an xls workbook's stream (MS-XLS 2.4), measured before calamine sees them."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from duediligence.tables.limits import Extent
from duediligence.tables.sheets import Merged

_WIDE, _EXTENDED, _RICH = 1, 4, 8


def text_lengths(segments: Sequence[bytes]) -> list[int]:
    """The letters of each text in the record and those that continue it; ends where they do not fit together."""
    reader = _Reader(segments)
    lengths: list[int] = []
    reader.skip(8)
    try:
        while not reader.at_end:
            lengths.append(reader.skip_text())
    except (struct.error, IndexError):
        pass
    return lengths


class _Reader:
    """A place in the bytes of several records."""

    def __init__(self, segments: Sequence[bytes]) -> None:
        self._segments = segments
        self._number = 0
        self._at = 0

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        while self._number < len(self._segments) and self._at >= len(self._segments[self._number]):
            self._number, self._at = self._number + 1, self._at - len(self._segments[self._number])
        return self._number >= len(self._segments)

    def skip(self, count: int) -> None:
        """Passes over bytes, also those of the next records."""
        self._at += count

    def skip_text(self) -> int:
        """Passes over one text and its formatting; gives its letters."""
        letters, flags = self._number_at("<H"), self._number_at("<B")
        after = 4 * self._number_at("<H") if flags & _RICH else 0
        after += self._number_at("<I") if flags & _EXTENDED else 0
        self._skip_letters(letters, 2 if flags & _WIDE else 1)
        self.skip(after)
        return letters

    def _number_at(self, shape: str) -> int:
        (number,) = struct.unpack_from(shape, self._segments[self._number], self._at)
        self._at += struct.calcsize(shape)
        return int(number)

    def _skip_letters(self, left: int, size: int) -> None:
        """Each record that continues a text says anew how many bytes a letter takes."""
        while True:
            here = min(left, (len(self._segments[self._number]) - self._at) // size)
            self._at += here * size
            left -= here
            if not left:
                return
            self._number, self._at = self._number + 1, 1
            size = 2 if self._segments[self._number][0] & _WIDE else 1


_EOF, _FORMULA, _FILEPASS, _BOUNDSHEET, _BOOLERR, _MULRK, _BOF = 0x0A, 0x06, 0x2F, 0x85, 0x205, 0xBD, 0x809
_DIMENSIONS, _STRINGS, _MERGECELLS, _CONTINUE, _SHARED_TEXT = 0x200, 0xFC, 0xE5, 0x3C, 0xFD
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_FILLED = frozenset({_FORMULA, _BOOLERR, _MULRK, 0x203, 0x204, 0x27E, 0xFD, 0xD6, 0x206, 0x406})
"""Records that put a value into a cell: formula, boolean or error, number, label, packed numbers, shared string."""

ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
"""MS-XLS 2.5.10, BErr."""

_HEADER = struct.Struct("<HH")


class DamagedBiff(ValueError):
    """It claims a size that no such file has. calamine would set memory aside for it, and abort."""


@dataclass(slots=True)
class BiffSheet:
    """One sheet of the stream: its name, extent, error cells by row and column from 1, merged ranges.

    `shown` has the number of the shared text of each cell that shows one.
    """

    name: str
    extent: Extent = field(default_factory=Extent)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    shown: array[int] = field(default_factory=lambda: array("I"))


@dataclass(slots=True)
class BiffScan:
    """What the stream holds; `texts` are the letters of each shared text."""

    sheets: list[BiffSheet] = field(default_factory=list)
    encrypted: bool = False
    texts: list[int] = field(default_factory=list)


def scan_workbook(stream: bytes) -> BiffScan:
    """The sheets of a workbook stream. Raises `DamagedBiff`.

    A record that runs over the end ends the scan: calamine refuses it.
    """
    scan = BiffScan()
    known: dict[int, BiffSheet] = {}
    wide = False
    strings: list[bytes] = []
    before = 0
    for kind, at, length in _records(stream, 0):
        if kind == _BOF:
            wide = stream[at : at + 2] == b"\x00\x06"
        elif kind == _FILEPASS:
            return BiffScan(encrypted=True)
        elif kind == _STRINGS and int.from_bytes(stream[at + 4 : at + 8], "little") > len(stream):
            raise DamagedBiff("it claims more texts than it can hold")
        elif kind == _BOUNDSHEET and length >= 8:
            start = int.from_bytes(stream[at : at + 4], "little")
            if start not in known:
                known[start] = _scan_sheet(stream, start)
            seen = known[start]
            scan.sheets.append(replace(seen, name=_sheet_name(stream[at : at + length], wide)))
        if kind == _STRINGS or (kind == _CONTINUE and before == _STRINGS):
            strings.append(stream[at : at + length])
        before = before if kind == _CONTINUE else kind
    scan.texts = text_lengths(strings)
    return scan


def _records(stream: bytes, start: int) -> list[tuple[int, int, int]]:
    """Kind, position and length of each record of one substream."""
    found = []
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, length = _HEADER.unpack_from(stream, at)
        if at + 4 + length > len(stream):
            break
        found.append((kind, at + 4, length))
        at += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            break
    return found


def _scan_sheet(stream: bytes, start: int) -> BiffSheet:
    sheet = BiffSheet("")
    extent = sheet.extent
    for kind, at, length in _records(stream, start):
        if kind == _DIMENSIONS:
            _check_dimensions(stream[at : at + length])
        if kind == _MERGECELLS:
            sheet.merged += _merged(stream[at : at + length])
        if kind == _SHARED_TEXT and length >= 10:
            sheet.shown.append(int.from_bytes(stream[at + 6 : at + 10], "little"))
        if kind not in _FILLED or length < 6:
            continue
        row, column = _HEADER.unpack_from(stream, at)
        last = _HEADER.unpack_from(stream, at + length - 4)[1] if kind == _MULRK else column
        extent.rows = max(extent.rows, row + 1)
        extent.columns = max(extent.columns, last + 1)
        extent.cells += max(last - column, 0) + 1
        error = _error(kind, stream[at : at + length])
        if error:
            sheet.errors[row + 1, column + 1] = error
    return sheet


def _check_dimensions(body: bytes) -> None:
    """First row, row after the last, first column, column after the last; rows take four bytes in BIFF8."""
    shape = {10: "<4H", 14: "<2I2H"}.get(len(body))
    if shape:
        first_row, end_row, first_column, end_column = struct.unpack_from(shape, body)
        if not (first_row <= end_row <= _MOST_ROWS and first_column <= end_column <= _MOST_COLUMNS):
            raise DamagedBiff("it claims a sheet of an impossible size")


def _merged(body: bytes) -> list[Merged]:
    """MS-XLS 2.4.168: a count, then first and last row, first and last column of each range."""
    ranges = struct.iter_unpack("<4H", body[2 : 2 + (len(body) - 2) // 8 * 8])
    return [Merged(first + 1, last + 1, column + 1) for first, last, column, _ in ranges if first < last]


def _error(kind: int, body: bytes) -> str:
    if kind == _BOOLERR and len(body) >= 8 and body[7]:
        return ERRORS.get(body[6], "#ERROR")
    is_special = kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff"
    return ERRORS.get(body[8], "#ERROR") if is_special and body[6] == 2 else ""


def _sheet_name(body: bytes, wide: bool) -> str:
    """BIFF8 writes a flag after the length: one or two bytes a character. BIFF5 has the code page's bytes."""
    count = body[6]
    if not wide:
        return body[7 : 7 + count].decode("cp1252", "replace")
    two_bytes = body[7] & 1
    name = body[8 : 8 + count * (2 if two_bytes else 1)]
    return name.decode("utf-16-le" if two_bytes else "latin-1", "replace")
