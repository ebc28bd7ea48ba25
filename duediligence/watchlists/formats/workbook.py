"""Lists that come as a workbook or as any delimited text: their rows, by the room that reads tables safely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef
from duediligence.settings import Settings
from duediligence.tables import Sheet, TableFile, Value, read_table
from duediligence.watchlists.formats.csv import ListRow
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, squeezed


@lru_cache(maxsize=1)
def table_in(data: bytes) -> TableFile | None:
    """The table that the bytes are, None when they are none. Only the last one is kept: it is asked for twice."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_bytes(data)
        try:
            return read_table(path, Settings())
        except InputRefused:
            return None


def sheets_of(file: ListFile) -> Sequence[Sheet]:
    """The sheets of a file that was recognised; raises `InputRefused` (LIST_DAMAGED) where cells cannot be trusted."""
    table = table_in(file.data)
    if table is None or any(problem.code is Code.FILE_DAMAGED for problem in table.problems):
        raise damaged(file.name, "its cells cannot be read whole")
    return table.sheets


def texts(values: Sequence[Value]) -> list[str]:
    """Cells as text: a day as `2026-02-27`, a whole number without `.0`, an empty cell as nothing."""
    return [_text(value) for value in values]


def rows_below(file: ListFile, sheet: Sheet, header: int) -> Iterator[tuple[CellRef, ListRow]]:
    """The rows below `sheet.rows[header]`, by its texts; a value under no header is called by its column's number."""
    headers = texts(sheet.rows[header].values)
    for row in sheet.rows[header + 1 :]:
        cells = texts(row.values)
        named = (
            headers[place] if place < len(headers) and headers[place] else str(place + 1) for place in range(len(cells))
        )
        yield CellRef(file.name, sheet.name, row.number), ListRow(row.number, dict(zip(named, cells, strict=True)))


def _text(value: Value) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else squeezed(str(value))
