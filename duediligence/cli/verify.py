"""`duediligence verify`: is an audit folder still what its manifest says?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duediligence.cli.output import fail, say_problems


def verify(folder: Annotated[Path, typer.Argument(help="A folder that `audit` wrote.")]) -> None:
    """Recompute every hash of an audit folder's manifest.

    Example: duediligence verify audit-2026-11-24
    """
    from duediligence.reports import verify_folder

    problems = verify_folder(folder)
    if problems:
        say_problems(problems)
        fail(f"{folder}: {len(problems)} differences from its manifest.", 1)
    typer.echo(f"{folder}: every file is what the manifest says.")
