"""Which rows below a header are no parties: totals, notes, repeated headers, section titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from duediligence.intake.cells.text import text_of
from duediligence.intake.words import cell_words
from duediligence.places import find_country, fold
from duediligence.tables import Row, Value

_NARROW_TABLE = 2
_PLACE_FIELDS = ("country", "location", "address", "city", "region")
_NOTE_SIGNS = ("*", "†", "©", "¹")


class Sieve:
    """Tells the rows of one table that are no parties; `headers` and `fields` as for `not_a_party`, by column."""

    def __init__(self, headers: Sequence[str], fields: Mapping[str, int], first_column: int) -> None:
        self._headers, self._fields = headers, fields
        self._first_column = first_column
        self._first_header = next(filter(None, headers), "")
        self._numeric_header = self._first_header[:1].isdigit()

    def what(self, row: Row) -> str:
        """`not_a_party` of the row."""
        return "" if self._is_plain(row.values) else not_a_party(row, self._headers, self._fields)

    def _is_plain(self, values: Sequence[Value]) -> bool:
        """A quick test that most parties pass: a second cell, and a first that begins like no total, note or header.

        A row's last cell is never empty, and folding leaves two letters or figures at the start of a text as they are.
        """
        if len(values) < self._first_column + 2:
            return False
        first = values[self._first_column]
        if first.__class__ is int:
            return not self._numeric_header
        head = first[:2] if isinstance(first, str) and first.strip() != self._first_header else ""
        return len(head) == 2 and head.isascii() and head.isalnum() and head.lower() not in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """The first two signs of every word for a total or a note."""
    return frozenset(words[:2] for words in _words("total") | _words("note"))


def not_a_party(row: Row, headers: Sequence[str], fields: Mapping[str, int]) -> str:
    """What a row is if it is no party, in a few words, else empty.

    `headers` are the table's headers as written, `fields` maps each single field to its column (from 0).
    """
    texts = [text_of(value) for value in row.values]
    written = [text for text in texts if text]
    if not written:
        return ""
    if len(written) > 1 and written == [header for header in headers if header]:
        return "the header again"
    if _is_total(written[0]) and not _has_place(texts, fields):
        return "a total"
    if len(written) == 1 and len(fields) > _NARROW_TABLE:
        return _single(written[0], texts, fields)
    return "a note" if _is_note(written[0]) and not _has_name_beside(written[0], texts, fields) else ""


def _single(text: str, texts: Sequence[str], fields: Mapping[str, int]) -> str:
    """A row of a wide table with one cell: a note, a section's title, or a party of which only the name is known."""
    if _is_note(text) or text.startswith(_NOTE_SIGNS):
        return "a note"
    return "a section title" if _at(texts, fields, "name") and find_country(text).code else ""


def _has_place(texts: Sequence[str], fields: Mapping[str, int]) -> bool:
    return any(_at(texts, fields, field) for field in _PLACE_FIELDS)


def _has_name_beside(first: str, texts: Sequence[str], fields: Mapping[str, int]) -> bool:
    return _at(texts, fields, "name") not in ("", first) or _has_place(texts, fields)


def _at(texts: Sequence[str], fields: Mapping[str, int], field: str) -> str:
    index = fields.get(field, len(texts))
    return texts[index] if index < len(texts) else ""


@cache
def _words(group: str) -> frozenset[str]:
    """One group of data/words.yaml, folded."""
    return frozenset(map(fold, getattr(cell_words(), group)))


def _is_total(text: str) -> bool:
    """`Total`, `Grand total:`, `Total suppliers: 45`; not `Total Energies`."""
    total, total_of = _words("total"), _words("total_of")
    words = fold(text).split()
    while words and words[-1].isdigit():
        words.pop()
    if " ".join(words) in total:
        return True
    return any(" ".join(words[:end]) in total and total_of.issuperset(words[end:]) for end in range(1, len(words)))


def _is_note(text: str) -> bool:
    """`Note: …`, `Source – …`, `Last updated 3 May`; a bare `Notes` too. Not `Page Industries`, which has no colon."""
    notes = _words("note")
    head = text.split(":", 1)[0] if ":" in text else text.split(" - ", 1)[0].split(" – ", 1)[0]
    words = fold(head).split()
    return " ".join(words) in notes or (" ".join(words[:2]) in notes and len(words) > 2)
