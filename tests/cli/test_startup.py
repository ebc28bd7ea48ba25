"""`--help` and `--version` answer without loading what only an audit needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from duediligence import __version__

# pydantic is looked at apart: typer itself loads it for the options of a command, though not for the first page.
HEAVY = (
    "openpyxl python_calamine rapidfuzz reportlab numpy yaml pycountry uharfbuzz charset_normalizer stdnum httpx"
).split()

PROBE = """
import sys
from duediligence.cli.app import app
try:
    app({arguments!r})
except SystemExit as end:
    assert not end.code, end.code
print("loaded:", sorted(set({heavy!r}) & set(sys.modules)))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["audit", "--help"],
        ["compare", "--help"],
        ["watchlist", "--help"],
        ["questionnaire", "--help"],
    ],
)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    first_page = arguments[0].startswith("--")
    probe = PROBE.format(arguments=arguments, heavy=[*HEAVY, *(["pydantic"] if first_page else [])])
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("loaded: []"), done.stdout


def test_version_is_the_packages_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "duediligence", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"duediligence {__version__}"
