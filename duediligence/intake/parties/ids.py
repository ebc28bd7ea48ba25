"""An id for every party of a file: the one its row states, or one made of the file and the row."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_IN_ID = re.compile(r"[^\w.-]+")


class PartyIds:
    """Hands out ids that are unique in one file. `sheets`: several of its sheets hold parties."""

    def __init__(self, stem: str, *, sheets: bool) -> None:
        self._stem = _plain(stem)
        self._sheets = sheets
        self._taken: set[str] = set()

    def take(self, stated: str, sheet: str, row: int) -> tuple[str, bool]:
        """An id, and whether the stated one was taken already, so that a suffix was added."""
        wanted = stated or self._made(sheet, row)
        party_id, number = wanted, 1
        while party_id in self._taken:
            number += 1
            party_id = f"{wanted}-{number}"
        self._taken.add(party_id)
        return party_id, bool(stated) and number > 1

    def _made(self, sheet: str, row: int) -> str:
        """`oar_list_3-R7`, with the sheet between if there are several."""
        parts = (self._stem, _plain(sheet), f"R{row}") if self._sheets else (self._stem, f"R{row}")
        return "-".join(filter(None, parts))


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    return _NOT_IN_ID.sub("_", unicodedata.normalize("NFC", text)).strip("_")
