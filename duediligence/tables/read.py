"""The one way in: any table file → `TableFile`."""

from __future__ import annotations

from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import Problem
from duediligence.settings import Settings
from duediligence.tables.delimited.read import read_delimited
from duediligence.tables.detect import Kind, recognise
from duediligence.tables.excel.package import Package
from duediligence.tables.excel.xls import read_xls
from duediligence.tables.excel.xlsx import read_xlsx
from duediligence.tables.gc_pause import uncollected
from duediligence.tables.opendocument.read import read_ods
from duediligence.tables.sheets import Sheet, TableFile
from duediligence.tables.source import source_file

_SPREADSHEETS = ("application/vnd.oasis.opendocument.spreadsheet",)
_OTHER_PACKAGES = {
    "xl/workbook.bin": "a binary workbook, xlsb",
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
}


def read_table(path: Path, settings: Settings) -> TableFile:
    """Reads xlsx, xlsm, xls, ods, csv or tsv, told apart by content.

    Positions are the file's own. Raises `InputRefused` with the code that says why: missing, not a table, encrypted,
    empty, too large, built like an attack, damaged. What costs single cells only is in `problems`.
    """
    kind = recognise(path, settings)
    with uncollected():
        sheets, problems = _read(path, kind, settings)
    if not any(sheet.rows for sheet in sheets):
        raise InputRefused(Code.FILE_EMPTY, where=path.name)
    return TableFile(source_file(path), sheets, problems)


def _read(path: Path, kind: Kind, settings: Settings) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    if kind is Kind.ZIP:
        return _read_package(Package(path, settings), settings)
    if kind is Kind.COMPOUND:
        return read_xls(path, settings)
    sheet, problems = read_delimited(path, settings)
    return (sheet,), problems


def _read_package(package: Package, settings: Settings) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    if "xl/workbook.xml" in package.names:
        return read_xlsx(package, settings)
    if package.read("mimetype").decode("ascii", "replace").startswith(_SPREADSHEETS):
        return read_ods(package, settings)
    other = next((text for name, text in _OTHER_PACKAGES.items() if name in package.names), "a zip archive")
    raise package.refused(Code.FILE_NOT_A_TABLE, other)
