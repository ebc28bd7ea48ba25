"""Options that several commands share, worded once."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

ListsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--lists",
        help="Watchlist file or folder, in the publisher's own format; may be repeated. "
        "Replaces the packaged demonstration lists.",
    ),
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day the result speaks for. [default: today]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON in place of a table.")]


def day(as_of: datetime | None) -> date:
    """The day asked for; else the one in SOURCE_DATE_EPOCH; else today."""
    if as_of:
        return as_of.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()
