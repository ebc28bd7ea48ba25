"""Nothing but `watchlist update` touches the network."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from duediligence.cli.app import app
from tests.watchlists.helpers import DATA


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def blocked(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", blocked)
    monkeypatch.setattr(socket, "create_connection", blocked)
    monkeypatch.setattr(socket, "getaddrinfo", blocked)


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    path = tmp_path / "s.csv"
    path.write_text("Supplier name,Country,Sector\nHarbour Knits,India,Textiles\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "{file}", "--out", "{folder}/audit", "--format", "json"],
        ["screen", "{file}"],
        ["import", "{file}", "--json"],
        ["watchlist", "list"],
        ["watchlist", "search", "Aerocaribbean"],
        ["watchlist", "inspect", str(DATA)],
        ["hotspot", "list"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_no_command_opens_a_socket(arguments: Sequence[str], suppliers: Path) -> None:
    here = {"file": str(suppliers), "folder": str(suppliers.parent)}
    done = CliRunner().invoke(app, [argument.format(**here) for argument in arguments])
    assert done.exit_code == 0, done.output


def test_the_block_shows_the_one_command_that_does() -> None:
    done = CliRunner().invoke(app, ["watchlist", "update", "UN"])
    assert isinstance(done.exception, AssertionError)
    assert str(done.exception) == "a socket was opened"
