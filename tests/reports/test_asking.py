"""What does not fit together is asked on the party's page and on a sheet, and accuses nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from duediligence.model import AuditReport, Between, CellRef, Contradiction, Said, ThemeScore
from duediligence.reports.document.audit.report import audit_document
from duediligence.reports.document.blocks import Block, Heading, Table
from duediligence.reports.workbook.write import write_workbook
from tests.reports.fictional import rich_report
from tests.reports.parts import assessment

ASK = "What is the fee for, and who paid it?"
FOUND = Contradiction(
    rule="CON-T04",
    party_id="S001",
    between=Between.AGENCY,
    first=Said("S001", "Nobody pays “No”", CellRef("a.xlsx", "Questions", 26, 5)),
    second=Said("S002", "Workers pay “Yes”", CellRef("b.xlsx", "Questions", 9, 5)),
    ask=ASK,
)


@pytest.fixture
def report() -> AuditReport:
    return replace(rich_report(), contradictions=(FOUND,))


def text_of(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
    return " ".join(span.text for cell in cells for span in cell)


def texts(report: AuditReport) -> list[str]:
    return [text_of(block) for block in audit_document(report).blocks]


def test_the_question_stands_on_the_page_of_each_party_it_concerns(report: AuditReport) -> None:
    tables = [text for text in texts(report) if ASK in text]
    assert len(tables) == 2
    assert all("Questions!E26" in text and "Questions!E9" in text for text in tables)
    assert sorted("To ask of S001." in text for text in tables) == [False, True]


def test_without_contradictions_there_is_no_such_section() -> None:
    assert "Questions to ask" not in texts(rich_report())


def test_a_party_without_a_page_has_its_questions_counted() -> None:
    whole = rich_report(18)
    other = replace(FOUND, party_id="S017", second=replace(FOUND.second, party_id="S017"))
    elsewhere = replace(other, first=replace(FOUND.first, party_id="S017"))
    found = texts(replace(whole, contradictions=(elsewhere,)))
    assert not [text for text in found if ASK in text]
    assert "1 question to ask" in " ".join(found)


def test_the_sheet_has_each_question_once_with_room_for_its_answer(report: AuditReport, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    write_workbook(report, tmp_path / "audit.xlsx")
    header, *rows = [[cell.value for cell in row] for row in load_workbook(tmp_path / "audit.xlsx")["Questions"]]
    (row,) = [dict(zip(header, row, strict=True)) for row in rows]
    assert (row["party_id"], row["between"], row["ask next"]) == ("S001", "supplier and agency", ASK)
    assert (row["where"], row["where else"]) == ("a.xlsx › Questions!E26", "b.xlsx › Questions!E9")
    assert row["answer"] is None


def test_a_theme_with_a_critical_answer_says_so_beside_its_score() -> None:
    themes = (ThemeScore("E", "Fees and debt", 0.93, 1.0, 2), ThemeScore("F", "Contracts", 0.93, 1.0))
    answered = replace(assessment(1), themes=themes)
    found = texts(replace(rich_report(), assessments=(answered,)))
    (table,) = [text for text in found if "Fees and debt" in text]
    assert "2 critical answers   0.93 100%" in table
    assert table.count("critical") == 1
