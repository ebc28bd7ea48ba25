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
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        help="Processes that share a long file's names; the matches are the same. [default: one for each core]",
    ),
]
MinScoreOption = Annotated[
    float | None,
    typer.Option("--min-score", min=0, max=1, help="Report no match below; lifts the other limits to it if need be."),
]
PossibleOption = Annotated[
    float | None, typer.Option("--possible", min=0, max=1, help="From this score on a match is possible.")
]
StrongOption = Annotated[
    float | None, typer.Option("--strong", min=0, max=1, help="From this score on a match is strong.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON in place of a table.")]


def intake_settings(keep_rows: bool) -> Settings:
    """The settings in force in the working folder, with the rows kept apart where that was asked for."""
    from duediligence.settings import load_settings

    settings = load_settings()
    return replace(settings, join_same_party=False) if keep_rows else settings


def with_limits(settings: Settings, least: float | None, possible: float | None, strong: float | None) -> Settings:
    """The settings with the limits that were given. Raises `SettingsInvalid` where they are then out of order.

    `least` lifts the limits that were not given: what is not reported is neither possible nor strong.
    """
    floor = settings.min_score if least is None else least
    return replace(
        settings,
        min_score=floor,
        possible_score=max(floor, settings.possible_score) if possible is None else possible,
        strong_score=max(floor, settings.strong_score) if strong is None else strong,
    )


def day(as_of: datetime | None) -> date:
    """The day asked for; else the one in SOURCE_DATE_EPOCH; else today."""
    if as_of:
        return as_of.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()
