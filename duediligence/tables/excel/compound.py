"""The compound file of Microsoft Office (MS-CFB), as far as needed to find one stream in it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_FREE = 0xFFFFFFFA
"""This and above are no sectors but marks: end of chain, free, table."""

_ENTRY = 128


class DamagedCompoundFile(ValueError):
    """Its tables lead outside the file, or in circles."""


class CompoundFile:
    """The streams of one compound file, held in memory."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise DamagedCompoundFile("it is cut off")
        self._data = data
        big, small = struct.unpack_from("<HH", data, 30)
        if big not in (9, 12) or small != 6:
            raise DamagedCompoundFile("its header is not one")
        self._sector, self._small_sector = 1 << big, 1 << small
        self._check_counts()
        self._table = self._read_table()
        (first_directory,) = struct.unpack_from("<I", data, 48)
        (first_small_table,) = struct.unpack_from("<I", data, 60)
        # Only files with long sectors give a stream's size in 64 bits; in others the upper half may be anything.
        directory = self._chain(first_directory)
        if len(directory) % _ENTRY:
            raise DamagedCompoundFile("its directory is cut off")
        entries = list(_entries(directory, self._sector == 4096))
        self._entries = {name: place for name, kind, place in entries if kind == 2}
        self._root = next((place for _, kind, place in entries if kind == 5), (_FREE, 0))
        self._small_table = _numbers(self._chain(first_small_table))
        if any(size > len(data) for _, size in (*self._entries.values(), self._root)):
            raise DamagedCompoundFile("a stream is longer than the file")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all streams."""
        return tuple(self._entries)

    def stream(self, name: str) -> bytes:
        """A stream as a whole. Raises `DamagedCompoundFile`."""
        first, size = self._entries[name]
        if size >= 4096:
            return self._chain(first)[:size]
        store = self._chain(self._root[0])
        step = self._small_sector
        return b"".join(store[at * step : (at + 1) * step] for at in _follow(first, self._small_table))[:size]

    def _check_counts(self) -> None:
        """calamine sets memory aside for whatever these numbers of sectors say, and aborts when it cannot."""
        counts = [struct.unpack_from("<I", self._data, at)[0] for at in (40, 44, 64, 72)]
        if max(counts) * self._sector > len(self._data):
            raise DamagedCompoundFile("its tables are longer than the file")

    def _read_table(self) -> tuple[int, ...]:
        places = list(struct.unpack_from("<109I", self._data, 76))
        (extra,) = struct.unpack_from("<I", self._data, 68)
        seen = 0
        while extra < _FREE:
            *more, extra = _numbers(self._sector_at(extra))
            places += more
            seen += 1
            if seen > len(self._data) // self._sector:
                raise DamagedCompoundFile("its tables run in circles")
        return tuple(number for place in places if place < _FREE for number in _numbers(self._sector_at(place)))

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector_at(number) for number in _follow(first, self._table))

    def _sector_at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        if start >= len(self._data):
            raise DamagedCompoundFile("it is cut off")
        return self._data[start : start + self._sector]


def _follow(first: int, table: tuple[int, ...]) -> Iterator[int]:
    steps = 0
    while first < _FREE:
        yield first
        steps += 1
        if first >= len(table) or steps > len(table):
            raise DamagedCompoundFile("its tables lead nowhere")
        first = table[first]


def _entries(directory: bytes, long: bool) -> Iterator[tuple[str, int, tuple[int, int]]]:
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        yield name, kind, struct.unpack_from("<IQ" if long else "<II", directory, at + 116)


def _numbers(sector: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])
