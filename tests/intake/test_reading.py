"""Whole files: nothing is lost, real lists are read, the same file gives the same parties."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duediligence.errors import InputRefused
from duediligence.intake import gather, link, normalised_rows, read_parties
from duediligence.intake.read import parties_of
from duediligence.intake.structure.tables import tables_in
from duediligence.intake.words import meaning_of
from duediligence.model import PartyKind
from duediligence.settings import Settings
from duediligence.tables.sheets import Sheet, Value
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
        assert not any(len(one.rows) > 2 and not _holds_a_label(one) for one in built.sheets)
        return
    for item in intake.tables:
        assert item.rows == item.parties + item.problem_rows
    parts = [part for one in built.sheets for part in tables_in(one) if part.lists_parties]
    assert [item.rows for item in intake.tables] == [len(part.rows) for part in parts]
    assert sum(item.parties for item in intake.tables) == len(intake.parties)
    assert sum(item.problem_rows for item in intake.tables) == sum(problem.rows for problem in intake.problems)
    assert len({party.party_id for party in intake.parties}) == len(intake.parties)
    assert all(party.name and party.cells["name"] == party.origin for party in intake.parties)


def _holds_a_label(one: Sheet) -> bool:
    """Whether a row starts with a header's words, as the lines of a form do; a form is refused."""
    first = [row.values[0] for row in one.rows if row.values and isinstance(row.values[0], str)]
    labels = [value for value in first if str(value).endswith(":") or meaning_of(str(value)).confidence == 1]
    return len(labels) > 1  # the table's own header is one


@given(tables(), tables())
def test_every_row_of_a_sheet_with_tables_is_in_one_of_them(upper: list[list[Value]], lower: list[list[Value]]) -> None:
    whole = sheet([*upper, [], *lower])
    parts = tables_in(whole)
    held = [row.number for part in parts for row in (*part.titles, *part.rows)]
    headers = [number for part in parts for number in range(part.header.first_row, part.header.row + 1)]
    assert not parts or sorted({*held, *headers}) == [row.number for row in whole.rows]
    assert not set(held) & set(headers)


@given(tables())
def test_no_cell_of_a_party_is_lost(lines: list[list[Value]]) -> None:
    """Every value of a party's row stands in a field, in `extra`, or in a problem of that cell."""
    built = sheet([["Name", "Country", "Colour", "Workers"], *lines])
    try:
        intake = parties_of(table(built), None)
    except InputRefused:
        return
    rows = {row.number: row.values for row in built.rows}
    for party in intake.parties:
        values = rows[party.origin.row]
        held_by = max(
            (item for item in intake.tables if item.header_row < party.origin.row), key=lambda item: item.header_row
        )
        for column in held_by.columns:
            if column.field:
                continue
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
    links = link(parties)
    assert {name: party.party_id for name, party in links.agencies_of("1").items()} == {"blue  gate": "1-2"}
    assert [problem.found for problem in links.dangling] == ["Red Gate"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        read_parties(tmp_path / "none.csv", None, Settings())
