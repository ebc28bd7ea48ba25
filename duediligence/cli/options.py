"""Options that several commands share, worded once."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from duediligence.settings import Settings

ListsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--lists",
        help="Watchlist file or folder, in the publisher's own format; may be repeated. "
        "Replaces the installed and packaged lists.",
    ),
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day the result speaks for. [default: today]"),
]
MappingOption = Annotated[
    Path | None,
    typer.Option("--mapping", help="A mapping that `import --save-mapping` wrote, as corrected; it is obeyed."),
]
KeepRowsOption = Annotated[
    bool, typer.Option("--keep-rows", help="Keep every row a party of its own: rows that name one party stay apart.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON in place of a table.")]


def intake_settings(keep_rows: bool) -> Settings:
    """The settings in force in the working folder, with the rows kept apart where that was asked for."""
    from duediligence.settings import load_settings

    settings = load_settings()
    return replace(settings, join_same_party=False) if keep_rows else settings


def day(as_of: datetime | None) -> date:
    """The day asked for; else the one in SOURCE_DATE_EPOCH; else today."""
    if as_of:
        return as_of.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()
