"""What the texts of one column were read as, each read once while it is remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from duediligence.tables.sheets import Value

T = TypeVar("T")

_MOST_KEPT = 10_000


class Remembered(dict[str, T], Generic[T]):
    """Text → what `read` makes of it. Not for other values: True, 1 and 1.0 would be one key."""

    def __init__(self, read: Callable[[Value], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> T:
        found = self._read(text)
        if len(self) < _MOST_KEPT:
            self[text] = found
        return found
