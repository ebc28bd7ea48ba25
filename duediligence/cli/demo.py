"""`duediligence demo`: the main job on the packaged workshop set."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duediligence.cli.audit import audit_into
from duediligence.cli.options import AsOfOption, day
from duediligence.cli.output import say


def demo(
    out: Annotated[Path, typer.Option("--out", help="Output folder.")] = Path("demo"),
    as_of: AsOfOption = None,
) -> None:
    """Write the invented workshop files, audit them, and say where the report is.

    The firms are invented; a few carry officially listed names so that matches can be practised. The packaged lists
    are used even where newer ones are installed, so that everyone in a workshop sees the same.
    """
    from duediligence.audit import AuditRequest
    from duediligence.reports import check_folder
    from duediligence.settings import load_settings
    from duediligence.watchlists import packaged_folder
    from duediligence.workshop import write_demo_inputs

    check_folder(out / "audit")
    settings = load_settings()
    inputs = write_demo_inputs(out / "inputs", day(as_of))
    request = AuditRequest(
        suppliers=inputs.suppliers,
        agencies=inputs.agencies,
        answers=inputs.answers,
        as_of=day(as_of),
        lists=(packaged_folder(),),
        settings=settings,
        title="Workshop demonstration: invented suppliers and agencies",
    )
    audit_into(request, out / "audit")
    say(f"\nThe report: {out / 'audit' / 'report.pdf'}\nThe untidy input files: {out / 'inputs'}")
