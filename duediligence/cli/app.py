"""The Typer application: its commands, and how errors become messages and exit codes."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from duediligence import __version__
from duediligence.cli import audit, compare, demo, hotspot, intake, screen, verify
from duediligence.cli.output import fail
from duediligence.cli.questionnaires import commands as questionnaire
from duediligence.cli.watchlists import commands as watchlist
from duediligence.errors import DueDiligenceError, InputRefused, SettingsInvalid

EXIT_CODES = """
Exit codes: 0 done · 1 failed · 2 wrong usage · 3 input refused · 4 --fail-on band reached · 130 interrupted.
Data goes to stdout, everything else to stderr. Only `watchlist update` touches the network.
"""


class ErrorTranslatingGroup(TyperGroup):
    """Turns our errors into one line on stderr and the exit code that docs/commands.md promises."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command; a `DueDiligenceError` ends it with its own exit code."""
        try:
            return super().invoke(ctx)
        except InputRefused as error:
            fail(error.text, 3)
        except SettingsInvalid as error:
            fail(error.text, 2)
        except DueDiligenceError as error:
            fail(error.text, 1)
        except KeyboardInterrupt:
            fail("Interrupted; nothing was left half-written.", 130)


app = typer.Typer(
    name="duediligence",
    cls=ErrorTranslatingGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"duediligence {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Is there human trafficking behind this supplier, this recruitment agency, this place?

    Reads supplier and agency spreadsheets, screens them against dated watchlists and conflict hotspots, scores
    questionnaires, and writes an audit that shows its working. Offline, but for `watchlist update`.
    """


app.command("audit")(audit.audit)
app.command("compare")(compare.compare_names)
app.command("demo")(demo.demo)
app.command("import")(intake.import_file)
app.command("screen")(screen.screen_file)
app.command("verify")(verify.verify)
app.add_typer(watchlist.app, name="watchlist")
app.add_typer(hotspot.app, name="hotspot")
app.add_typer(questionnaire.app, name="questionnaire")
