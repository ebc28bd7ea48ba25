"""Single cells and the conventions of whole columns."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duediligence.errors import Code
from duediligence.intake.cells.dates import date_column
from duediligence.intake.cells.identifiers import identifier, labelled
from duediligence.intake.cells.numbers import amount_reader, comma_decimals, count_reader, parse_number, share_column
from duediligence.intake.cells.text import items, other_names_in, stated, text_of, web_addresses
from duediligence.intake.words import cell_words
from duediligence.resources import load_yaml
from duediligence.tables.sheets import Value

CASES: dict[str, Any] = load_yaml(Path(__file__).parent.parent / "cases" / "cells.yaml")
VALUES = st.one_of(
    st.none(), st.text(max_size=20), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
)


@pytest.mark.parametrize(("text", "whole", "comma", "number"), CASES["numbers"])
def test_a_number_is_read_in_any_usual_writing(text: str, whole: bool, comma: bool, number: float | None) -> None:
    assert parse_number(text, comma=comma, whole=whole) == number


@pytest.mark.parametrize(("percent", "totals", "cells", "shares", "unit"), CASES["shares"])
def test_a_share_column_is_read_by_its_own_cells(
    percent: bool, totals: bool, cells: list[Value], shares: list[float | None], unit: str
) -> None:
    column = share_column(cells, says_percent=percent, totals=totals)
    read = [column.read(cell, 100 if totals else None) for cell in cells]
    assert [cell.value for cell in read] == shares
    assert column.unit == unit
    assert all(cell.code for cell, text in zip(read, cells, strict=True) if cell.value is None and stated(text))


def test_a_share_that_can_be_read_in_two_ways_is_doubted_and_says_so() -> None:
    column = share_column(["71.0%", "1.0%"], says_percent=True, totals=False)
    cell = column.read("1.0%")
    assert (cell.value, cell.code) == (None, Code.NUMBER_DOUBTFUL)
    assert "100 %" in cell.suggestion


def test_a_number_of_migrants_needs_the_number_of_workers() -> None:
    column = share_column([40, 60], says_percent=False, totals=True)
    assert column.read(40, 80).value == 0.5
    assert column.read(40, None).code is Code.NUMBER_UNREADABLE
    assert column.read(90, 80).code is Code.NUMBER_UNREADABLE


@pytest.mark.parametrize(("cells", "dates"), CASES["dates"])
def test_a_date_column_is_read_by_its_own_cells(cells: list[Value], dates: list[str | None]) -> None:
    column = date_column(cells)
    read = [column.read(cell) for cell in cells]
    assert [cell.value.isoformat() if cell.value else None for cell in read] == dates
    for cell, text in zip(read, cells, strict=True):
        assert (cell.code is Code.DATE_UNREADABLE) == (cell.value is None and bool(stated(text)))


def test_an_ambiguous_date_names_both_days() -> None:
    cell = date_column(["03/04/2026"]).read("03/04/2026")
    assert cell.suggestion == "Is it 2026-04-03 or 2026-03-04? Write that."


def test_date_cells_are_taken_as_they_are() -> None:
    column = date_column([])
    assert column.read(date(2026, 1, 2)).value == column.read(datetime(2026, 1, 2, 10, 30)).value == date(2026, 1, 2)


@pytest.mark.parametrize(("name", "names"), CASES["names"])
def test_other_names_are_found_in_a_name(name: str, names: list[str]) -> None:
    assert list(other_names_in(name)) == names


@pytest.mark.parametrize(("kind", "text", "country", "value", "valid"), CASES["identifiers"])
def test_an_identifier_is_normalised_and_checked(
    kind: str, text: str, country: str, value: str, valid: bool | None
) -> None:
    found = identifier(kind, text, country)
    assert (found.kind, found.value, found.valid) == (kind, value, valid)


def test_counts_are_whole_and_no_number_is_negative_or_without_end() -> None:
    count = count_reader([])
    assert (count("1,234").value, count(56.0).value) == (1234, 56)
    assert {count(text).code for text in ("12.5", -3, "x", True, float("inf"), float("nan"))} == {
        Code.NUMBER_UNREADABLE
    }
    assert count("n/a").code is None


def test_no_fee_is_a_fee_of_nothing_and_an_empty_cell_is_not() -> None:
    fee = amount_reader(["no fee", "1.450,50"])
    assert (fee("No fee").value, fee("1.450,50").value, fee("").value) == (0.0, 1450.5, None)
    assert comma_decimals(["1.450,50"])
    assert not comma_decimals(["1,450.50", 12.5, None])


def test_values_become_text_without_loss() -> None:
    assert [text_of(value) for value in ("007", 7.0, 7.5, True, None, 10**20)] == [
        "007",
        "7",
        "7.5",
        "yes",
        "",
        "1" + "0" * 20,
    ]
    assert text_of(datetime(2026, 1, 2)) == text_of(date(2026, 1, 2)) == "2026-01-02"
    assert (text_of(datetime(2026, 1, 2, 3, 4)), text_of(time(8, 30))) == ("2026-01-02 03:04:00", "08:30:00")


def test_a_cell_that_says_there_is_no_value_is_empty() -> None:
    assert [stated(text) for text in ("n/a", "-", "TBD", "None", "Nope Ltd")] == ["", "", "", "", "Nope Ltd"]


def test_commas_part_products_and_not_names() -> None:
    assert items("shirts, trousers; socks\nshirts", commas=True) == ("shirts", "trousers", "socks")
    assert items("Smith, Jones & Co., Ltd.; Beta", commas=False) == ("Smith, Jones & Co., Ltd.", "Beta")


def test_a_comma_before_a_legal_form_parts_nothing() -> None:
    assert items("Alpha Co., Ltd., Beta, Inc.", commas=True) == ("Alpha Co., Ltd.", "Beta, Inc.")
    assert items("Alpha Ltd, Beta GmbH", commas=False) == ("Alpha Ltd", "Beta GmbH")
    assert items("Person, A.; Person, B.", commas=False) == ("Person, A.", "Person, B.")


def test_a_stroke_between_blanks_parts_words_and_not_figures() -> None:
    assert items("Knit / Woven", commas=True) == ("Knit", "Woven")
    assert items("12 / 345 / 6789", commas=True) == ("12 / 345 / 6789",)
    assert items("wood/paper", commas=True) == ("wood/paper",)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("alpha.com / www.beta.org", ("alpha.com", "www.beta.org")),
        ("https://alpha.com; alpha.com and beta.org", ("https://alpha.com", "alpha.com", "beta.org")),
        ("alpha.com", ("alpha.com",)),
        ("to be built", ("to be built",)),
        ("", ()),
    ],
)
def test_the_web_addresses_of_one_cell_are_parted(text: str, addresses: tuple[str, ...]) -> None:
    assert web_addresses(text) == addresses


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("tax", "VAT: DE136695976", ("vat", "DE136695976")),
        ("tax", "VAT DE136695976", ("vat", "DE136695976")),
        ("vat", "Reg. No. 12345", ("registration", "12345")),
        ("vat", "Reg# 12345", ("registration", "12345")),
        ("vat", "统一社会信用代码：91440300MA5DABCD1X", ("registration", "91440300MA5DABCD1X")),
        ("registration", "HRB 12345", ("registration", "HRB 12345")),
        ("tax", "12 345 678", ("tax", "12 345 678")),
        ("tax", "Ref: 12345", ("tax", "Ref: 12345")),
    ],
)
def test_a_label_says_which_register_gave_a_number(kind: str, text: str, found: tuple[str, str]) -> None:
    assert labelled(kind, text) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alpha Ltd; Beta GmbH", ("Alpha Ltd", "Beta GmbH")),
        ("Alpha Mills | Beta Mills", ("Alpha Mills", "Beta Mills")),
        ("Alpha Ltd / Beta GmbH", ("Alpha Ltd", "Beta GmbH")),
        ("Alpha Co Ltd\n阿尔法有限公司", ("Alpha Co Ltd", "阿尔法有限公司")),
        ("Alpha Trading (شركة ألفا للتجارة)", ("Alpha Trading", "شركة ألفا للتجارة")),
        ("Alpha Textile\nIndustries Ltd", ()),
        ("Import / Export Alpha Ltd", ()),
        ("Alpha Textiles; Ltd", ()),
        ("SAP (中国) 有限公司", ()),
        ("Alpha (中国)", ()),
        ("阿尔法有限公司", ()),
        ("Alpha Ltd", ()),
    ],
)
def test_the_names_that_one_cell_lists_are_found(text: str, names: tuple[str, ...]) -> None:
    assert other_names_in(text) == names


@settings(deadline=None)  # the first cell loads the lists of words
@given(st.lists(VALUES, max_size=6))
def test_any_cells_are_read_without_raising(values: list[Value]) -> None:
    share, dates = share_column(values, says_percent=False, totals=True), date_column(values)
    for value in values:
        read = [amount_reader(values)(value).value, count_reader(values)(value).value]
        assert all(number is None or number >= 0 for number in read)
        assert 0 <= (share.read(value, 10).value or 0) <= 1
        dates.read(value)
        other_names_in(text_of(value))


def test_no_word_for_nothing_is_a_figure() -> None:
    assert not any(word.isdecimal() for word in (*cell_words().no_fee, *cell_words().no_value))


@pytest.mark.parametrize("marker", [*cell_words().alias_markers, *cell_words().bracket_markers])
def test_every_marker_of_another_name_is_found_in_every_writing(marker: str) -> None:
    for written in (marker, marker.upper(), marker.title(), marker.replace("/", "."), f" {marker} "):
        assert other_names_in(f"Beta Ltd ({written}: Alpha Ltd)") == ("Beta Ltd", "Alpha Ltd")
