"""`hotspot list`, `check` and `groups`: filters, JSON, and a register file of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from duediligence.cli.app import app


def run(*arguments: str) -> Any:
    done = CliRunner().invoke(app, ["hotspot", *arguments, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_registers_are_listed_by_kind() -> None:
    assert {item["register"] for item in run("list", "--kind", "corridor")} == {"CORRIDORS"}
    assert {item["kind"] for item in run("list")} == {"place", "sector", "corridor", "channel"}


def test_rows_are_listed_by_country_and_register_with_their_source() -> None:
    rows = run("list", "--country", "Lebanon", "--register", "CORRIDORS")
    assert {"ET-LB", "SY-LB"} <= {row["row"] for row in rows}
    assert all(row["citation"] and row["address"] and row["concern"] for row in rows)


def test_one_case_is_held_against_all_four_kinds() -> None:
    channel = "WhatsApp +977 9800000000"
    found = run("check", "--country", "Qatar", "--sector", "construction", "--from", "Nepal", "--channel", channel)
    assert {"CORRIDORS", "TIED-VISAS", "ONLINE-SIGNS"} <= {item["register"] for item in found}
    assert {"same route", "same country", "same channel"} <= {item["nearness"] for item in found}


def test_a_register_file_of_ones_own_joins_in(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "register,publisher,edition,licence,citation,row,kind,concern,severity,country\n"
        "OURS,Union,2026-10-01,internal,Union 2026,K1,place,tied visa,0.5,KE\n",
        encoding="utf-8",
    )
    assert "OURS" in {item["register"] for item in run("check", "--country", "KE", "--register-file", str(path))}
    assert "OURS" in {item["register"] for item in run("list", "--register-file", str(path))}


@pytest.mark.parametrize("option", ["--country", "--from"])
def test_a_country_that_cannot_be_read_is_refused(option: str) -> None:
    country = [] if option == "--country" else ["--country", "Qatar"]
    done = CliRunner().invoke(app, ["hotspot", "check", *country, option, "Burmma"])
    assert done.exit_code != 0


def test_parties_to_a_conflict_are_shown_in_the_words_of_their_list() -> None:
    found = run("groups")
    assert found
    assert all(item["entry"] and item["party_to_conflict"] and item["deeds"] for item in found)
