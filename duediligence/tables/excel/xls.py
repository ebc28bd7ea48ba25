"""Old Excel workbooks (xls: BIFF5 and BIFF8 in a compound file): guarded, then read by calamine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.settings import Settings
from duediligence.tables.excel.calamine import read_with_calamine
from duediligence.tables.excel.compound import CompoundFile, DamagedCompoundFile
from duediligence.tables.excel.text_budget import MOST_LETTERS, TextBudget
from duediligence.tables.excel.xls_guard import BiffScan, DamagedBiff, scan_workbook
from duediligence.tables.limits import MOST_SLOTS, check_merged
from duediligence.tables.problems import cell_error
from duediligence.tables.sheets import Sheet

_LONGEST_TEXT = 65_535
_ENCRYPTED = ("EncryptedPackage", "EncryptionInfo")
_OTHERS = {"WordDocument": "a Word document", "PowerPoint Document": "a PowerPoint presentation"}


def read_xls(path: Path, settings: Settings) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Every worksheet with its true positions, and a problem for each error cell. Raises `InputRefused`."""
    data = path.read_bytes()
    if any(_directory_name(name) in data for name in _ENCRYPTED):
        raise InputRefused(Code.FILE_ENCRYPTED, where=path.name)
    scan = _scan(path.name, data)
    if scan.encrypted:
        raise InputRefused(Code.FILE_ENCRYPTED, where=path.name)
    _check(scan, path.name, settings)
    merged = {sheet.name: tuple(sheet.merged) for sheet in scan.sheets}
    sheets = tuple(replace(sheet, merged=merged.get(sheet.name, ())) for sheet in read_with_calamine(path))
    problems = tuple(
        cell_error(CellRef(path.name, sheet.name, row, column), text)
        for sheet in scan.sheets
        for (row, column), text in sorted(sheet.errors.items())
    )
    return sheets, problems


def _directory_name(name: str) -> bytes:
    return name.encode("utf-16-le")


def _scan(file: str, data: bytes) -> BiffScan:
    try:
        container = CompoundFile(data)
        name = next((name for name in ("Workbook", "Book") if name in container.names), "")
        if name:
            return scan_workbook(container.stream(name))
    except (DamagedCompoundFile, DamagedBiff) as error:
        raise InputRefused(Code.FILE_DAMAGED, where=file, detail=str(error)) from error
    other = next((text for stream, text in _OTHERS.items() if stream in container.names), "")
    raise InputRefused(Code.FILE_NOT_A_TABLE, where=file, detail=other)


def _check(scan: BiffScan, file: str, settings: Settings) -> None:
    for sheet in scan.sheets:
        sheet.extent.check(settings, file)
    check_merged(sum(len(sheet.merged) for sheet in scan.sheets), file)
    _check_texts(scan, file)
    # calamine holds all the sheets of an xls at once.
    area = sum(sheet.extent.area for sheet in scan.sheets)
    if area > MOST_SLOTS:
        detail = f"{len(scan.sheets)} sheets stretched over {area} cells"
        raise InputRefused(Code.FILE_SUSPECT, where=file, detail=detail)


def _check_texts(scan: BiffScan, file: str) -> None:
    """A text that cannot be found counts as the longest that there can be."""
    cells = sum(len(sheet.shown) for sheet in scan.sheets)
    if cells * max(scan.texts, default=_LONGEST_TEXT) <= MOST_LETTERS and scan.texts:
        return
    budget = TextBudget(file)
    for sheet in scan.sheets:
        for number in sheet.shown:
            budget.take(scan.texts[number] if number < len(scan.texts) else _LONGEST_TEXT)
