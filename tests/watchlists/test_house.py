from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryKind, Identifier
from duediligence.watchlists import LoadedLists, catalogue_entry, load_lists
from tests.watchlists.helpers import names_of, written

TABLE = "id,name,other names,kind,country,lei,reason,source,date,note\n"
ROW = "H1,Testwerk Ltd,Werk; TW,company,Kenya,529900T8BM49AURSDO55,forced labour,Audit of 2024,2024-05-06,see file\n"


def loaded(folder: Path, text: str) -> LoadedLists:
    return load_lists([written(folder / "own.csv", text)])


def test_a_house_list_says_so_in_its_first_cell(tmp_path: Path) -> None:
    found = loaded(tmp_path, f"duediligence house list\n{TABLE}{ROW}")
    (entry,) = found.entries
    assert (entry.list, entry.entry_id, entry.kind) == ("HOUSE", "H1", EntryKind.ORGANISATION)
    assert (names_of(entry), entry.country_codes) == (["Testwerk Ltd", "Werk", "TW"], ("KE",))
    assert entry.identifiers == (Identifier("lei", "529900T8BM49AURSDO55", "KE"),)
    assert (entry.reasons, entry.listed_on) == ("forced labour", date(2024, 5, 6))
    assert entry.topics == ("forced labour",)


def test_it_is_never_shown_as_official(tmp_path: Path) -> None:
    found = loaded(tmp_path, f"duediligence house list,Testhaus,2024-06-07\n{TABLE}{ROW}")
    assert found.entries[0].remarks.startswith("Own list, not official; source: Audit of 2024")
    assert found.entries[0].programmes == ("own list",)
    assert found.editions[0].title.endswith("(not official)")
    assert found.editions[0].dated == date(2024, 6, 7)
    assert found.notices == ("HOUSE: own.csv is the user's own list, kept by Testhaus; not an official one.",)
    assert catalogue_entry("HOUSE").basis == "own list"


@pytest.mark.parametrize("start", [TABLE, "name,country\n", "house list\nname\n", "duediligence house lists\nname\n"])
def test_a_supplier_table_is_no_house_list(tmp_path: Path, start: str) -> None:
    with pytest.raises(InputRefused) as caught:
        loaded(tmp_path, start + ROW)
    assert caught.value.code.name == "LIST_UNKNOWN"


def test_a_row_that_nobody_stands_for_is_not_used_and_named(tmp_path: Path) -> None:
    found = loaded(tmp_path, "duediligence house list\nname,source\nTestwerk,\nAndere,Audit\n,Audit\n")
    assert [entry.name for entry in found.entries] == ["Andere"]
    assert [(problem.found, str(problem.where)) for problem in found.problems] == [
        ("Testwerk: nobody is named who says so", "own.csv › row 3"),
        ("the name is empty", "own.csv › row 5"),
    ]


def test_the_lists_keeper_stands_for_rows_without_a_source(tmp_path: Path) -> None:
    (entry,) = loaded(tmp_path, "duediligence house list;Testhaus\nname;country\nTestwerk;KE\n").entries
    assert entry.remarks == "Own list, not official; source: Testhaus"
    assert entry.entry_id.startswith("HOUSE-")


def test_a_workbook_is_one_too(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ["duediligence house list", "Testhaus"],
        ["name", "country", "date"],
        ["Testwerk", "KE", date(2024, 5, 6)],
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "own.xlsx")
    (entry,) = load_lists([tmp_path / "own.xlsx"]).entries
    assert (entry.name, entry.listed_on, entry.kind) == ("Testwerk", date(2024, 5, 6), EntryKind.UNKNOWN)


def test_an_entry_standing_twice_is_named(tmp_path: Path) -> None:
    found = loaded(tmp_path, f"duediligence house list\n{TABLE}{ROW}{ROW}")
    assert [problem.found for problem in found.problems] == ["H1 stands there twice"]


@pytest.mark.parametrize("rest", ["", "country,source\nKE,x\n"])
def test_a_house_list_without_a_name_column_is_refused(tmp_path: Path, rest: str) -> None:
    with pytest.raises(InputRefused) as caught:
        loaded(tmp_path, f"duediligence house list\n{rest}")
    assert caught.value.code.name == "LIST_DAMAGED"


def test_the_title_is_found_in_utf_16(tmp_path: Path) -> None:
    text = f"duediligence house list\n{TABLE}{ROW}".encode("utf-16")
    (entry,) = load_lists([written(tmp_path / "own.csv", text)]).entries
    assert entry.name == "Testwerk Ltd"
