"""Workbooks through calamine, which is fast and is only given what the guards have measured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from duediligence.errors import Code, InputRefused
from duediligence.tables.sheets import Sheet, make_row
from duediligence.tables.values import Tidier

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read_with_calamine(path: Path) -> tuple[Sheet, ...]:
    """Every worksheet in the workbook's order; chart and macro sheets hold no table. Raises `InputRefused`."""
    from python_calamine import PasswordError, load_workbook

    try:
        # Given a path, it would believe the suffix.
        with path.open("rb") as stream, load_workbook(stream) as workbook:
            return tuple(_sheets(workbook))
    except PasswordError as error:
        raise InputRefused(Code.FILE_ENCRYPTED, where=path.name) from error
    except BaseException as error:
        # A panic inside calamine arrives as a BaseException of its own class.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise InputRefused(Code.FILE_DAMAGED, where=path.name, detail=_short_detail(error)) from error


def _short_detail(error: BaseException) -> str:
    """The first line of an error's text, short enough to stand in a sentence."""
    lines = str(error).splitlines()
    return lines[0][:120] if lines else type(error).__name__


def _sheets(workbook: CalamineWorkbook) -> Any:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_index(index)
            yield Sheet(about.name, tuple(_rows(sheet)), about.visible != SheetVisibleEnum.Visible)


def _rows(sheet: CalamineSheet) -> Any:
    # `iter_rows` starts at the sheet's first row, but at the first column that holds a value.
    before: list[None] = [None] * (sheet.start[1] if sheet.start else 0)
    tidy = Tidier()
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        # Long empty stretches are common, and counting is far faster than looking at each cell.
        if cells.count("") < len(cells) and (values := tidy.row(cells)):
            yield make_row(number, (*before, *values) if before else values)
