"""The tables of a web page, each with the last heading-like text that spoke of a clause, by the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from duediligence.watchlists.formats.text import squeezed

_SILENT = frozenset({"script", "style", "noscript", "template"})


@dataclass(slots=True)
class PageRow:
    """One row: the line of the page where it begins, and the text of its cells."""

    line: int
    cells: list[str] = field(default_factory=list)


@dataclass(slots=True)
class PageTable:
    """One table: its rows, and the text between the table before it and itself."""

    before: str
    rows: list[PageRow] = field(default_factory=list)
    closed: bool = False


class PageTables(HTMLParser):
    """Feeds on a page; then `tables` holds its tables in order, and `ended` tells whether `</html>` was met."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[PageTable] = []
        self.ended = False
        self._text: list[str] = []
        self._silent = 0

    @property
    def _open(self) -> PageTable | None:
        return self.tables[-1] if self.tables and not self.tables[-1].closed else None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a table, a row or a cell."""
        table = self._open
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table" and table is None:
            self.tables.append(PageTable(squeezed("".join(self._text))))
            self._text = []
        elif tag == "tr" and table is not None:
            self._end_cell()
            table.rows.append(PageRow(self.getpos()[0]))
        elif tag in ("td", "th") and table is not None and table.rows:
            self._end_cell()
            table.rows[-1].cells.append("")
        else:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Ends them."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table" and (table := self._open) is not None:
            self._end_cell()
            table.closed, self._text = True, []
        elif tag == "html":
            self.ended = True
        else:
            self._text.append(" ")

    def handle_data(self, data: str) -> None:
        """Gathers the text of a cell, or of what stands between tables."""
        if not self._silent:
            self._text.append(data)

    def _end_cell(self) -> None:
        table = self._open
        if table is None:
            return
        if table.rows and table.rows[-1].cells and not table.rows[-1].cells[-1]:
            table.rows[-1].cells[-1] = squeezed("".join(self._text))
        self._text = []
