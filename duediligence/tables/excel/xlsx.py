"""Excel workbooks (xlsx, xlsm): guarded, then read by calamine, or row by row where calamine cannot be trusted."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem
from duediligence.settings import Settings
from duediligence.tables.excel.calamine import read_with_calamine
from duediligence.tables.excel.package import Package, inspected
from duediligence.tables.excel.text_budget import MOST_LETTERS, TextBudget
from duediligence.tables.excel.xlsx_guard import Position, SheetScan, SheetScanner
from duediligence.tables.excel.xlsx_streaming import read_row_by_row
from duediligence.tables.limits import check_merged
from duediligence.tables.problems import cell_error
from duediligence.tables.sheets import Merged, Sheet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Sheets = tuple[Sheet, ...]
Problems = tuple[Problem, ...]

_MAIN = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
_LINKS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


@dataclass(frozen=True, slots=True)
class _Guarded:
    """What the guard found: whether calamine may read the workbook; the error cells and merged ranges by part."""

    fit_for_calamine: bool
    errors: dict[str, dict[Position, str]]
    merged: dict[str, list[Merged]]


def read_xlsx(package: Package, settings: Settings) -> tuple[Sheets, Problems]:
    """Every worksheet with its true positions, and a problem for each error cell. Raises `InputRefused`."""
    guarded = _guard(package, settings)
    if not guarded.fit_for_calamine:
        return read_row_by_row(package.path, settings)
    try:
        sheets = _with_merged(package, read_with_calamine(package.path), guarded.merged)
        return sheets, _error_problems(package, guarded.errors)
    except InputRefused as refusal:
        if refusal.code is not Code.FILE_DAMAGED:
            raise
        return _second_try(package, settings, refusal)


def _second_try(package: Package, settings: Settings, refusal: InputRefused) -> tuple[Sheets, Problems]:
    """calamine refuses a whole workbook for what costs one cell at most, such as a shared string that is missing."""
    try:
        return read_row_by_row(package.path, settings)
    except InputRefused as second:
        raise (refusal if second.code is Code.FILE_DAMAGED else second) from second


def _guard(package: Package, settings: Settings) -> _Guarded:
    scans = {name: _scan(package, name) for name in package.names}
    fit = True
    check_merged(sum(len(scan.merged) for scan in scans.values()), package.path.name)
    for name, scan in scans.items():
        if scan.is_plain:
            scan.extent.check(settings, package.path.name, "" if scan.extent.is_dense else _sheet_in(package, name))
        fit = fit and _is_fit(name, scan)
    _check_texts(package, scans)
    errors = {name: scan.errors for name, scan in scans.items() if scan.errors}
    return _Guarded(fit, errors, {name: scan.merged for name, scan in scans.items() if scan.merged})


def _check_texts(package: Package, scans: dict[str, SheetScan]) -> None:
    """Looks at each cell only where the longest shared text in every cell would be too much."""
    lengths = max((scan.texts for scan in scans.values()), key=sum, default=[])
    cells = sum(scan.extent.cells for scan in scans.values())
    if cells * max(lengths, default=0) > MOST_LETTERS:
        budget = TextBudget(package.path.name)
        for name, scan in scans.items():
            if scan.is_sheet and scan.is_plain:
                budget.take_shared(package.chunks(name), lengths)


def _with_merged(package: Package, sheets: Sheets, merged: dict[str, list[Merged]]) -> Sheets:
    if not merged:
        return sheets
    parts = dict(_sheet_parts(package))
    return tuple(replace(sheet, merged=tuple(merged.get(parts.get(sheet.name, ""), ()))) for sheet in sheets)


def _scan(package: Package, name: str) -> SheetScan:
    scanner = SheetScanner()
    for chunk in inspected(package, name):
        scanner.feed(chunk)
    return scanner.close()


def _is_fit(name: str, scan: SheetScan) -> bool:
    """Whether calamine may read the part. It looks for cells and texts in sheets and in the parts of `xl/` itself."""
    folder, _, file = name.casefold().rpartition("/")
    matters = scan.is_sheet or (folder == "xl" and file.endswith(".xml"))
    return scan.extent.is_dense and not scan.claims_too_much and (scan.is_plain or not matters)


def _error_problems(package: Package, errors: dict[str, dict[Position, str]]) -> tuple[Problem, ...]:
    if not errors:
        return ()
    file = package.path.name
    return tuple(
        cell_error(CellRef(file, sheet, row, column), text)
        for sheet, part in _sheet_parts(package)
        for (row, column), text in sorted(errors.get(part, {}).items())
    )


def _sheet_in(package: Package, part: str) -> str:
    return next((sheet for sheet, held_by in _sheet_parts(package) if held_by == part), "")


def _sheet_parts(package: Package) -> list[tuple[str, str]]:
    """The sheets' names in the workbook's order, each with the part that holds it."""
    book = _markup(package, "xl/workbook.xml")
    links = _markup(package, "xl/_rels/workbook.xml.rels")
    targets = {link.get("Id", ""): _part_name(link.get("Target", "")) for link in links}
    sheets = [sheet for main in _MAIN for sheet in book.iter(f"{main}sheet")]
    return [(sheet.get("name", ""), targets.get(_link(sheet), "")) for sheet in sheets]


def _link(sheet: Element) -> str:
    return next((sheet.get(key, "") for key in _LINKS if sheet.get(key)), "")


def _part_name(target: str) -> str:
    inside = target if target.startswith(("/", "xl/")) else f"xl/{target}"
    return posixpath.normpath(inside).lstrip("/")


def _markup(package: Package, name: str) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(package.read(name))
    except ParseError as error:
        raise package.refused(Code.FILE_DAMAGED, f"{name} cannot be read") from error
    return root
