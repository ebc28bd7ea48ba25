"""Rows that name the same party: joined by a rule that is told, or pointed out."""

from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.errors import Code
from duediligence.intake import near_duplicates, read_parties
from duediligence.model import Intake, Party
from duediligence.settings import Settings

HEADER = "Supplier name,Country,City,Workers,Fee charged to workers,Products,Year,VAT"


def read(folder: Path, *rows: str, header: str = HEADER, join: bool = True) -> Intake:
    path = folder / "s.csv"
    path.write_text("\n".join((header, *rows)), encoding="utf-8")
    return read_parties(path, None, Settings(join_same_party=join))


def the_one(intake: Intake) -> Party:
    (party,) = intake.parties
    return party


def test_one_supplier_on_many_rows_and_years_is_one_party_with_its_sites(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        "Bright Glass Co. Ltd,China,Shenzhen,900,,lenses,2024,",
        "BRIGHT GLASS CO LTD,China,Shenzhen,950,,,2025,",
        "Bright Glass Co. Ltd.,China,Changsha,,,covers,2025,",
    )
    party = the_one(intake)
    assert party.name == "Bright Glass Co. Ltd"
    assert [cell.address for cell in party.also_in] == ["A3", "A4"]
    assert [(site.city, site.origin.address) for site in party.sites] == [("Changsha", "A4")]
    assert party.products == ("lenses", "covers")


def test_rows_in_are_still_parties_and_problems(tmp_path: Path) -> None:
    intake = read(tmp_path, "Alpha Mill,IN,,,,,,", "Alpha Mill,IN,,,,,,", "Beta Mill,IN,,,,,,")
    (table,) = intake.tables
    assert (table.rows, table.parties, table.problem_rows) == (3, 2, 1)
    assert table.rows == len(intake.parties) + sum(problem.rows for problem in intake.problems)
    (note,) = [problem for problem in intake.problems if problem.code is Code.ROW_JOINED]
    assert str(note.where) == "s.csv › A3"
    assert "A2" in note.advice


def test_joining_loses_no_value_and_of_fees_the_highest_counts(tmp_path: Path) -> None:
    party = the_one(read(tmp_path, "Alpha Mill,IN,,100,0,,2024,", "Alpha Mill,IN,,120,900,,2025,"))
    assert (party.workers, party.fee_charged) == (100, 900)
    assert party.cell("fee_charged").address == "E3"
    assert party.extra["workers (D3)"] == "120"
    assert party.extra["fee_charged (E2)"] == "0.0"
    assert {"2024", "2025"} <= set(party.extra.values())


@pytest.mark.parametrize(
    "rows",
    [
        ("Alpha Mill,IN,,,,,,", "Alpha Mill,PK,,,,,,"),
        ("Alpha Mill,IN,,,,,,", "Alpha Mills,IN,,,,,,"),
        ("Alpha Mill,FR,,,,,,FR40303265045", "Alpha Mill,FR,,,,,,FR23334175221"),
    ],
    ids=["another country", "another name", "another number of the same register"],
)
def test_what_tells_two_rows_apart_keeps_them_apart(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert len(read(tmp_path, *rows).parties) == 2


def test_different_stated_ids_keep_rows_apart_and_one_id_joins_them_without_a_warning(tmp_path: Path) -> None:
    header = "Supplier ID,Supplier name,Country"
    apart = read(tmp_path, "1,Alpha Mill,IN", "2,Alpha Mill,IN", header=header)
    assert len(apart.parties) == 2
    one = read(tmp_path, "1,Alpha Mill,IN", "1,Alpha Mill,IN", header=header)
    assert the_one(one).party_id == "1"
    assert Code.PARTY_ID_REPEATED not in {problem.code for problem in one.problems}


def test_the_rule_can_be_switched_off(tmp_path: Path) -> None:
    assert len(read(tmp_path, "Alpha Mill,IN,,,,,,", "Alpha Mill,IN,,,,,,", join=False).parties) == 2


@pytest.mark.parametrize(
    ("name", "pointed_out"),
    [
        ("Harbour Knitting Works Pvt Ltd", True),
        ("Harbour Kniting Works Limited", True),
        ("Harbour Weaving Works Ltd", False),
        ("Harbour Knitting Works 2 Ltd", False),
    ],
)
def test_what_is_nearly_the_same_is_pointed_out(tmp_path: Path, name: str, pointed_out: bool) -> None:
    intake = read(tmp_path, "Harbour Knitting Works,IN,,,,,,", f"{name},IN,,,,,,")
    found = list(near_duplicates(intake.parties))
    assert bool(found) == pointed_out
    assert all(problem.code is Code.PARTY_NEAR_DUPLICATE and str(problem.where) == "s.csv › A3" for problem in found)


def test_the_same_name_in_another_country_is_pointed_out(tmp_path: Path) -> None:
    (found,) = near_duplicates(read(tmp_path, "Alpha Mill,IN,,,,,,", "Alpha Mill,PK,,,,,,").parties)
    assert "another country" in found.advice


def test_one_registers_number_under_two_names_is_pointed_out(tmp_path: Path) -> None:
    intake = read(tmp_path, "Alpha Mill,FR,,,,,,FR40303265045", "Omega Works,FR,,,,,,FR40303265045")
    (found,) = near_duplicates(intake.parties)
    assert "vat number FR40303265045" in found.advice
