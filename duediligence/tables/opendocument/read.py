"""OpenDocument spreadsheets, read from their XML while it streams by.

Not through calamine: it loses error cells and CDATA, and `table:number-columns-repeated="2000000000"` would make it
ask for all the memory there is. Repeated cells are only written out where they hold a value, within a budget.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers import expat

from duediligence.errors import Code
from duediligence.model import Problem
from duediligence.settings import Settings
from duediligence.tables.excel.package import Package, inspect_part, inspected
from duediligence.tables.excel.text_budget import TextBudget
from duediligence.tables.limits import SlotBudget
from duediligence.tables.opendocument.table import TableBuilder, cell_value, is_error
from duediligence.tables.sheets import Sheet

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "

_COLUMNS_REPEATED = f"{_TABLE}number-columns-repeated"
_ROWS_SPANNED = f"{_TABLE}number-rows-spanned"
_PARAGRAPH = f"{_TEXT}p"
_WHITE = re.compile(r"[\t\r\n][ \t\r\n]*| [ \t\r\n]+")

MOST_SPACES = 1_000
"""`text:s` stands for a run of spaces of any length; nobody writes longer ones."""


class ContentReader:
    """Handlers for expat, which joins namespaces and names by one space.

    A cell's text is its own paragraphs: those of a comment or a drawing lie deeper and are not the cell's.
    """

    def __init__(self, file: str, settings: Settings) -> None:
        self.problems: list[Problem] = []
        self.sheets: list[Sheet] = []
        self._file, self._settings = file, settings
        self._budget = SlotBudget(file)
        self._texts = TextBudget(file)
        self._style, self._hidden_styles = "", set[str]()
        self._table: TableBuilder | None = None
        self._cell: dict[str, str] | None = None
        self._depth = 0
        self._text: list[str] = []
        self._in_paragraph = False
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            f"{_STYLE}style": self._start_style,
            f"{_STYLE}table-properties": self._start_table_properties,
            f"{_TABLE}table": self._start_table,
            f"{_TABLE}table-source": self._drop_table,
            f"{_TABLE}table-row": self._start_row,
            f"{_TABLE}table-cell": self._start_cell,
            f"{_TABLE}covered-table-cell": self._start_cell,
        }
        self._ends: dict[str, Callable[[], None]] = {
            f"{_TABLE}table": self._end_table,
            f"{_TABLE}table-row": self._end_row,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._cell is not None:
            self._depth += 1
            self._start_inside_cell(name, attributes)
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._cell is not None:
            if self._depth == 0:
                self._end_cell()
            elif self._depth == 1:
                self._in_paragraph = False
            self._depth -= 1
        elif name in self._ends:
            self._ends[name]()

    def text(self, data: str) -> None:
        """Characters, of which runs of white space count as one space."""
        if self._in_paragraph:
            self._text.append(_WHITE.sub(" ", data))

    def _start_inside_cell(self, name: str, attributes: dict[str, str]) -> None:
        if name == _PARAGRAPH and self._depth == 1:
            self._in_paragraph = True
            if self._text:
                self._text.append("\n")
        elif self._in_paragraph:
            if name == f"{_TEXT}s":
                self._text.append(" " * min(_count(attributes, f"{_TEXT}c"), MOST_SPACES))
            elif name in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                self._text.append("\t" if name.endswith("tab") else "\n")

    def _start_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(f"{_STYLE}name", "")

    def _start_table_properties(self, attributes: dict[str, str]) -> None:
        if attributes.get(f"{_TABLE}display") == "false":
            self._hidden_styles.add(self._style)

    def _start_table(self, attributes: dict[str, str]) -> None:
        hidden = attributes.get(f"{_TABLE}style-name") in self._hidden_styles
        name = attributes.get(f"{_TABLE}name", "")
        self._table = TableBuilder(name, hidden, self._file, self._settings, self._budget, self._texts)

    def _drop_table(self, attributes: dict[str, str]) -> None:
        self._table = None  # a copy of another file's sheet, kept for its links

    def _end_table(self) -> None:
        if self._table:
            self.sheets.append(self._table.sheet())
            self.problems += self._table.problems
        self._table = None

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._table:
            self._table.start_row(_count(attributes, f"{_TABLE}number-rows-repeated"))

    def _end_row(self) -> None:
        if self._table:
            self._table.end_row()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self._table:
            self._cell, self._depth, self._text = attributes, 0, []

    def _end_cell(self) -> None:
        attributes, self._cell = self._cell or {}, None
        repeats = _count(attributes, _COLUMNS_REPEATED)
        text = "".join(self._text)
        if self._table is None:
            return
        if is_error(attributes):
            self._table.add_error(text or "#ERROR", repeats)
        else:
            self._table.add_merged(_count(attributes, _ROWS_SPANNED))
            self._table.add_cell(cell_value(attributes, text), repeats)


def _count(attributes: dict[str, str], key: str) -> int:
    value = attributes.get(key)
    if value is None:
        return 1
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 19 else 1


CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"


def read_ods(package: Package, settings: Settings) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Every sheet with its true positions, and a problem for each error cell. Raises `InputRefused`."""
    if b"encryption-data" in package.read(MANIFEST):
        raise package.refused(Code.FILE_ENCRYPTED, "")
    for name in package.names:
        if name != CONTENT:
            inspect_part(package, name)
    reader = ContentReader(package.path.name, settings)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        for chunk in inspected(package, CONTENT):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise package.refused(Code.FILE_DAMAGED, f"{CONTENT}: {error}") from error
    return tuple(reader.sheets), tuple(reader.problems)
