"""However a file is broken, it is read or refused: no other error, and the process lives."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.settings import Settings
from duediligence.tables import read_table
from tests.tables import builders
from tests.tables.conftest import DATA

TRIES = 60


def broken(content: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, lost or doubled."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(changed))
        kind = chance.random()
        if kind < 0.6:
            changed[at] = chance.choice((0, 0xFF, chance.randrange(256)))
        elif kind < 0.8:
            del changed[at : at + chance.randint(1, 40)]
        else:
            changed[at:at] = changed[at : at + chance.randint(1, 40)]
    return bytes(changed)


def broken_inside(content: bytes, chance: random.Random, path: Path) -> None:
    """The package with one part broken, and its archive whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    victim = chance.choice([name for name, part in parts.items() if part])
    part = parts[victim]
    parts[victim] = broken(part if isinstance(part, bytes) else part.encode(), chance)
    builders.package(path, parts)


@pytest.mark.parametrize("name", ["positions.xlsx", "positions.ods", "positions.xls", "locked.ods", "locked.xls"])
def test_a_broken_file_is_read_or_refused(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    content = (DATA / name).read_bytes()
    path = tmp_path / name
    outcomes = set()
    for number in range(TRIES):
        if number % 2 and zipfile.is_zipfile(DATA / name):
            broken_inside(content, chance, path)
        else:
            path.write_bytes(broken(content, chance))
        try:
            outcomes.add(bool(read_table(path, Settings()).sheets))
        except InputRefused as refusal:
            assert refusal.where == name
            outcomes.add(False)
    assert False in outcomes
