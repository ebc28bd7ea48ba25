"""Excel workbooks that are the same bytes each time and hold text as text."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from duediligence.tables.whole import write_whole
from duediligence.tables.write.safe_text import inert

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook

LONGEST_TEXT = 32_767
"""Characters in one cell, Excel's limit."""

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = 0o600 << 16
_UNIX = 3
_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def write_text(cell: Cell | MergedCell, value: str) -> None:
    """Puts text into a cell as text, whatever it looks like: `inert`, and never a formula or an error.

    Text beyond Excel's limit ends in `…`.
    """
    # Excel reads `_x0041_` as the letter A.
    text = _ESCAPED.sub("_x005F_", inert(value))
    cell.value = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    cell.data_type = "s"


def save_workbook(workbook: Workbook, path: Path, as_of: date) -> None:
    """Saves the workbook dated `as_of`: the same workbook gives the same bytes. Raises `OutputRefused`."""
    write_whole(path, workbook_bytes(workbook, as_of))


def workbook_bytes(workbook: Workbook, as_of: date) -> bytes:
    """The workbook as an xlsx file, dated midnight of `as_of`."""
    workbook.properties.creator = "duediligence"
    workbook.properties.created = datetime.combine(as_of, time.min)
    saved = io.BytesIO()
    workbook.save(saved)
    return _repacked(saved, datetime.combine(as_of, time.min, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _repacked(saved: io.BytesIO, moment: str) -> bytes:
    """openpyxl writes the clock into the properties and into every entry of the archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == _PROPERTIES:
                data = _MODIFIED.sub(rb"\g<1>" + moment.encode() + rb"\g<2>", data)
            target.writestr(_entry(name), data)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _FILE_MODE
    return entry
