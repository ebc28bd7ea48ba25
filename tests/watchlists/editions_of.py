"""Editions for the tests of installing and updating: the cut-out of the UN list, as of any day."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from duediligence.settings import Settings
from duediligence.watchlists import catalogue_entry, lists_for
from duediligence.watchlists.editions import update as updating
from duediligence.watchlists.editions.folders import editions_folder
from tests.watchlists.helpers import DATA

ANY_LOSS = Settings(list_max_loss=1.0)
"""The cut-out has far fewer entries than the packaged list; most tests are not about that."""


def un_list(day: str, *, entries: int = 13) -> bytes:
    """The cut-out of the UN list as if generated on that day, with at most so many of its 13 entries."""
    text = (DATA / "un.xml").read_bytes().replace(b"2026-02-27T", f"{day}T".encode())
    found = re.findall(rb"<INDIVIDUAL>.*?</INDIVIDUAL>|<ENTITY>.*?</ENTITY>", text, re.DOTALL)
    for entry in found[entries:]:
        text = text.replace(entry, b"")
    return text


def fetched_from(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Lets the UN list, and any other, be fetched from these addresses."""
    monkeypatch.setattr(updating, "catalogue_entry", lambda name: replace(catalogue_entry(name), downloads=addresses))


def installed(list_name: str = "UN") -> list[str]:
    """The ids of whatever lies in the list's folder, whole or not."""
    return sorted(path.name for path in (editions_folder() / list_name).glob("*"))


def un_in_use() -> tuple[str, int]:
    """The date and the number of entries of the UN edition that an audit would use now."""
    (edition,) = (edition for edition in lists_for(()).editions if edition.list == "UN")
    return str(edition.dated), edition.entries


CHILD = """
import os, signal, sys
from dataclasses import replace
from datetime import date
from duediligence.settings import Settings
from duediligence.watchlists import catalogue_entry
from duediligence.watchlists.editions import download, install, update
update.catalogue_entry = lambda name: replace(catalogue_entry(name), downloads=(sys.argv[1],))
{before}
done = update.update("UN", date(2026, 11, 24), Settings(list_max_loss=1.0))
print("nothing" if done is None else done.new)
"""


def child(address: str, before: str = "") -> subprocess.Popen[str]:
    """Another program that updates the UN list from the address, after running the lines in `before`."""
    code = CHILD.format(before=before)
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.Popen(
        [sys.executable, "-c", code, address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
