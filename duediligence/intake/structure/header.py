"""Which row of a sheet is its header: below titles and blank rows, in one line or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from duediligence.intake.cells.text import text_of
from duediligence.intake.words import KEPT, NOTHING, Meaning, meaning_of
from duediligence.model import PartyKind
from duediligence.tables import Row, Sheet, Value

NAME_FIELDS = frozenset({"name", "legal_name", "site_name", "agency_name"})

_ROWS_SEARCHED = 50
_LONGEST_HEADER = 80
_KEPT_WEIGHT = 0.5
# Two lines are joined only if that explains clearly more than either line alone.
_JOIN_GAIN = 0.9
# A sheet of "Name: …" over "Country: …" is a form: its first column holds headers where a list holds names.
_FORM_ROWS = 10
_FORM_LABELS = 2
_FORM_SHARE = 0.2
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """One column's header: its number from 1, its text as written (two lines joined), what it means by its words."""

    column: int
    text: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the number of its last row, its cells (every column up to the sheet's width), score and lines.

    `kind` is who the rows are where a saved mapping says it; its fields are then final, whatever the words mean.
    """

    row: int
    cells: tuple[HeaderCell, ...]
    score: float
    lines: int = 1
    kind: PartyKind | None = None

    @property
    def first_row(self) -> int:
        """The number of its first row."""
        return self.row - self.lines + 1

    @property
    def fields(self) -> frozenset[str]:
        """The fields that its words mean."""
        return frozenset(cell.meaning.field for cell in self.cells) - {""}

    @property
    def names_parties(self) -> bool:
        """Whether a column holds the name of a supplier or agency."""
        return not NAME_FIELDS.isdisjoint(self.fields)


def find_header(sheet: Sheet) -> Header | None:
    """The best header of a sheet, or None if no row reads like one.

    A row counts if its words mean two fields, or if it names the parties and is no form's label.
    """
    best = best_header(sheet.rows[:_ROWS_SEARCHED], max((len(row.values) for row in sheet.rows), default=0))
    return best if best and _plausible(best, sheet) else None


def best_header(rows: Sequence[Row], width: int = 0) -> Header | None:
    """The row, or pair of rows, whose words mean most, in a table of at least `width` columns; None without rows."""
    found = possible_headers(rows, width)
    best, both = (
        max((header for header in found if header.lines == lines), key=lambda header: header.score, default=None)
        for lines in (1, 2)
    )
    return both if best and both and both.score >= best.score + _JOIN_GAIN else best


def possible_headers(rows: Sequence[Row], width: int = 0) -> list[Header]:
    """Each row as a header, then each two rows in a row as one of two lines; `width` is the least in columns."""
    width = max((width, *(len(row.values) for row in rows)))
    single = [_header(row.number, _texts(row, width)) for row in rows]
    pairs = [(upper, lower) for upper, lower in pairwise(rows) if lower.number == upper.number + 1 and _all_text(lower)]
    return [*single, *(_joined(upper, lower, width) for upper, lower in pairs)]


def body(sheet: Sheet, header: Header) -> tuple[Row, ...]:
    """The rows below the header."""
    return tuple(row for row in sheet.rows if row.number > header.row)


def _texts(row: Row, width: int) -> list[str]:
    texts = [text_of(value) if isinstance(value, str) else "" for value in row.values]
    return texts + [""] * (width - len(texts))


def _all_text(row: Row) -> bool:
    return all(value is None or isinstance(value, str) for value in row.values)


def _header(number: int, texts: Sequence[str]) -> Header:
    cells = tuple(HeaderCell(column, text, _meaning(text)) for column, text in enumerate(texts, 1))
    return Header(number, cells, _score(cells))


def _meaning(text: str) -> Meaning:
    return meaning_of(text) if text and len(text) <= _LONGEST_HEADER else NOTHING


def _score(cells: Sequence[HeaderCell]) -> float:
    """The sureness of the distinct meanings, added up."""
    best: dict[tuple[str, str], float] = {}
    for cell in cells:
        key = (cell.meaning.field, cell.meaning.kind)
        weight = _KEPT_WEIGHT if cell.meaning.field == KEPT else 1.0
        best[key] = max(best.get(key, 0.0), weight * cell.meaning.confidence)
    return sum(best.values())


def _joined(upper: Row, lower: Row, width: int) -> Header:
    """Two lines as one: a heading over several columns holds for those to its right that have none of their own."""
    cells: list[HeaderCell] = []
    over = ""
    for column, (above, below) in enumerate(zip(_texts(upper, width), _texts(lower, width), strict=True), 1):
        over = above or (over if below else "")
        options = [" ".join(filter(None, (over, below))), below or above]
        meanings = [(_meaning(text), text) for text in options]
        meaning, _ = max(meanings, key=lambda pair: pair[0].confidence)
        cells.append(HeaderCell(column, options[0], meaning))
    return Header(lower.number, tuple(cells), _score(cells), lines=2)


def _plausible(header: Header, sheet: Sheet) -> bool:
    """Two fields make a header; so does one that is surely the name. Neither does, if it is a form's first line."""
    known = {cell.meaning.field for cell in header.cells} - {"", KEPT}
    if len(known) > 1:
        return not _is_form(header, sheet, labels=_FORM_LABELS)
    sure = any(cell.meaning.confidence >= _SURE for cell in header.cells if cell.meaning.field in NAME_FIELDS)
    return sure and not _is_form(header, sheet, labels=1)


def _is_form(header: Header, sheet: Sheet, *, labels: int) -> bool:
    """Whether so many, and a fifth, of the first cells below are themselves headers."""
    first = next((cell.column for cell in header.cells if cell.text), 1)
    below = [row.values[first - 1] for row in body(sheet, header)[:_FORM_ROWS] if len(row.values) >= first]
    found = sum(_is_label(value) for value in below)
    return found >= labels and found >= _FORM_SHARE * len(below)


def _is_label(value: Value) -> bool:
    return isinstance(value, str) and (value.endswith(":") or (len(value) > 3 and meaning_of(value).confidence == 1))
