"""`duediligence import`: what was understood of a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from duediligence.cli.options import JsonOption
from duediligence.cli.output import print_json, print_table, say, say_problems
from duediligence.model import Intake, PartyKind


def import_file(
    file: Annotated[Path, typer.Argument(help="xlsx, xlsm, xls, ods, csv or tsv.")],
    kind: Annotated[PartyKind | None, typer.Option("--kind", help="Who its rows are. [default: by its words]")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write the normalised rows as csv; - for stdout.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what each column was understood as, and write the rows in one common form.

    Example: duediligence import suppliers.xlsx --out parties.csv
    """
    from duediligence.intake import normalised_rows, read_parties
    from duediligence.settings import load_settings
    from duediligence.tables import write_csv

    intake = read_parties(file, kind, load_settings())
    if out:
        write_csv(out, *normalised_rows(intake.parties))
    if as_json:
        print_json(_as_json(intake))
    elif str(out) != "-":
        _show(intake)
    say_problems(intake.problems)


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
        say(f"{table.rows} rows: {table.parties} parties, {table.problem_rows} rows that are problems.")


def _as_json(intake: Intake) -> dict[str, Any]:
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
                        "confidence": column.confidence,
                        "reason": column.reason,
                    }
                    for column in table.columns
                ],
            }
            for table in intake.tables
        ],
        "problems": [
            {"code": problem.code.code, "where": str(problem.where or ""), "text": str(problem)}
            for problem in intake.problems
        ],
    }
