from __future__ import annotations

from duediligence.tables.values import Tidier


def test_equal_values_of_different_kinds_stay_what_they_are() -> None:
    row = Tidier().row([1.0, True, 1, "1", 0.0, False, -0.0, "", None])
    assert [(type(value), value) for value in row] == [
        (int, 1),
        (bool, True),
        (int, 1),
        (str, "1"),
        (int, 0),
        (bool, False),
        (int, 0),
    ]


def test_a_text_that_is_repeated_is_one_string_in_memory() -> None:
    tidy = Tidier()
    first, second = (tidy.text_row(["".join(["Ken", "ya "]), " "])[0] for _ in range(2))
    assert first == "Kenya"
    assert first is second


def test_tidying_goes_on_when_more_texts_were_met_than_are_remembered() -> None:
    tidy = Tidier()
    rows = [tidy.text_row([f" S{number} ", "".join(["Ken", "ya"])]) for number in range(10_010)]
    assert rows[-1] == ("S10009", "Kenya")
    assert rows[-1][1] is rows[0][1]


def test_a_row_may_be_longer_than_the_one_before() -> None:
    tidy = Tidier()
    assert [tidy.row(["a"]), tidy.row(["b", " ", "c\0"]), tidy.row([]), tidy.row(["d", ""])] == [
        ("a",),
        ("b", None, "c"),
        (),
        ("d",),
    ]
