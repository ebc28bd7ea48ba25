from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from duediligence.reports import MATCH_COLUMNS, write_audit, write_matches_csv
from duediligence.reports.workbook.write import write_workbook
from tests.reports.fictional import empty_report, rich_report

PROMISED = (
    "party_id,party_name,kind,row,list,list_entry_id,list_name,matched_name,score,band,country_party,"
    "country_entry,listed_for,explanation"
)
SHEETS = [
    *("Summary", "Parties", "Matches", "Exposures", "Answers", "Findings", "Actions", "Questions", "Problems"),
    "Sources",
]


@pytest.fixture(scope="module")
def workbook(folder: Path) -> Any:
    from openpyxl import load_workbook

    return load_workbook(folder / "audit.xlsx")


def column(sheet: Any, header: str) -> list[Any]:
    number = [cell.value for cell in sheet[1]].index(header) + 1
    return [sheet.cell(row, number).value for row in range(2, sheet.max_row + 1)]


def test_matches_csv_has_the_promised_columns_and_four_decimals(folder: Path) -> None:
    text = (folder / "matches.csv").read_text(encoding="utf-8")
    assert text.splitlines()[0] == PROMISED == ",".join(MATCH_COLUMNS)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(rich_report().matches)
    assert {row["score"] for row in rows} == {"0.9313", "0.7500", "0.6123"}
    assert rows[0]["country_entry"] == "LB; AE"
    assert rows[0]["listed_for"] == "trafficking in persons; terrorism"


def test_matches_go_to_a_file_or_to_standard_output(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write_matches_csv(rich_report().matches, tmp_path / "matches.csv")
    write_matches_csv(rich_report().matches, Path("-"))
    assert capsys.readouterr().out == (tmp_path / "matches.csv").read_text(encoding="utf-8")


def test_no_csv_cell_begins_like_a_formula(folder: Path) -> None:
    for name in ("matches.csv", "problems.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_problems_csv_has_every_problem_and_the_letters_without_a_font(folder: Path) -> None:
    with (folder / "problems.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["code"] for row in rows] == ["DD-IN-005", "DD-IN-004", "DD-IN-013", "DD-OUT-004"]
    assert rows[0]["where"] == "suppliers.xlsx › Suppliers!D9"
    assert rows[3]["found"] == "บริษัท ตัวอย่าง จำกัด"


def test_the_workbook_has_its_sheets_with_headers_that_stay_and_filter(workbook: Any) -> None:
    assert workbook.sheetnames == SHEETS
    for sheet in workbook:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.font.bold for cell in sheet[1])


def test_numbers_are_numbers_and_days_are_days(workbook: Any) -> None:
    assert all(isinstance(value, float) for value in column(workbook["Matches"], "score"))
    assert all(isinstance(value, int | float) for value in column(workbook["Parties"], "residual"))
    assert all(isinstance(value, datetime) for value in column(workbook["Actions"], "due"))


def test_no_cell_is_a_formula_and_the_names_stay_readable(workbook: Any) -> None:
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    names = column(workbook["Parties"], "name")
    assert '\'=HYPERLINK("http://example.invalid","click")' in names
    assert "和田绿洲服装（集团）有限公司" in names
    assert "কোথাও" not in names
    assert any(value == "'@note" for value in column(workbook["Answers"], "note"))


def test_every_party_finding_and_match_has_its_row(workbook: Any) -> None:
    report = rich_report()
    assert column(workbook["Parties"], "party_id") == [party.party_id for party in report.parties]
    assert sorted(column(workbook["Findings"], "finding_id")) == [item.finding_id for item in report.findings]
    assert len(column(workbook["Actions"], "action")) == len(report.findings)
    assert len(column(workbook["Matches"], "score")) == len(report.matches)
    assert column(workbook["Parties"], "of concern").count("yes") == 14


def test_the_same_report_gives_the_same_workbook(folder: Path, tmp_path: Path) -> None:
    from duediligence.reports.pdf.text.sanitise import letter_problems

    report = rich_report()
    path = tmp_path / "again.xlsx"
    write_workbook(replace(report, problems=(*report.problems, *letter_problems(report))), path)
    assert path.read_bytes() == (folder / "audit.xlsx").read_bytes()


def test_an_empty_audit_gives_every_sheet(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    write_workbook(empty_report(), tmp_path / "empty.xlsx")
    assert load_workbook(tmp_path / "empty.xlsx").sheetnames == SHEETS


def test_only_the_formats_asked_for_are_written_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    names = [path.name for path in write_audit(rich_report(), tmp_path, ("json",))]
    assert sorted(names) == ["audit.json", "matches.csv", "problems.csv"]
    assert "DD-OUT-004" not in (tmp_path / "problems.csv").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="docx"):
        write_audit(rich_report(), tmp_path, ("pdf", "docx"))
