"""The command line. Commands translate words into calls and results into words; they compute nothing."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """The console script."""
    from duediligence.cli.app import app

    app()
