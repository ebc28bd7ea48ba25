"""`duediligence audit`: the main job."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from duediligence.cli.options import (
    AsOfOption,
    KeepRowsOption,
    ListsOption,
    MinScoreOption,
    PossibleOption,
    StrongOption,
    WorkersOption,
    day,
    intake_settings,
    with_limits,
)
from duediligence.cli.output import ProgressLine, edition_line, say, say_problems
from duediligence.errors import Code
from duediligence.model import AuditReport, Progress, RiskBand, Severity, Step

if TYPE_CHECKING:
    from duediligence.audit import AuditRequest

FAIL_ON_REACHED = 4


class Format(StrEnum):
    """What `--format` can ask for; matches.csv, problems.csv and manifest.json are always written."""

    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


def audit(
    suppliers: Annotated[list[Path], typer.Argument(help="Supplier files: xlsx, xlsm, xls, ods, csv or tsv.")],
    agencies: Annotated[list[Path] | None, typer.Option("--agencies", help="Recruitment-agency file.")] = None,
    answers: Annotated[
        list[Path] | None, typer.Option("--answers", help="Answered questionnaire, or a folder of them.")
    ] = None,
    lists: ListsOption = None,
    mappings: Annotated[
        list[Path] | None,
        typer.Option("--mapping", help="A mapping that `import --save-mapping` wrote, for the file it names; repeat."),
    ] = None,
    registers: Annotated[
        list[Path] | None,
        typer.Option(
            "--register-file", help="A hotspot register of your own (csv); its rows weigh by their severity. Repeat."
        ),
    ] = None,
    keep_rows: KeepRowsOption = False,
    min_score: MinScoreOption = None,
    possible: PossibleOption = None,
    strong: StrongOption = None,
    as_of: AsOfOption = None,
    workers: WorkersOption = None,
    out: Annotated[Path | None, typer.Option("--out", help="Output folder. [default: audit-<as-of>]")] = None,
    formats: Annotated[
        list[Format] | None, typer.Option("--format", help="Only these of pdf, xlsx, json; may be repeated.")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="Title on the report's cover.")] = "Due diligence audit",
    fail_on: Annotated[
        RiskBand | None, typer.Option("--fail-on", help="Exit with 4 if a party's band is this or higher.")
    ] = None,
) -> None:
    """Read, screen, place, assess, weigh and report: everything, into one folder.

    Example: duediligence audit suppliers.xlsx --agencies recruiters.xlsx --lists lists/ --out audit
    """
    from duediligence.audit import AuditRequest

    request = AuditRequest(
        suppliers=tuple(suppliers),
        agencies=tuple(agencies or ()),
        answers=tuple(answers or ()),
        lists=tuple(lists or ()),
        mappings=tuple(mappings or ()),
        registers=tuple(registers or ()),
        as_of=day(as_of),
        settings=with_limits(intake_settings(keep_rows), min_score, possible, strong),
        title=title,
        workers=workers,
    )
    report = audit_into(request, out or default_folder(request.as_of), formats)
    if fail_on and any(profile.band.rank >= fail_on.rank for profile in report.profiles):
        raise typer.Exit(FAIL_ON_REACHED)


def default_folder(as_of: date) -> Path:
    """The folder used when `--out` is not given."""
    return Path(f"audit-{as_of.isoformat()}")


def audit_into(request: AuditRequest, out: Path, formats: list[Format] | None = None) -> AuditReport:
    """Runs the audit, writes its folder, and tells the person what came out and where."""
    from duediligence.audit import run_audit
    from duediligence.reports import check_folder, write_audit_folder

    check_folder(out)
    progress = ProgressLine()
    try:
        report = run_audit(request, progress)
        progress(Progress(Step.REPORTS))
        paths = write_audit_folder(report, out, [str(item) for item in formats or list(Format)])
    finally:
        progress.clear()
    _tell(report)
    for path in paths:
        typer.echo(str(path))
    return report


def _tell(report: AuditReport) -> None:
    rows = sum(table.rows for table in report.tables)
    lost = sum(table.problem_rows for table in report.tables)
    say(f"{rows} rows read: {len(report.parties)} parties, {lost} rows that are problems.")
    for table in report.tables:
        understood = ", ".join(f"{column.header} → {column.field}" for column in table.columns if column.field)
        say(f"{table.where} ({table.kind}): {understood}")
    for edition in report.editions:
        say(edition_line(edition))
    for notice in report.notices:
        say(f"Warning: {notice}")
    bands = {band: sum(profile.band is band for profile in report.profiles) for band in RiskBand}
    say("Residual risk: " + ", ".join(f"{count} {band}" for band, count in bands.items()) + ".")
    asked = f"{len(report.contradictions)} questions to ask where answers do not fit"
    say(f"{len(report.matches)} potential matches, {len(report.findings)} findings, {asked}.")
    # What is old was said among the warnings above.
    told = (problem for problem in report.problems if problem.code is not Code.LIST_STALE)
    say_problems([problem for problem in told if problem.severity is not Severity.NOTE])
