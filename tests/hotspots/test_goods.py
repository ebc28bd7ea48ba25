"""Which rows of the goods registers a party meets: the good itself, its sector, its HS code, and the region."""

from __future__ import annotations

import csv
import gzip
from typing import Any

import pytest

from duediligence.hotspots import load_registers, place_parties
from duediligence.hotspots.sectors.terms import concept_file
from duediligence.model import CellRef, Concern, HotspotKind, Nearness, Party, PartyKind
from duediligence.resources import data_file


def met(register: str, **fields: Any) -> dict[str, Nearness]:
    party = Party("P1", PartyKind.SUPPLIER, "Harbour Works", CellRef("s.xlsx", "S", 2, 1), **fields)
    (placement,) = place_parties([party], load_registers())
    return {item.row: item.nearness for item in placement.exposures if item.register == register}


@pytest.mark.parametrize(
    ("region", "rows"),
    [
        ("CN-XJ", {"CN-XJ/Cotton and cotton products", "CN/Cotton and cotton products"}),
        ("CN-SH", {"CN/Cotton and cotton products"}),
        ("", {"CN/Cotton and cotton products"}),
    ],
)
def test_a_priority_sector_weighs_most_in_the_region_that_the_act_names(region: str, rows: set[str]) -> None:
    assert set(met("UFLPA-SECTORS", country="CN", region=region, products=("cotton",))) == rows


def test_a_maker_elsewhere_does_not_meet_the_priority_sectors() -> None:
    assert not met("UFLPA-SECTORS", country="VN", products=("cotton",))


def test_an_order_on_goods_of_a_region_is_met_by_that_good_from_that_region() -> None:
    assert met("US-CBP-WRO", country="CD", region="CD-SK", products=("gold",)) == {"CD-SK/Gold": Nearness.SAME_GOOD}
    assert not met("US-CBP-WRO", country="CD", region="CD-KN", products=("gold",))
    assert not met("US-CBP-WRO", country="CD", products=("gold",))


def test_an_hs_code_meets_the_goods_of_its_heading_and_no_others_of_the_sector() -> None:
    rows = met("UFLPA-SECTORS", country="CN", products=("HS 2815.11",))
    assert rows == {"CN/Caustic soda": Nearness.SAME_GOOD}


def test_every_order_on_goods_stands_in_the_packaged_table_and_is_active() -> None:
    packed = data_file("watchlists", "snapshots", "cbp-wro", "withhold-release-orders-findings_active_2026-01.csv.gz")
    with gzip.open(packed, "rt", encoding="utf-8-sig", newline="") as stream:
        active = {row["Entity"] for row in csv.DictReader(stream) if row["Status"] == "Active"}
    with data_file("watchlists", "hotspots", "us-cbp-wro", "wro_goods.csv").open(encoding="utf-8") as stream:
        orders = {row["order"] for row in csv.DictReader(stream)}
    assert orders <= active
    assert len(orders) == 4


def test_forced_labour_child_labour_and_inputs_from_elsewhere_stay_apart() -> None:
    rows = {row.row: row for row in load_registers().hotspots if row.register == "US-DOL-TVPRA"}
    forced, child, made_with = (rows[name] for name in ("MMR/Jade", "UKR/Amber", "CHN/Lithium-Ion Batteries"))
    assert forced.concern is Concern.FORCED_LABOUR
    assert child.concern is Concern.CHILD_LABOUR
    assert made_with.pattern == "made with inputs tied to child or forced labour in Congo, Democratic Republic of the"


def test_every_good_that_a_word_names_is_a_good_of_some_register() -> None:
    named = {good for concept in concept_file().concepts for good in concept.goods}
    known = {good for row in load_registers().hotspots if row.kind is HotspotKind.SECTOR for good in row.goods}
    assert named <= known
