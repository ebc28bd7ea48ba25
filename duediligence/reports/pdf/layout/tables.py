"""Tables: a header repeated on each page, hairlines, rows that break only where they must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from duediligence.reports.document.blocks import Align
from duediligence.reports.pdf.layout.boxes import Box, Pen, draw_lines
from duediligence.reports.pdf.layout.theme import ACCENT, CELL, CELL_HEAD, RULE, Type
from duediligence.reports.pdf.text.line_breaking import Line

PADDING = 3.2
TALL = 240.0
"""A row taller than this, in points, may go on over the page."""
GUTTER = 11.0

Cells = tuple[list[Line], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of each cell; a row that spans has one, as wide as the table."""

    cells: Cells
    type: Type = CELL
    spans: bool = False

    @property
    def lines(self) -> int:
        """Lines of the tallest cell."""
        return max(len(cell) for cell in self.cells)

    @property
    def height(self) -> float:
        """The tallest cell with its padding."""
        return self.lines * self.type.leading + 2 * PADDING

    @property
    def least(self) -> float:
        """What of it is worth beginning on a page: four lines of a tall one, all of any other."""
        return 4 * self.type.leading + 2 * PADDING if self.height > TALL else self.height

    def split(self, room: float) -> tuple[Row, Row] | None:
        """After as many lines as fit, if these are two or more."""
        fits = int((room - 2 * PADDING) / self.type.leading)
        if fits < 2 or fits >= self.lines:
            return None
        head = tuple(cell[:fits] for cell in self.cells)
        return replace(self, cells=head), replace(self, cells=tuple(cell[fits:] for cell in self.cells))


@dataclass(frozen=True, slots=True)
class TableBox:
    """Rows under a header; no header if it is None. `widths` are the columns' widths in points, gutters included."""

    header: Row | None
    rows: Sequence[Row]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    above: float = 2.0
    below: float = 8.0
    keeps_next: bool = False

    @property
    def height(self) -> float:
        """Header, rows and the space below."""
        return self._head + sum(row.height for row in self.rows) + self.below

    @property
    def least(self) -> float:
        """The header with the first row, and the group's name over it; all of a small table without a header."""
        if self.header is None and self.height < 190:
            return self.height - self.below
        names = next((number for number, row in enumerate(self.rows) if not row.spans), 0)
        return (
            self._head
            + sum(row.height for row in self.rows[:names])
            + sum(row.least for row in self.rows[names : names + 1])
        )

    @property
    def _head(self) -> float:
        return self.header.height if self.header else 0.0

    def split(self, room: float) -> tuple[Box, Box] | None:
        """After the last row that fits; inside a row only if it is taller than half a page."""
        left = room - self._head
        for index, row in enumerate(self.rows):
            if row.height > left:
                return self._split_at(self._loosened(index), left)
            left -= row.height
        return None

    def _loosened(self, index: int) -> int:
        """One row earlier where a single row would go over alone; before a group's name that would stay behind."""
        lonely = index == len(self.rows) - 1 and index > 2 and self.rows[index].height < 120
        index -= lonely
        while index > 1 and self.rows[index - 1].spans:
            index -= 1
        return index

    def _split_at(self, index: int, room: float) -> tuple[Box, Box] | None:
        row, before, after = self.rows[index], self.rows[:index], self.rows[index:]
        parts = row.split(room) if row.height > TALL else None
        if parts:
            before, after = [*before, parts[0]], [parts[1], *self.rows[index + 1 :]]
        if all(row.spans for row in before):
            return None
        return replace(self, rows=before), replace(self, rows=after, above=0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws the header, then each row over a hairline."""
        if self.header:
            self._draw_row(pen, self.header, left, top)
            top -= self.header.height
            _rule(pen, left, top, sum(self.widths), ACCENT, 0.9)
        for row in self.rows:
            self._draw_row(pen, row, left, top)
            top -= row.height
            _rule(pen, left, top, sum(self.widths), RULE, 0.5)

    def _draw_row(self, pen: Pen, row: Row, left: float, top: float) -> None:
        if row.spans:
            draw_lines(pen, row.cells[0], row.type, left, top - PADDING, sum(self.widths))
            return
        for number, (lines, width) in enumerate(zip(row.cells, self.widths, strict=True), start=1):
            gutter = GUTTER if number < len(self.widths) else 0
            draw_lines(pen, lines, row.type, left, top - PADDING, width - gutter, self.aligns[number - 1])
            left += width


def header_row(cells: Cells) -> Row:
    """The row of the columns' titles."""
    return Row(cells, CELL_HEAD)


def _rule(pen: Pen, left: float, height: float, width: float, colour: tuple[float, float, float], line: float) -> None:
    pen.canvas.setStrokeColorRGB(*colour)
    pen.canvas.setLineWidth(line)
    pen.canvas.line(left, height, left + width, height)
