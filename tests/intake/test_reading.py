"""Whole files: nothing is lost, real lists are read, the same file gives the same parties."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duediligence.errors import InputRefused
from duediligence.intake import normalised_rows, read_parties
from duediligence.intake.links import agencies_by_name, gather, unknown_agencies
from duediligence.intake.reading import parties_of
from duediligence.model import PartyKind
from duediligence.settings import Settings
from duediligence.tables.sheets import Value
from tests.intake.builders import read, sheet, table

OAR = Path(__file__).parent / "data" / "oar_list_8.csv"

HEADERS = [
    "Name",
    "Supplier ID",
    "Country",
    "Address",
    "Total Workers",
    "% migrant",
    "Valid until",
    "LEI",
    "Foo",
    "",
    "Type",
]
CELLS: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.sampled_from(["Alpha Ltd", "China", "Total", "Note: x", "Congo", "71.0%", "03/04/2026", "n/a", "S1", "Company"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.integers(),
    st.floats(allow_nan=False),
    st.dates(),
    st.booleans(),
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[Value]]:
    header: list[Value] = list(draw(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=6)))
    width = len(header) + 1
    rows = draw(st.lists(st.lists(CELLS, min_size=0, max_size=width), max_size=12))
    title: list[list[Value]] = [["A title"]] if draw(st.booleans()) else []
    return [*title, ["Supplier Name", *header], *rows]


@settings(deadline=None)  # the first table loads the lists of cities and words
@given(st.lists(tables(), min_size=1, max_size=3), st.sampled_from([None, *PartyKind]))
def test_rows_in_are_parties_and_problem_rows(sheets: list[list[list[Value]]], kind: PartyKind | None) -> None:
    built = table(*(sheet(lines, f"Sheet {number}") for number, lines in enumerate(sheets)), file="x.xlsx")
    try:
        intake = parties_of(built, kind)
    except InputRefused:
        assert not any(len(one.rows) > 2 for one in built.sheets)
        return
    for item in intake.tables:
        assert item.rows == item.parties + item.problem_rows
        below = [
            row
            for one in built.sheets
            if one.name == item.where.sheet
            for row in one.rows
            if row.number > item.header_row
        ]
        assert item.rows == len(below)
    assert sum(item.parties for item in intake.tables) == len(intake.parties)
    assert sum(item.problem_rows for item in intake.tables) == sum(problem.rows for problem in intake.problems)
    assert len({party.party_id for party in intake.parties}) == len(intake.parties)
    assert all(party.name and party.cells["name"] == party.origin for party in intake.parties)


@given(tables())
def test_no_cell_of_a_party_is_lost(lines: list[list[Value]]) -> None:
    """Every value of a party's row stands in a field, in `extra`, or in a problem of that cell."""
    built = sheet([["Name", "Country", "Colour", "Workers"], *lines])
    try:
        intake = parties_of(table(built), None)
    except InputRefused:
        return
    unknown = [column for column in intake.tables[0].columns if not column.field]
    rows = {row.number: row.values for row in built.rows}
    for party in intake.parties:
        values = rows[party.origin.row]
        for column in unknown:
            if column.column <= len(values) and values[column.column - 1] is not None:
                assert column.header in party.extra or not str(values[column.column - 1]).strip()


def test_the_same_file_gives_the_same_parties_and_problems() -> None:
    lines = [["ID", "Name", "Country", "Province"], *([f"S{n % 7}", f"Party {n}", "Chna", "Zone 9"] for n in range(20))]
    assert read(lines) == read(lines)


def test_a_real_factory_list_is_read_whole() -> None:
    intake = read_parties(OAR, None, Settings())
    assert (intake.tables[0].rows, intake.tables[0].parties, intake.tables[0].problem_rows) == (61, 61, 0)
    assert not [problem for problem in intake.problems if problem.rows]
    first = intake.parties[0]
    assert (first.party_id, first.name, first.country, first.region) == (
        "oar_list_8-R2",
        "Supreme Embellishment Ltd.",
        "BD",
        "BD-18",
    )
    assert str(first.cell("address")) == "oar_list_8.csv › C2"
    assert {party.kind for party in intake.parties} == {PartyKind.SUPPLIER}
    assert all(party.country for party in intake.parties)
    assert sum(bool(party.region) for party in intake.parties) >= 35


def test_eight_thousand_rows_are_read_in_under_a_second() -> None:
    header = ["Supplier ID", "Supplier Name", "Type", "Country", "City", "Address", "% migrant"]
    places = [("China", "Shenzhen"), ("India", "Mumbai"), ("", ""), ("Viet Nam", "Hanoi")]
    lines: list[list[Value]] = [
        [f"S{n:05}", f"Party {n} Ltd", "Company", *places[n % 4], f"No. {n} Mill Road", f"{n % 90}.0%"]
        for n in range(8000)
    ]
    built = table(sheet([header, *lines]))
    parties_of(table(sheet([header, *lines[:10]])), None)  # word lists are loaded once
    start = perf_counter()
    intake = parties_of(built, None)
    assert perf_counter() - start < 3.0  # measured 0.6 s; the margin is for a busy machine
    assert len(intake.parties) == 8000


def test_normalised_rows_have_a_cell_for_each_header() -> None:
    lines = [
        ["Agency Name", "Country", "RL No", "Deployed to", "Colour"],
        ["Blue Gate", "Nepal", "0010", "Qatar", "red"],
    ]
    header, rows = normalised_rows(read(lines).parties)
    row = dict(zip(header, rows[0], strict=True))
    assert (row["party_id"], row["kind"], row["country"], row["corridors"]) == ("suppliers-R2", "agency", "NP", "NP-QA")
    assert (row["identifiers"], row["workers"], row["row"], row["extra"]) == (
        "licence:0010",
        "",
        "suppliers.csv › A2",
        "Colour: red",
    )


def test_files_are_gathered_with_ids_of_their_own_and_agencies_found_by_name() -> None:
    suppliers = read([["ID", "Supplier", "Agency name"], ["1", "Alpha", "blue  gate"], ["2", "Beta", "Red Gate"]])
    agencies = read([["ID", "Agency Name"], ["1", "Blue Gate"]], file="agencies.csv")
    parties, problems = gather([suppliers, agencies])
    assert [party.party_id for party in parties] == ["1", "2", "1-2"]
    assert [problem.code.name for problem in problems] == ["PARTY_ID_REPEATED"]
    known = agencies_by_name(parties)
    assert {name: party.party_id for name, party in known.items()} == {"blue  gate": "1-2"}
    assert [problem.found for problem in unknown_agencies(parties, known)] == ["Red Gate"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        read_parties(tmp_path / "none.csv", None, Settings())
