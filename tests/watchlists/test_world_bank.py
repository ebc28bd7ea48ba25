from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryKind, NameRole, Topic, WatchlistEntry
from duediligence.watchlists import LoadedLists, load_lists
from tests.watchlists.helpers import names_of, written

EXPORT = ["Firm Name", "Additional Firm Info", "Address", "Country", "From Date", "To Date", "Grounds"]
ROW = ["Testwerk Ltd.*12", "", "1 Test Road, Testtown", "Kenya", "2020-01-02", "2030-01-01", "Cross Debarment: ADB"]


def record(**values: Any) -> dict[str, Any]:
    said = {
        **{"SUPP_ID": 7, "SUPP_NAME": "TESTWERK LTD.*12", "ADD_SUPP_INFO": None, "SUPP_ADDR": "1 TEST ROAD"},
        **{"SUPP_CITY": "TESTTOWN", "SUPP_STATE_CODE": None, "SUPP_ZIP_CODE": "12", "COUNTRY_NAME": "Kenya"},
        **{"DEBAR_FROM_DATE": "02-JAN-2020", "DEBAR_TO_DATE": "Ongoing"},
        "DEBAR_REASON": "Procurement Guidelines, 1.16(a)(ii)",
    }
    return {**said, **values}


def debarred(folder: Path, *records: dict[str, Any], encoding: str = "utf-8") -> LoadedLists:
    text = json.dumps({"response": {"ZPROCSUPP": records}}, ensure_ascii=False)
    return load_lists([written(folder / "wb.json", text.encode(encoding))])


def one(folder: Path, **values: Any) -> WatchlistEntry:
    return debarred(folder, record(**values)).entries[0]


def test_a_record_is_an_entry_under_the_publishers_number(tmp_path: Path) -> None:
    entry = one(tmp_path)
    assert (entry.list, entry.entry_id, entry.kind) == ("WB", "7", EntryKind.UNKNOWN)
    assert (entry.listed_on, entry.ends_on, entry.country_codes) == (date(2020, 1, 2), None, ("KE",))
    assert entry.addresses == ("1 TEST ROAD, TESTTOWN, 12, Kenya",)
    assert entry.reasons == "Procurement Guidelines, 1.16(a)(ii)"
    assert entry.remarks == "Ineligible from 02-JAN-2020 to Ongoing"
    assert '"SUPP_NAME":"TESTWERK LTD.*12"' in entry.raw


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("TESTWERK LTD.*12", ["TESTWERK LTD."]),
        ("TESTWERK LTD. (formerly ALTWERK LTD.) *7", ["TESTWERK LTD.", "ALTWERK LTD."]),
        ("TESTWERK LTD. d/b/a WERK", ["TESTWERK LTD.", "WERK"]),
        ("MR. PROBE a.k.a. TESTER", ["MR. PROBE", "TESTER"]),
    ],
)
def test_footnotes_and_clauses_are_no_part_of_a_name(tmp_path: Path, cell: str, names: list[str]) -> None:
    assert names_of(one(tmp_path, SUPP_NAME=cell)) == names


def test_what_is_added_to_the_name_gives_its_other_names(tmp_path: Path) -> None:
    entry = one(tmp_path, ADD_SUPP_INFO="(formerly ALTWERK LTD.)")
    assert [(name.text, name.role) for name in entry.names][1:] == [("ALTWERK LTD.", NameRole.FORMER)]


@pytest.mark.parametrize(
    ("grounds", "topic"),
    [
        ("Procurement Guidelines, 1.16(a)(i)", Topic.CORRUPTION),
        ("Corrupt practices in a tender", Topic.CORRUPTION),
        ("Procurement Guidelines, 1.16(a)(ii)", Topic.OTHER),
        ("Cross Debarment: ADB", Topic.OTHER),
    ],
)
def test_the_grounds_tell_corruption_from_the_rest(tmp_path: Path, grounds: str, topic: Topic) -> None:
    assert one(tmp_path, DEBAR_REASON=grounds).topics == (topic,)


def test_a_record_without_a_name_is_named(tmp_path: Path) -> None:
    found = debarred(tmp_path, record(), record(SUPP_NAME=None))
    assert [str(problem.where) for problem in found.problems] == ["wb.json › row 2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_of_the_json_does_not_matter(tmp_path: Path, encoding: str) -> None:
    assert debarred(tmp_path, record(SUPP_NAME="TÉST"), encoding=encoding).entries[0].name == "TÉST"


def test_json_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    data = json.dumps({"response": {"ZPROCSUPP": [record()]}}).encode()
    for end in range(40, len(data), 7):
        with pytest.raises(InputRefused) as caught:
            load_lists([written(tmp_path / "wb.json", data[:end])])
        assert caught.value.code.name == "LIST_DAMAGED"


def workbook(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def test_the_exported_workbook_is_read_below_its_title_lines(tmp_path: Path) -> None:
    days = [*ROW[:4], datetime(2020, 1, 2), datetime(2030, 1, 1), ROW[6]]
    path = workbook(tmp_path / "any.bin", [["Ineligible Firms"], [], EXPORT, days, [None, None, "no name"]])
    loaded = load_lists([path])
    (entry,) = loaded.entries
    assert (entry.list, entry.name, entry.listed_on, entry.ends_on) == (
        "WB",
        "Testwerk Ltd.",
        date(2020, 1, 2),
        date(2030, 1, 1),
    )
    assert (entry.programmes, entry.entry_id[:3]) == (("Cross debarment",), "WB-")
    assert [str(problem.where) for problem in loaded.problems] == ["any.bin › Sheet!row 5"]


def test_the_export_as_text_is_the_same_entry(tmp_path: Path) -> None:
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in (EXPORT, ROW)) + "\n"
    of_text = load_lists([written(tmp_path / "a.csv", text)]).entries[0]
    of_book = load_lists([workbook(tmp_path / "b.xlsx", [EXPORT, ROW])]).entries[0]
    assert of_text == of_book
    with pytest.raises(InputRefused):
        load_lists([written(tmp_path / "a.csv", text[:-9])])
