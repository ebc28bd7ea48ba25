from __future__ import annotations

import pytest

from duediligence.reports.document.blocks import Align, Block, Bullets, Column, Facts, Heading, Paragraph, Table, plain
from duediligence.reports.pdf.layout.boxes import Box, Page, TextBox
from duediligence.reports.pdf.layout.pagination import paginate
from duediligence.reports.pdf.layout.tables import TableBox
from duediligence.reports.pdf.layout.theme import BODY_HEIGHT
from duediligence.reports.pdf.render import Composer
from duediligence.reports.pdf.text.shaping import Typesetter

FOOT = 60.0
COMPOSER = Composer(Typesetter())


def laid_out(*blocks: Block) -> list[Page]:
    boxes: list[Box] = list(COMPOSER.boxes(blocks))
    return paginate(boxes, BODY_HEIGHT, FOOT)


def table(rows: int, text: str = "cell") -> Table:
    columns = (Column("One", 1), Column("Two", 2, Align.RIGHT))
    return Table(columns, tuple((plain(f"{number}"), plain(text)) for number in range(rows)))


def rows_on(page: Page) -> list[int]:
    return [len(placed.box.rows) for placed in page.boxes if isinstance(placed.box, TableBox)]


def test_nothing_hangs_over_the_foot_of_a_page() -> None:
    blocks = [block for _ in range(30) for block in (Heading("Heading", 2), Paragraph(plain("word " * 90)), table(7))]
    for page in laid_out(*blocks):
        for placed in page.boxes:
            assert placed.top - placed.box.height >= FOOT - 12.1
            assert placed.top <= FOOT + BODY_HEIGHT + 0.1


def test_no_heading_stands_last_on_a_page() -> None:
    for filler in range(34, 50):
        pages = laid_out(Bullets((plain("filler"),) * filler), Heading("A", 1), Heading("B", 2), table(40))
        for page in pages:
            last = page.boxes[-1].box
            assert not (isinstance(last, TextBox) and last.keeps_next)


@pytest.mark.parametrize("words", [20, 120, 260, 420, 700])
def test_no_heading_stays_behind_when_the_first_row_is_tall(words: int) -> None:
    columns = (Column("One", 1), Column("Two", 2))
    tall = Table(columns, ((plain("x"), plain("word " * 10) * (words // 10)),) * 3)
    for filler in range(20, 50):
        intro = Paragraph(plain("told once"), "small", introduces=True)
        pages = laid_out(Bullets((plain("filler"),) * filler), Heading("Findings", 2), intro, tall)
        for page in pages:
            last = page.boxes[-1].box
            assert not (isinstance(last, TextBox) and last.keeps_next)


def test_no_name_of_a_group_stays_behind() -> None:
    columns = (Column("One", 1), Column("Two", 2))
    for rows in (1, 2, 3):
        group = ((plain("In datasets"),), *((plain("x"), plain("word " * 40)),) * rows)
        for filler in range(24, 50):
            pages = laid_out(Bullets((plain("filler"),) * filler), Table(columns, (*group, *group)))
            for page in pages:
                box = page.boxes[-1].box
                assert not (isinstance(box, TableBox) and box.rows[-1].spans)


def test_a_group_whose_first_row_is_taller_than_a_page_is_broken_inside_it() -> None:
    rows = ((plain("In datasets"),), (plain("x"), plain("word " * 120) * 16))
    pages = laid_out(Table((Column("One", 1), Column("Two", 2)), rows))
    assert len(pages) > 1
    for placed in pages[0].boxes:
        assert placed.top - placed.box.height >= FOOT - 12.1


def test_a_table_repeats_its_header_and_loses_no_row() -> None:
    pages = laid_out(table(200))
    assert len(pages) > 3
    assert sum(number for page in pages for number in rows_on(page)) == 200
    headers = [placed.box.header for page in pages for placed in page.boxes if isinstance(placed.box, TableBox)]
    assert all(headers)


def test_no_row_goes_over_alone() -> None:
    for count in range(35, 50):
        pages = laid_out(table(count))
        assert rows_on(pages[-1])[0] >= 2


def test_a_row_taller_than_a_page_is_broken_and_every_line_is_kept() -> None:
    text = "\u00a0".join(["word"] * 3) + " "
    cells = tuple((plain("x"), tuple(span for _ in range(9) for span in plain(text * 36))) for _ in range(3))
    block = Table((Column("One", 1), Column("Two", 1)), cells)
    whole = next(iter(Composer(Typesetter()).boxes((block,))))
    assert isinstance(whole, TableBox)
    assert whole.rows[0].height > BODY_HEIGHT
    pages = laid_out(block)
    lines = [row.lines for page in pages for placed in page.boxes for row in placed.box.rows]  # type: ignore[attr-defined]
    assert sum(lines) == sum(row.lines for row in whole.rows)


def test_small_facts_are_kept_together() -> None:
    facts = Facts(tuple((f"label {number}", plain("value")) for number in range(6)))
    for filler in range(36, 48):
        pages = laid_out(Bullets((plain("filler"),) * filler), Heading("Facts", 3), facts)
        assert [number for page in pages for number in rows_on(page)] == [6]


def test_a_column_is_never_narrower_than_a_word_of_its_title() -> None:
    block = Table((Column("Score", 0.1), Column("Why", 9)), ((plain("0.9"), plain("x")),))
    box = next(iter(Composer(Typesetter()).boxes((block,))))
    assert isinstance(box, TableBox)
    assert box.header is not None
    assert [len(cell) for cell in box.header.cells] == [1, 1]
