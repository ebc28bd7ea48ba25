"""A user's own register file joins the packaged ones, and a row that cannot be used or has no source is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.hotspots import check, load_registers, with_own_registers
from duediligence.hotspots.registers.load import Registers
from duediligence.model import Basis, Nearness
from duediligence.settings import Settings

ROW = {
    "register": "OUR-LIST",
    "publisher": "Harbour Union",
    "edition": "2026-10-01",
    "licence": "internal",
    "citation": "Harbour Union 2026, field visits",
    "row": "P1",
    "kind": "place",
    "concern": "trafficking within or into a conflict area",
    "severity": "0.9",
    "country": "KE",
    "label": "Old Quay",
    "latitude": "-4.05",
    "longitude": "39.66",
    "radius_km": "5",
    "names": "Old Quay;Quai Vieux",
    "origin": "",
    "isic": "",
    "signs": "",
}


def joined(folder: Path, *rows: dict[str, str]) -> Registers:
    path = folder / "own.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(ROW))
        writer.writeheader()
        writer.writerows(ROW | row for row in rows)
    return with_own_registers(load_registers(), path, Settings())


@pytest.mark.parametrize("place", ["Old Quay", "12 Quai Vieux, Mombasa", "-4.06, 39.67"])
def test_a_named_place_is_met_by_name_or_by_coordinates_within_its_radius(place: str, tmp_path: Path) -> None:
    placement = check("Kenya", place, registers=joined(tmp_path, {}))
    (found,) = [item for item in placement.exposures if item.register == "OUR-LIST"]
    assert (found.row, found.nearness, found.basis) == ("P1", Nearness.SAME_PLACE, Basis.OWN)
    assert found.edition.isoformat() == "2026-10-01"
    assert "Source: Harbour Union 2026, field visits" in found.why


@pytest.mark.parametrize("place", ["New Quay", "-4.50, 39.67", "Quay"])
def test_another_place_of_the_country_is_not_met(place: str, tmp_path: Path) -> None:
    placement = check("Kenya", place, registers=joined(tmp_path, {}))
    assert not [item for item in placement.exposures if item.register == "OUR-LIST"]


def test_corridors_sectors_and_channels_join_in_too(tmp_path: Path) -> None:
    registers = joined(
        tmp_path,
        {"row": "C1", "kind": "corridor", "origin": "UG", "latitude": ""},
        {"row": "S1", "kind": "sector", "isic": "1410", "latitude": ""},
        {"row": "W1", "kind": "channel", "signs": "domain:t.me/quayjobs", "country": "", "latitude": ""},
    )
    placement = check("Kenya", "", "garments", "Uganda", "https://t.me/QuayJobs", registers=registers)
    assert {item.row for item in placement.exposures if item.register == "OUR-LIST"} == {"C1", "S1", "W1"}
    assert registers.register("OUR-LIST").rows == 3


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"citation": ""}, "no citation"),
        ({"publisher": "", "licence": ""}, "no publisher, licence"),
        ({"severity": "2"}, "not between 0 and 1"),
        ({"severity": "high"}, "high"),
        ({"kind": "harbour"}, "harbour"),
        ({"edition": "last year"}, "last year"),
        ({"country": "Kenya"}, "KENYA is no country code"),
        ({"radius_km": ""}, "radius_km"),
        ({"kind": "corridor", "latitude": ""}, "needs an origin"),
        ({"kind": "channel"}, "needs signs"),
        ({"kind": "sector"}, "needs isic"),
        ({"register": "EU-CAHRA"}, "packaged register"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_its_number(row: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=said) as refusal:
        joined(tmp_path, {}, row)
    assert refusal.value.code is Code.REGISTER_INVALID
    assert "own.csv, row 3" in str(refusal.value)


def test_a_file_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no rows"):
        joined(tmp_path)
