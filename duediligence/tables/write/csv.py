"""Comma-separated values that are the same bytes each time and run nothing when opened."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from duediligence.tables.sheets import Value
from duediligence.tables.whole import write_whole
from duediligence.tables.write.safe_text import inert


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """The table as text: comma, LF, quotes only where needed.

    Text goes through `inert`; numbers stay as they are; None is empty; dates are ISO 8601; truth is `true` or `false`.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([inert(name) for name in header])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Writes `csv_text` as UTF-8 without a byte order mark; the path `-` is standard output. Raises `OutputRefused`."""
    text = csv_text(header, rows)
    if str(path) == "-":
        sys.stdout.write(text)
    else:
        write_whole(path, text.encode("utf-8"))


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return inert(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else value.isoformat()
