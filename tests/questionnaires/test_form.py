"""The workbook that a person fills in."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.model import Answer, Questionnaire
from duediligence.questionnaires import load_questionnaires, write_form
from duediligence.questionnaires.forms.layout import lines
from tests.questionnaires.builders import SMALL

DAY = date(2026, 11, 24)
# The small form: row 2 is theme A, 3-5 its questions, 6 theme B, 7 the question of several with its options 8-11.
ROW = {"T-A01": 3, "T-A02": 4, "T-A03": 5, "T-B01": 7, "T-B02": 12, "T-B03": 13, "T-B04": 14, "T-B05": 15}


def opened(questionnaire: Questionnaire, folder: Path, *answers: Answer) -> Any:
    from openpyxl import load_workbook

    path = folder / "form.xlsx"
    write_form(questionnaire, path, DAY, "P1", "Northwind Demo Mill", answers)
    return load_workbook(path)


@pytest.fixture
def book(tmp_path: Path) -> Any:
    return opened(SMALL, tmp_path)


def test_every_question_theme_and_option_has_its_row() -> None:
    placed = {line.question.id: line.row for line in lines(SMALL) if line.question and not line.option}
    assert placed == ROW
    assert [line.row for line in lines(SMALL)] == list(range(2, 16))


def test_it_opens_on_the_start_sheet_with_the_party_already_there(book: Any) -> None:
    assert book.sheetnames == ["Start", "Questions", "Form"]
    assert book.active.title == "Start"
    labels = {row[0].value: row[1].value for row in book["Start"].iter_rows(max_col=2)}
    assert (labels["Party id"], labels["Party name"], labels["Answered on"]) == ("P1", "Northwind Demo Mill", None)
    assert "Answered by (role, no name)" in labels


def test_the_hidden_sheet_says_which_questionnaire_it_is(book: Any) -> None:
    hidden = book["Form"]
    assert hidden.sheet_state == "hidden"
    meta = {row[0].value: row[1].value for row in hidden.iter_rows(max_col=2) if row[0].value}
    assert (meta["questionnaire"], meta["version"], meta["sha256"]) == ("small", "1", "abc")


def test_only_the_cells_to_fill_in_can_be_changed(book: Any) -> None:
    open_cells = {
        cell.coordinate for row in book["Questions"].iter_rows() for cell in row if not cell.protection.locked
    }
    expected = {f"{letter}{row}" for row in ROW.values() for letter in "EFG"} - {"E7"}
    assert open_cells == expected | {"E8", "E9", "E10", "E11"}
    for name in ("Start", "Questions"):
        assert book[name].protection.sheet
        assert book[name].protection.password is None
    start = {cell.coordinate for row in book["Start"].iter_rows() for cell in row if not cell.protection.locked}
    assert start == {"B4", "B5", "B6", "B7"}


def allowed(book: Any, address: str) -> Any:
    """The rule of that cell, and the contents of its list."""
    sheet = book["Questions"]
    rule = next(rule for rule in sheet.data_validations.dataValidation if address in rule.sqref)
    if rule.type != "list":
        return rule.type, rule.operator, rule.formula1, rule.formula2
    assert rule.showDropDown in (None, False), "the attribute hides the arrow"
    name, area = rule.formula1.split("!")
    return [row[0].value for row in book[name][area.replace("$", "")]]


def test_each_kind_of_answer_has_its_own_drop_down_or_limit(book: Any) -> None:
    assert allowed(book, "E3") == ["Yes", "No"]
    assert allowed(book, "E4") == ["Yes", "Partly", "No", "None work here"]
    assert allowed(book, "E9") == ["Yes", "No"]
    assert allowed(book, "E12") == ("decimal", "greaterThanOrEqual", "0", None)
    assert allowed(book, "E13") == ("decimal", "between", "0", "1")
    assert allowed(book, "E14")[:2] == ("date", "greaterThan")
    assert allowed(book, "F5")[0] == "0 claim only"
    assert book["Questions"]["E13"].number_format == "0.0%"


def test_a_question_that_is_not_asked_turns_grey_and_leaves_the_count(book: Any) -> None:
    sheet = book["Questions"]
    assert sheet["H4"].value == '=IF(AND($H$3=1,OR($E$3="",$E$3="Yes")),1,0)'
    assert sheet["I4"].value == "=IF(AND($H$4=1,COUNTA($E$4:$E$4)>0),1,0)"
    assert sheet["I7"].value == "=IF(AND($H$7=1,COUNTA($E$7:$E$11)>0),1,0)"
    grey = {str(area.sqref): [rule.formula for rule in area.rules] for area in sheet.conditional_formatting}
    assert grey == {"A4:G4": [["$H$4=0"]]}
    assert book["Start"]["B9"].value == (
        "=SUM('Questions'!$I$2:$I$15)&\" of \"&SUM('Questions'!$H$2:$H$15)&\" questions answered\""
    )


def test_it_prints_on_landscape_a4_with_its_header_on_each_page(book: Any) -> None:
    for name in ("Start", "Questions"):
        sheet = book[name]
        setup = (sheet.page_setup.orientation, int(sheet.page_setup.paperSize), sheet.page_setup.fitToHeight)
        assert setup == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert book["Questions"].print_title_rows == "$1:$1"
    assert book["Questions"].freeze_panes == "D2"


def test_what_looks_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_form(SMALL, path, DAY, "=1+1", "@evil", [Answer("T-B05", "=cmd", note="+1")])
    from openpyxl import load_workbook

    book = load_workbook(path)
    cells = [book["Start"]["B4"], book["Start"]["B5"], book["Questions"]["E15"], book["Questions"]["G15"]]
    assert [cell.data_type for cell in cells] == ["s"] * 4
    assert [cell.value for cell in cells] == ["'=1+1", "'@evil", "'=cmd", "'+1"]


@pytest.mark.parametrize("item", load_questionnaires(), ids=lambda item: item.id)
def test_no_text_of_a_real_form_is_a_formula_and_lists_hold_what_excel_allows(
    item: Questionnaire, tmp_path: Path
) -> None:
    book = opened(item, tmp_path)
    for row in book["Questions"].iter_rows(max_col=7):
        assert not [cell for cell in row if cell.data_type == "f"]
    for choice in (choice.value for question in item.questions for choice in question.choices):
        assert len(choice) <= 255


SCRIPT = """
import sys; from datetime import date; from pathlib import Path
from duediligence.questionnaires import questionnaire, write_form
write_form(questionnaire("supplier"), Path(sys.argv[1]), date(2026, 11, 24), "V-1", "Northwind Demo Mill")
"""


def test_the_same_form_is_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-c", SCRIPT, str(tmp_path / seed)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
