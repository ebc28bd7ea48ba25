"""`duediligence import`: what was understood of a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from duediligence.cli.options import AsOfOption, JsonOption, KeepRowsOption, MappingOption, day, intake_settings
from duediligence.cli.output import print_json, print_table, say, say_problems
from duediligence.model import Intake, PartyKind, Problem


def import_file(
    file: Annotated[Path, typer.Argument(help="xlsx, xlsm, xls, ods, csv or tsv.")],
    kind: Annotated[PartyKind | None, typer.Option("--kind", help="Who its rows are. [default: by its words]")] = None,
    mapping: MappingOption = None,
    save_mapping: Annotated[
        Path | None, typer.Option("--save-mapping", help="Write what was understood as a TOML file, to be corrected.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the normalised rows: csv, jsonl or xlsx; - for csv on stdout.")
    ] = None,
    mark: Annotated[
        Path | None, typer.Option("--mark", help="Write a copy (xlsx) with each problem as a comment at its cell.")
    ] = None,
    keep_rows: KeepRowsOption = False,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what each column was understood as, and write the rows in one common form.

    Example: duediligence import suppliers.xlsx --out parties.csv --mark checked.xlsx
    """
    from duediligence.intake import (
        link,
        load_mapping,
        mark_problems,
        near_duplicates,
        read_parties,
        write_mapping,
        write_parties,
    )

    settings = intake_settings(keep_rows)
    intake = read_parties(file, kind, settings, load_mapping(mapping) if mapping else None)
    problems = (*intake.problems, *near_duplicates(intake.parties), *link(intake.parties).dangling)
    if save_mapping:
        write_mapping(save_mapping, intake)
        say(f"What was understood is in {save_mapping}; correct it and give it back with --mapping.")
    if mark:
        say(f"{mark}: {mark_problems(file, problems, mark, settings, day(as_of))} cells carry a comment.")
    if out:
        write_parties(out, intake.parties, day(as_of))
    if as_json:
        print_json(_as_json(intake, problems))
    elif str(out) != "-":
        _show(intake)
    say_problems(problems)


def _show(intake: Intake) -> None:
    for table in intake.tables:
        hidden = ", hidden sheet" if table.hidden else ""
        rows = [
            (column.header, column.field or "kept as it is", f"{column.confidence:.2f}", column.reason)
            for column in table.columns
        ]
        print_table(
            ("Column", "Understood as", "Sureness", "Why"),
            rows,
            title=f"{table.where}: header in row {table.header_row}, {table.kind}{hidden}",
        )
        say(f"{table.rows} rows: {table.parties} parties, {table.problem_rows} rows that are problems or were joined.")


def _as_json(intake: Intake, problems: tuple[Problem, ...]) -> dict[str, Any]:
    return {
        "file": intake.file,
        "tables": [
            {
                "where": str(table.where),
                "kind": table.kind,
                "header_row": table.header_row,
                "hidden": table.hidden,
                "rows": table.rows,
                "parties": table.parties,
                "problem_rows": table.problem_rows,
                "columns": [
                    {
                        "header": column.header,
                        "field": column.field,
                        "kind": column.kind,
                        "confidence": column.confidence,
                        "reason": column.reason,
                    }
                    for column in table.columns
                ],
            }
            for table in intake.tables
        ],
        "problems": [
            {
                "code": problem.code.code,
                "severity": problem.severity,
                "where": str(problem.where or ""),
                "text": str(problem),
                "rows": problem.rows,
            }
            for problem in problems
        ],
    }
