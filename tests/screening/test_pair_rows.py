"""A file of pairs: what cannot be read is told with its cell, and no row is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.model import NameType
from duediligence.screening import read_pairs, score_pairs
from duediligence.screening.pairs.read import PairTable
from duediligence.settings import Settings

HEAD = "pair_id,name_a,name_b,type,country_a,country_b,label\n"


def read(folder: Path, text: str) -> PairTable:
    path = folder / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    return read_pairs(path, Settings())


def told(table: PairTable) -> list[tuple[str, Code]]:
    return [(problem.where.address if problem.where else "", problem.code) for problem in table.problems]


def test_a_row_is_a_pair_with_type_countries_and_label(tmp_path: Path) -> None:
    table = read(tmp_path, HEAD + "7,Volmaris Ltd,Volmaris GmbH,company,Germany,DE; France,match\n")
    (row,) = table.rows
    assert row.pair is not None
    assert (row.pair_id, row.label, row.pair.name_type) == ("7", True, NameType.ORGANISATION)
    assert (row.pair.left_countries, row.pair.right_countries) == (("DE",), ("DE", "FR"))
    assert (table.labelled, table.problems) == (True, ())


def test_columns_may_stand_in_any_order_and_case_below_a_title(tmp_path: Path) -> None:
    table = read(tmp_path, "Our pairs,,\nName B,NAME A,remark\nZelmira,Volmaris,x\n")
    (row,) = table.rows
    assert row.pair is not None
    assert (row.pair.left, row.pair.right, row.pair_id, row.label) == ("Volmaris", "Zelmira", "row 3", None)
    assert not table.labelled


def test_a_row_without_two_names_stays_without_a_score(tmp_path: Path) -> None:
    table = read(tmp_path, HEAD + "1,,Volmaris,,,,1\n2,Volmaris,???,,,,0\n3,,,person,,,1\n4,Volmaris,Volmaris,,,,1\n")
    scores = score_pairs(table)
    assert [(pair_id, score is None) for pair_id, score in scores] == [
        ("1", True),
        ("2", True),
        ("3", True),
        ("4", False),
    ]
    missing = Code.PAIR_NAME_MISSING
    assert told(table) == [("B2", missing), ("C3", missing), ("B4", missing), ("C4", missing)]
    assert sum(problem.rows for problem in table.problems) == 3


def test_what_is_not_understood_is_told_and_the_names_are_compared_all_the_same(tmp_path: Path) -> None:
    table = read(tmp_path, HEAD + "1,Volmaris,Volmaris,ghost,Burmma,Congo,maybe\n1,Volmaris,Volmaris,,,,\n")
    assert told(table) == [
        ("G2", Code.PAIR_VALUE_UNKNOWN),
        ("D2", Code.PAIR_VALUE_UNKNOWN),
        ("E2", Code.COUNTRY_UNKNOWN),
        ("F2", Code.COUNTRY_AMBIGUOUS),
        ("A3", Code.PAIR_ID_REPEATED),
        ("G3", Code.PAIR_VALUE_UNKNOWN),
    ]
    assert all(score for _, score in score_pairs(table))


@pytest.mark.parametrize(
    ("text", "label"),
    [("match", True), ("No-Match", False), ("no_match", False), ("1", True), ("0", False), ("TRUE", True)],
)
def test_labels_are_read_in_the_usual_spellings(tmp_path: Path, text: str, label: bool) -> None:
    assert read(tmp_path, HEAD + f"1,Volmaris,Zelmira,,,,{text}\n").rows[0].label is label


def test_a_workbook_gives_the_pairs_of_every_sheet_and_names_the_others(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for title, rows in (("A", [("name_a", "name_b", "label"), ("Volmaris", 7, True)]), ("Notes", [("hello",)])):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "pairs.xlsx")
    table = read_pairs(tmp_path / "pairs.xlsx", Settings())
    assert [(row.pair.right if row.pair else "", row.label) for row in table.rows] == [("7", True)]
    assert [str(problem.where) for problem in table.problems] == ["pairs.xlsx › Notes"]


@pytest.mark.parametrize(
    ("text", "code"), [("first,second\nA,B\n", Code.PAIRS_WITHOUT_COLUMNS), ("name_a,name_b\n", Code.NO_ROWS)]
)
def test_a_file_without_pairs_is_refused(tmp_path: Path, text: str, code: Code) -> None:
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, text)
    assert refused.value.code is code


def test_a_score_depends_on_its_own_row_only(tmp_path: Path) -> None:
    rows = ["1,Sahara Manpower,Saharah Manpower,organisation,,,\n", "2,Ali Volmarov,Aly Volmarow,person,,,\n"]
    both = dict(score_pairs(read(tmp_path, HEAD + "".join(rows))))
    turned = dict(score_pairs(read(tmp_path, HEAD + "".join(reversed(rows)))))
    alone = dict(score_pairs(read(tmp_path, HEAD + rows[1])))
    assert both == turned
    assert alone == {"2": both["2"]}
