"""The scanner sees the same however the part is cut into pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.tables.excel.xlsx_guard import SheetScan, SheetScanner, column_number
from tests.tables import builders

SHEET = builders.worksheet(
    '<row r="2"><c r="B2" s="1"/><c r="C2" t="s"><v>0</v></c></row>'
    '<row r="9"><c r="AA9" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="AB9"><v>5</v></c></row>'
).encode()


def scan(part: bytes, cuts: list[int] | None = None) -> SheetScan:
    scanner = SheetScanner()
    places = sorted({0, len(part), *(cut for cut in cuts or [] if cut < len(part))})
    for start, end in pairwise(places):
        scanner.feed(part[start:end])
    return scanner.close()


@given(st.lists(st.integers(1, len(SHEET) - 1), max_size=8))
def test_the_pieces_do_not_matter(cuts: list[int]) -> None:
    seen = scan(SHEET, cuts)
    assert (seen.extent.rows, seen.extent.columns, seen.extent.cells) == (9, 28, 3)
    assert seen.errors == {(9, 27): "#DIV/0!"}
    assert (seen.is_sheet, seen.is_plain, seen.claims_too_much) == (True, True, False)


@pytest.mark.parametrize(
    ("claim", "too_much"),
    [
        ('uniqueCount="7"', False),
        ('uniqueCount="9999999"', False),
        ('uniqueCount="10000000"', True),
        ("uniqueCount='4000000000'", True),
        ('uniqueCount =\n "4000000000"', True),
    ],
)
@given(st.lists(st.integers(1, 200), max_size=5))
def test_a_claim_of_too_many_texts_is_seen_across_every_seam(claim: str, too_much: bool, cuts: list[int]) -> None:
    part = f"<sst {' ' * 80}{claim}{' ' * 80}><si><t>a</t></si></sst>".encode()
    assert scan(part, cuts).claims_too_much is too_much


@pytest.mark.parametrize(
    "odd",
    [
        "<c t='n' r='B1'>",
        '<c t="n" r="B1">',
        '<c r="b1">',
        '<c r="ABCD1">',
        "<c>",
        "<c/>",
        '<é:c r="B1">',
        "<!-- -->",
        "<?pi?>",
        "<![CDATA[]]>",
        "\0",
    ],
)
def test_anything_odd_is_not_plain(odd: str) -> None:
    part = builders.worksheet(f'<row r="1"><c r="A1"><v>1</v></c>{odd}</row>').encode()
    assert not scan(part).is_plain


def test_a_part_without_a_tag_is_not_kept_whole() -> None:
    scanner = SheetScanner()
    for _ in range(40):
        scanner.feed(b"x" * 100_000)
    assert len(scanner._rest) < 1_100_000


def test_letters_are_column_numbers() -> None:
    assert [column_number(letters) for letters in (b"A", b"Z", b"AA", b"XFD")] == [1, 26, 27, 16_384]
