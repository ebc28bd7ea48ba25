"""A cell merged over several rows holds for each of them, and its address stays its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

import duediligence.tables.limits as limits
from duediligence.errors import InputRefused
from duediligence.intake.read import parties_of
from duediligence.intake.structure.merged_cells import filled_down
from duediligence.tables.sheets import Merged, Row, Value
from tests.intake.builders import codes_of, sheet, table

ROWS = (Row(2, ("A", "China")), Row(3, ("B",)), Row(5, ("C",)))


def values(merged: list[Merged]) -> list[tuple[Value, ...]]:
    return [row.values for row in filled_down(ROWS, merged, "x.xlsx")[0]]


def test_a_country_merged_over_rows_holds_for_each_and_is_found_where_it_is_written() -> None:
    lines = [["Name", "City", "Country"], ["A", "Dalian", "China"], ["B", "Wuhan"], ["C", "Pune", "India"]]
    intake = parties_of(table(replace(sheet(lines, "S"), merged=(Merged(2, 3, 3),)), file="x.xlsx"), None)
    assert [party.country for party in intake.parties] == ["CN", "CN", "IN"]
    assert [str(party.cell("country")) for party in intake.parties] == [
        "x.xlsx › S!C2",
        "x.xlsx › S!C2",
        "x.xlsx › S!C4",
    ]
    assert codes_of(intake) == []


def test_a_problem_of_a_merged_value_points_to_the_merged_cell() -> None:
    lines = [["Name", "City", "Country"], ["A", "Dalian", "Chna"], ["B", "Wuhan"]]
    intake = parties_of(table(replace(sheet(lines, "S"), merged=(Merged(2, 3, 3),)), file="x.xlsx"), None)
    assert codes_of(intake) == ["COUNTRY_UNKNOWN C2", "COUNTRY_UNKNOWN C2"]


def test_rows_that_the_range_does_not_reach_and_blank_rows_stay_as_they_are() -> None:
    assert values([Merged(2, 4, 2)]) == [("A", "China"), ("B", "China"), ("C",)]


def test_a_range_without_a_value_or_over_a_heading_fills_nothing() -> None:
    assert values([Merged(3, 5, 2), Merged(1, 5, 2), Merged(9, 12, 1)]) == [row.values for row in ROWS]


def test_a_value_under_a_merged_cell_is_kept() -> None:
    assert values([Merged(2, 5, 1)]) == [row.values for row in ROWS]


def test_of_ranges_that_lie_over_one_another_the_first_counts() -> None:
    assert values([Merged(2, 3, 2), Merged(3, 5, 2)])[2] == ("C",)


def test_a_table_whose_merged_cells_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SLOTS", 10)
    rows = (Row(1, (None,) * 5 + ("x",)), *(Row(number, ("y",)) for number in range(2, 6)))
    with pytest.raises(InputRefused):
        filled_down(rows, [Merged(1, 9, 6)], "x.xlsx")
