"""`duediligence screen`: names against lists, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duediligence.cli.options import (
    AsOfOption,
    KeepRowsOption,
    ListsOption,
    MappingOption,
    MinScoreOption,
    PossibleOption,
    StrongOption,
    WorkersOption,
    day,
    intake_settings,
    with_limits,
)
from duediligence.cli.output import ProgressLine, edition_line, say, say_problems
from duediligence.model import PartyKind, Progress, Step


def screen_file(
    file: Annotated[Path, typer.Argument(help="Supplier or agency file.")],
    lists: ListsOption = None,
    kind: Annotated[PartyKind | None, typer.Option("--kind", help="Who its rows are. [default: by its words]")] = None,
    min_score: MinScoreOption = None,
    possible: PossibleOption = None,
    strong: StrongOption = None,
    mapping: MappingOption = None,
    keep_rows: KeepRowsOption = False,
    as_of: AsOfOption = None,
    workers: WorkersOption = None,
    out: Annotated[Path, typer.Option("--out", help="Where matches go; - for stdout.")] = Path("-"),
) -> None:
    """Hold every name of a file against the watchlists and write matches.csv.

    Example: duediligence screen suppliers.csv --lists lists/ --out matches.csv
    """
    from duediligence.intake import load_mapping, read_parties
    from duediligence.reports import write_matches_csv
    from duediligence.screening import screen
    from duediligence.watchlists import lists_for, staleness

    settings = with_limits(intake_settings(keep_rows), min_score, possible, strong)
    intake = read_parties(file, kind, settings, load_mapping(mapping) if mapping else None)
    loaded = lists_for(tuple(lists or ()))
    progress = ProgressLine()
    matches = screen(
        intake.parties,
        loaded.entries,
        settings,
        lambda done, total: progress(Progress(Step.SCREENING, done, total)),
        workers=workers,
    )
    progress.clear()
    write_matches_csv(matches, out)
    for edition in loaded.editions:
        say(edition_line(edition))
    for notice in loaded.notices:
        say(f"Warning: {notice}")
    say(f"{len(intake.parties)} parties, {len(matches)} potential matches.")
    say_problems((*staleness(loaded.editions, day(as_of), settings.list_max_age_days), *intake.problems))
