"""Texts that a workbook writes once and shows in many cells, charged as if each cell held its own.

calamine makes a copy for each cell, and what comes after reads each of them: 32,000 letters shown in a million cells
are 55 kB of xlsx and 32 GB of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from duediligence.errors import Code, InputRefused

MOST_LETTERS = 400_000_000
"""A full sheet of 1,048,576 rows with an address of 380 letters in each."""

SHORT = 200
"""Letters up to which a text costs little more than its cell, which has its own limit."""

_ITEM_END = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
_INDEX = re.compile(rb"""\bt\s*=\s*["']s["'][^<>]*>\s*<(?:\w+:)?v[^<>]*>\s*([0-9]{1,9})""")
_SEAM = 1_000


class ItemLengths:
    """Fed with the pieces of a part; `lengths` holds the bytes of each shared text, markup counted."""

    def __init__(self) -> None:
        self.lengths: list[int] = []
        self._open = 0

    def feed(self, text: bytes) -> None:
        """The next piece, which does not end inside a tag."""
        *ended, rest = _ITEM_END.split(text)
        if ended:
            self.lengths.append(self._open + len(ended[0]))
            self.lengths += map(len, ended[1:])
            self._open = 0
        self._open += len(rest)


class TextBudget:
    """Counts the letters of the long texts that the cells of one file show; refuses more than `MOST_LETTERS`."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._left = MOST_LETTERS

    def take(self, letters: int, times: int = 1) -> None:
        """Uses up a text shown so many times; a short one is free. Raises `InputRefused`."""
        self._left -= letters * times if letters > SHORT else 0
        if self._left < 0:
            detail = f"texts of more than {MOST_LETTERS // 1_000_000} MB when each cell is counted"
            raise InputRefused(Code.FILE_SUSPECT, where=self._where, detail=detail)

    def take_shared(self, sheet: Iterable[bytes], lengths: Sequence[int]) -> None:
        """Charges each cell of a sheet's part that shows a shared text. Raises `InputRefused`."""
        seam = b""
        for chunk in sheet:
            text = seam + chunk
            end = max(text.rfind(b"<", 0, -_SEAM), 0) if len(text) > _SEAM else 0
            self._charge(text[:end], lengths)
            seam = text[end:]
        self._charge(seam, lengths)

    def _charge(self, text: bytes, lengths: Sequence[int]) -> None:
        for number in map(int, _INDEX.findall(text)):
            self.take(lengths[number] if number < len(lengths) else 0)
