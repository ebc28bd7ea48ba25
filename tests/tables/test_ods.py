"""OpenDocument spreadsheets: repeats, texts, types, errors, and what is not a sheet of the file."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

import duediligence.tables.limits as limits
from duediligence.errors import Code
from tests.tables import builders
from tests.tables.shapes import Packed, Read, Refused, addresses, rows_of

VALUE = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
EMPTY = "<table:table-cell{}/>"


def row(cells: str, repeats: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeats}">{cells}</table:table-row>'


def times(repeats: int) -> str:
    return f' table:number-columns-repeated="{repeats}"'


def typed(kind: str, name: str, value: str) -> str:
    types = f'office:value-type="{kind}" office:{name}="{value}"'
    return f"<table:table-cell {types}><text:p>shown</text:p></table:table-cell>"


def text_cell(content: str) -> str:
    return row(f'<table:table-cell office:value-type="string">{content}</table:table-cell>')


def test_repeated_rows_and_cells_are_written_out(read: Read, packed: Packed) -> None:
    body = (
        row(VALUE.format(times(2)), 2) + row(EMPTY.format(times(16_384)), 3) + row(EMPTY.format("") + VALUE.format(""))
    )
    assert rows_of(read(packed(builders.ods_parts(body))).sheets[0]) == [
        (1, ("x", "x")),
        (2, ("x", "x")),
        (6, (None, "x")),
    ]


def test_the_empty_cells_that_pad_a_sheet_cost_nothing(read: Read, packed: Packed) -> None:
    body = row(VALUE.format("") + EMPTY.format(times(16_383))) * 3_000 + row(EMPTY.format(times(16_384)), 1_045_576)
    assert len(read(packed(builders.ods_parts(body))).sheets[0].rows) == 3_000


@pytest.mark.parametrize(
    "body",
    [
        row(VALUE.format(times(2_000_000_000))),
        row(VALUE.format(""), 2_000_000_000),
        row(EMPTY.format(times(2_000_000_000)) + VALUE.format("")),
        row(VALUE.format(times(16_384)), 1_048_576),
        row(VALUE.format(times(16_384))) * 160,
        row(f'<table:table-cell calcext:value-type="error"{times(16_384)}/>', 1_048_576),
    ],
    ids=["cells", "rows", "empty before a value", "both", "many wide rows", "errors"],
)
def test_repeats_that_would_fill_the_memory_are_refused(
    refused: Refused, packed: Packed, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr(limits, "MOST_SLOTS", 150 * 16_384)
    refused(packed(builders.ods_parts(body)), Code.FILE_TOO_LARGE)


def test_two_cells_in_opposite_corners_are_refused(refused: Refused, packed: Packed) -> None:
    corners = (
        row(VALUE.format("")) + row(EMPTY.format(""), 1_048_574) + row(EMPTY.format(times(16_383)) + VALUE.format(""))
    )
    assert "2 cells stretched" in refused(packed(builders.ods_parts(corners)), Code.FILE_SUSPECT).detail


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (typed("float", "value", "123"), 123),
        (typed("percentage", "value", "0.25"), 0.25),
        (typed("currency", "value", "9.5"), 9.5),
        (typed("boolean", "boolean-value", "true"), True),
        (typed("date", "date-value", "2024-02-03"), date(2024, 2, 3)),
        (typed("date", "date-value", "2024-02-03T04:05:06"), datetime(2024, 2, 3, 4, 5, 6)),
        (typed("time", "time-value", "PT04H05M00S"), time(4, 5)),
        (typed("time", "time-value", "PT30H02M00S"), "30:02:00"),
        (typed("time", "time-value", "-PT01H00M00S"), "-1:00:00"),
        (typed("string", "string-value", "told"), "told"),
        (typed("float", "value", "many"), "shown"),
        (typed("date", "date-value", "yesterday"), "shown"),
        ("<table:table-cell><text:p>untyped</text:p></table:table-cell>", "untyped"),
    ],
)
def test_a_value_has_the_type_that_the_file_gives_it(read: Read, packed: Packed, cell: str, value: object) -> None:
    found = read(packed(builders.ods_parts(row(cell)))).sheets[0].rows[0].values
    assert found == (value,)
    assert type(found[0]) is type(value)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<text:p>a</text:p><text:p>b</text:p>", "a\nb"),
        ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', "a   b\tc\nd"),
        ("<text:p>a <text:span>b</text:span><text:a>c</text:a></text:p>", "a bc"),
        ("<text:p>a\n   b</text:p>", "a b"),
        ("<text:p><![CDATA[A & B]]></text:p>", "A & B"),
        ("<office:annotation><text:p>a comment</text:p></office:annotation><text:p>value</text:p>", "value"),
        (
            "<text:p>value</text:p><draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame>",
            "value",
        ),
    ],
)
def test_a_text_is_the_cells_own_paragraphs(read: Read, packed: Packed, content: str, text: str) -> None:
    assert rows_of(read(packed(builders.ods_parts(text_cell(content)))).sheets[0]) == [(1, (text,))]


def test_a_run_of_blanks_has_an_end(read: Read, packed: Packed) -> None:
    content = '<text:p>a<text:s text:c="2000000000"/>b</text:p>'
    value = read(packed(builders.ods_parts(text_cell(content)))).sheets[0].rows[0].values[0]
    assert isinstance(value, str)
    assert len(value) == 1_002


def test_error_cells_keep_their_place_through_repeats(read: Read, packed: Packed) -> None:
    error = '<table:table-cell calcext:value-type="error"{}><text:p>#N/A</text:p></table:table-cell>'
    body = row(EMPTY.format("") + error.format(times(2)) + VALUE.format("")) + row(error.format(""), 2)
    table = read(packed(builders.ods_parts(body)))
    assert addresses(table) == [("B1", "#N/A"), ("C1", "#N/A"), ("A2", "#N/A"), ("A3", "#N/A")]
    assert rows_of(table.sheets[0]) == [(1, (None, None, None, "x"))]


def test_hidden_sheets_and_copies_of_other_files(read: Read, packed: Packed) -> None:
    styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    tables = (
        f'<table:table table:name="Open">{row(VALUE.format(""))}</table:table>'
        f'<table:table table:name="Hidden" table:style-name="ta2">{row(VALUE.format(""))}</table:table>'
        f'<table:table table:name="Elsewhere"><table:table-source/>{row(VALUE.format(""))}</table:table>'
    )
    sheets = read(packed(builders.ods_parts(styles=styles, tables=tables))).sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Open", False), ("Hidden", True)]


def test_a_protected_file_is_refused_as_encrypted(refused: Refused, packed: Packed, data: Path) -> None:
    refused(data / "locked.ods", Code.FILE_ENCRYPTED)
    manifest = "<m:file-entry><m:encryption-data/></m:file-entry>"
    refused(packed(builders.ods_parts(row(VALUE.format("")), manifest=manifest)), Code.FILE_ENCRYPTED)


def test_content_that_breaks_off_is_damaged(refused: Refused, packed: Packed) -> None:
    parts = builders.ods_parts(row(VALUE.format("")))
    parts["content.xml"] = str(parts["content.xml"])[:-30]
    refused(packed(parts), Code.FILE_DAMAGED)


def test_a_package_without_its_content_is_damaged(refused: Refused, packed: Packed) -> None:
    parts = builders.ods_parts(row(VALUE.format("")))
    del parts["content.xml"]
    assert refused(packed(parts), Code.FILE_DAMAGED).detail == "content.xml is missing"
