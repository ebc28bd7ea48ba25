from __future__ import annotations

import pytest

from duediligence.tables.delimited import read as records
from duediligence.tables.delimited.read import Records

LONG = (
    "name;country;city;address\r\n"
    + 'Alpha;Kenya;Nairobi;"1 Road\r\nBlock B"\r\n\r\n' * 5
    + "Beta;India;Chennai;2 Road"
)
OPEN = LONG + '\nGamma;Nepal;"Kathmandu;3 Road\nDelta;Nepal;Kathmandu;4 Road'


@pytest.mark.parametrize("text", [LONG, LONG + "\r\n", OPEN, OPEN + "\n", LONG.replace("\r\n", "\r"), ""])
@pytest.mark.parametrize("piece", [0, 1, 7, 40])
def test_a_text_parted_in_pieces_has_the_records_of_the_whole(
    text: str, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Records(text, ";")
    expected = list(whole)
    monkeypatch.setattr(records, "_PIECE", piece)
    parted = Records(text, ";")
    assert list(parted) == expected
    assert (parted.mended, parted.extent) == (whole.mended, whole.extent)


def test_a_quote_that_is_never_closed_ends_with_its_line() -> None:
    read = Records(OPEN, ";")
    assert list(read)[-2:] == [["Gamma", "Nepal", "Kathmandu;3 Road"], ["Delta", "Nepal", "Kathmandu", "4 Road"]]
    assert read.mended == 13


def test_the_extent_counts_every_record_and_cell() -> None:
    read = Records("a;b;c\n\nd\n", ";")
    assert list(read) == [["a", "b", "c"], [], ["d"]]
    assert (read.extent.rows, read.extent.columns, read.extent.cells) == (3, 3, 4)
