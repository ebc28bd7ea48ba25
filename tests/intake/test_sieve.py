from __future__ import annotations

import pytest

from duediligence.intake.structure.row_filter import Sieve, not_a_party
from duediligence.tables.sheets import Row, Value

HEADERS = ("Name", "Country", "City")
FIELDS = {"name": 0, "country": 1, "city": 2}
FIRSTS: tuple[Value, ...] = (
    *("Alpha", "Total", "total", "TOTAL: 4", "Totals", "Total Energies", "Subtotal", "Sum", "Sümme", "Su\u0308mme"),
    *("Note: x", "Notes", "'Note", "No", "N. B. Mills", "nb", "Source - x", "合计", "注: x", "Σ", "©", "*", "Name"),
    *("India", "A", "5", 5, -5, 5.5, True, "T", "T.otal", "Gesamt", "Pa", "Page 1", "Page Industries", "Name "),
)


@pytest.mark.parametrize("first", FIRSTS)
@pytest.mark.parametrize("rest", [(), ("Country", "City"), ("Kenya",), (None, "Nairobi"), (None, 4), ("x", "y")])
def test_the_quick_test_never_decides_otherwise_than_the_full_one(first: Value, rest: tuple[Value, ...]) -> None:
    row = Row(9, (first, *rest))
    assert Sieve(HEADERS, FIELDS, 0).what(row) == not_a_party(row, HEADERS, FIELDS)
    moved = Row(9, (None, first, *rest))
    fields = {field: index + 1 for field, index in FIELDS.items()}
    assert Sieve(HEADERS, fields, 1).what(moved) == not_a_party(moved, HEADERS, fields)


def test_a_repeated_header_that_is_a_number_is_no_party() -> None:
    row = Row(9, (2024, "Name"))
    assert Sieve(("2024", "Name"), {"name": 1}, 0).what(row) == "the header again"
