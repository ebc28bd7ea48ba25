"""The packaged registers: each says on whose word it stands, and each row has a key, a pattern and a source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from duediligence.errors import PackagedDataBroken
from duediligence.hotspots import load_registers
from duediligence.hotspots.registers.metadata import register_folders
from duediligence.hotspots.sectors.terms import isic_titles
from duediligence.model import Basis, Hotspot, HotspotKind
from duediligence.places import country_of_code
from duediligence.resources import data_folder

REGISTERS = data_folder("watchlists") / "hotspots"
IN_EACH_ROW = "The citation of each row"


def has_key(row: Hotspot) -> bool:
    match row.kind:
        case HotspotKind.CORRIDOR:
            return bool(row.origin and row.country)
        case HotspotKind.CHANNEL:
            return bool(row.signs)
        case HotspotKind.SECTOR:
            return bool(row.country and (row.isic or row.goods))
        case HotspotKind.PLACE:
            return bool(row.country)


def test_every_register_says_all_it_must() -> None:
    for register in load_registers().registers:
        assert all((register.publisher, register.licence, register.citation, register.cannot_see, register.rows))


def test_every_row_has_a_key_a_pattern_a_severity_and_a_source() -> None:
    registers = load_registers()
    for row in registers.hotspots:
        assert has_key(row), row
        assert row.row and row.label and row.pattern and 0 <= row.severity <= 1 and 0 < row.confidence <= 1, row
        assert row.citation or registers.register(row.register).citation != IN_EACH_ROW, row


def test_every_code_of_a_row_exists() -> None:
    for row in load_registers().hotspots:
        assert all(country_of_code(code) == code for code in (row.country, row.origin) if code), row
        assert all(code in isic_titles() for code in row.isic), row


def test_no_two_rows_of_an_open_register_bear_one_name() -> None:
    opened = {folder.about.register for folder in register_folders() if folder.about.open}
    names = [(row.register, row.row) for row in load_registers().hotspots if row.register in opened]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("missing", ["publisher", "licence", "citation", "source", "cannot_see"])
def test_a_register_without_a_source_does_not_load(missing: str, tmp_path: Path) -> None:
    folder = tmp_path / "eu-cahra"
    shutil.copytree(REGISTERS / "eu-cahra", folder)
    about = folder / "register.yaml"
    lines = about.read_text(encoding="utf-8").splitlines()
    kept = [f"{missing}: ''" if line.startswith(f"{missing}:") else line for line in lines]
    about.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(PackagedDataBroken, match=missing):
        register_folders(tmp_path)


def test_what_was_written_here_is_never_called_an_official_list() -> None:
    written_here = [item for item in load_registers().registers if "here" in item.publisher]
    assert written_here
    assert all(item.basis in (Basis.OWN, Basis.REPORTING) for item in written_here)
