"""How long the shared texts of an xls workbook are (MS-XLS 2.4.265 SST, 2.5.293 XLUnicodeRichExtendedString)."""

from __future__ import annotations

import struct
from collections.abc import Sequence

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
