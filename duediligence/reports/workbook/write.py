"""audit.xlsx: the audit for people who filter, sort and write their decisions beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duediligence.model import AuditReport
from duediligence.reports.document.audit.view import view
from duediligence.reports.workbook.sheets import SheetOf, sheets
from duediligence.tables import Value, save_workbook, write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADER_FILL = "17495A"
LINE_HEIGHT = 15.0
"""Points of a row for each line of wrapped text: not every program fits a row to its text when it opens a file."""

MOST_LINES = 12


def write_workbook(report: AuditReport, path: Path) -> None:
    """Writes the workbook; no cell of it is a formula. Raises `OutputRefused`."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets(view(report)):
        _fill(workbook.create_sheet(sheet.title), sheet)
    save_workbook(workbook, path, report.as_of)


def _fill(worksheet: Worksheet, sheet: SheetOf) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    widths = _header(worksheet, sheet)
    wrapped = Alignment(wrap_text=True, vertical="top")
    last = 1
    for last, row in enumerate(sheet.rows, start=2):
        for column, value in enumerate(row, start=1):
            if value is not None and value != "":
                _write(worksheet.cell(last, column), value, wrapped)
        worksheet.row_dimensions[last].height = LINE_HEIGHT * min(_lines(row, widths), MOST_LINES)
    worksheet.freeze_panes = f"{get_column_letter(sheet.still + 1)}2"
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headers))}{last}"
    _printing(worksheet)


def _lines(row: Sequence[Value], widths: Sequence[float]) -> int:
    """The lines that the fullest cell needs; a column's width counts digits, and letters are hardly wider."""
    needed = (
        sum(max(1, ceil(len(line) / (width - 1))) for line in value.split("\n"))
        for value, width in zip(row, widths, strict=True)
        if isinstance(value, str)
    )
    return max(needed, default=1)


def _header(worksheet: Worksheet, sheet: SheetOf) -> list[float]:
    """Writes the first row and gives each column its width, in digits; returns the widths."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    widths: list[float] = []
    font, fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", start_color=HEADER_FILL)
    for column, (header, width) in enumerate(zip(sheet.headers, sheet.widths, strict=True), start=1):
        cell = worksheet.cell(1, column)
        write_text(cell, header)
        cell.font, cell.fill = font, fill
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        widths.append(max(width, len(max(header.split(), key=len)) + 3))
        worksheet.column_dimensions[get_column_letter(column)].width = widths[-1]
    worksheet.row_dimensions[1].height = 2 * LINE_HEIGHT
    return widths


def _write(cell: Any, value: Value, alignment: Any) -> None:
    if isinstance(value, str):
        write_text(cell, value)
    else:
        cell.value = value
        if isinstance(value, date) and not isinstance(value, datetime):
            cell.number_format = "yyyy-mm-dd"
    cell.alignment = alignment


def _printing(worksheet: Worksheet) -> None:
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = "9"
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    worksheet.print_title_rows = "1:1"
