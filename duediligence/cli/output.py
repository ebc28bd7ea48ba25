"""How the command line speaks: data on stdout, everything else on stderr, progress on a terminal only."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import typer

from duediligence.model import ListEdition, Problem, Progress, Severity

SHOWN_PROBLEMS = 20


def say(text: str = "") -> None:
    """A line for the person, on stderr."""
    typer.echo(text, err=True)


def fail(text: str, code: int) -> NoReturn:
    """A last line on stderr, and the exit code."""
    say(text)
    raise typer.Exit(code)


def print_json(data: Any) -> None:
    """One JSON value on stdout, keys as given, UTF-8."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=1))


def print_json_line(data: Any) -> None:
    """One JSON value on a line of its own on stdout, UTF-8."""
    typer.echo(json.dumps(data, ensure_ascii=False))


def edition_line(edition: ListEdition) -> str:
    """Which edition of a list was used, of which day, and whether it is the packaged one."""
    dated = edition.dated.isoformat() if edition.dated else "no date"
    packaged = ", packaged copy" if edition.packaged else ""
    return f"{edition.list}: {edition.entries:,} entries, edition {dated} ({edition.date_basis}{packaged})"


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """A table on stdout, fitted to the terminal; plain text when it is piped."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", header_style="bold", show_edge=False, pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*(Text(str(value)) for value in row))
    console = Console()
    # A pipe has no width of its own: rows are then not folded, so that grep finds whole values.
    Console(width=None if console.is_terminal else 400).print(table)


def say_problems(problems: Sequence[Problem]) -> None:
    """The first problems, gravest first, and how many more there are."""
    order = list(Severity)
    ranked = sorted(problems, key=lambda problem: order.index(problem.severity))
    for problem in ranked[:SHOWN_PROBLEMS]:
        say(f"{problem.severity}: {problem}")
    if len(ranked) > SHOWN_PROBLEMS:
        say(f"… and {len(ranked) - SHOWN_PROBLEMS} more.")


class ProgressLine:
    """One line on a terminal that is written over; silent when stderr is piped."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty()
        self._shown = ""

    def __call__(self, progress: Progress) -> None:
        """Shows the step and, where the whole is known, how far it is."""
        if not self._visible:
            return
        text = f"{progress.step} … {progress.done:,} of {progress.total:,}" if progress.total else f"{progress.step} …"
        sys.stderr.write(f"\r{text:<{len(self._shown)}}")
        sys.stderr.flush()
        self._shown = text

    def clear(self) -> None:
        """Wipes the line."""
        if self._shown:
            sys.stderr.write("\r" + " " * len(self._shown) + "\r")
            self._shown = ""
