"""Codes of other classifications in a sector cell go to ISIC through the publishers' crosswalks."""

from __future__ import annotations

import csv

import pytest

from duediligence.hotspots import read_sector
from duediligence.hotspots.sectors.codes import isic_of_hs, isic_of_nace
from duediligence.resources import data_file


@pytest.mark.parametrize(
    ("text", "isic"),
    [
        ("NACE 14.13", ("1410",)),
        ("NACE Rev.2 C14.13", ("1410",)),
        ("NACE Rev. 2.1 78.20", ("7820", "7830")),
        ("CAE 14131", ("1410",)),
        ("14.13", ("1410",)),
        ("NAICS 561320", ("7820",)),
        ("NAICS 115115", ("0161",)),
        ("NAICS 2022 code 336110", ("2910",)),
        ("561330 - Professional Employer Organizations", ("7830",)),
        ("UK SIC 78109", ("7810",)),
        ("14131 - Manufacture of men's outerwear", ("1410",)),
        ("CIIU 1410", ("1410",)),
        ("HS 6109.10", ("1430",)),
        ("HS chapter 61", ("1430",)),
        ("6109.10.00", ("1430",)),
        ("HTS 8541.43", ("2610",)),
    ],
)
def test_a_code_is_read_by_its_own_scheme(text: str, isic: tuple[str, ...]) -> None:
    assert read_sector(text).isic == isic


@pytest.mark.parametrize("text", ["HS 9999", "HS 0200", "12345", "12.5%", "6109", "NAICS 999999", "ISIC 00"])
def test_a_number_that_no_scheme_has_stays_unknown(text: str) -> None:
    assert read_sector(text).isic == ()


def test_our_own_mapping_is_less_sure_than_a_publishers_crosswalk_and_a_label_surer_than_none() -> None:
    nace, bare, customs = (read_sector(text).confidence for text in ("NACE 14.13", "14.13", "HS 6109"))
    assert nace > bare > customs


def test_a_code_of_the_older_revision_is_read_by_it_and_a_new_one_by_the_newer() -> None:
    assert isic_of_nace("7820") == ("7820",)
    assert isic_of_nace("7820", newest=True) == ("7820", "7830")


def test_every_heading_of_the_harmonized_system_that_is_a_good_has_a_sector() -> None:
    with data_file("watchlists", "sectors", "hs2022_headings.csv").open(encoding="utf-8") as stream:
        headings = [row["heading"] for row in csv.DictReader(stream)]
    without = [heading for heading in headings if not isic_of_hs(heading) and not heading.startswith("99")]
    assert len(headings) > 1200
    assert without == []


def test_no_description_of_the_harmonized_system_ships() -> None:
    for name in ("hs2022_headings.csv", "hs_to_isic_our_mapping.csv"):
        text = data_file("watchlists", "sectors", name).read_text(encoding="utf-8")
        assert set("".join(text.splitlines()[1:])) <= set("0123456789,;")
