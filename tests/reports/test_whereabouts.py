"""What one cell or one sheet holds is told together, and nothing is lost."""

from __future__ import annotations

from datetime import date

from duediligence.model import CellRef, EntryRef, EvidenceRef, Locator, RegisterRowRef
from duediligence.reports.document.wording import whereabouts

CAHRA = RegisterRowRef("EU-CAHRA", "AF", date(2026, 6, 27))
INFORM = RegisterRowRef("INFORM", "AF", date(2025, 12, 31))


def cell(row: int, column: int = 2) -> CellRef:
    return CellRef("a.xlsx", "S", row, column)


def evidence(where: Locator, basis: str = "the party's file", read_at: CellRef | None = None) -> EvidenceRef:
    return EvidenceRef("cell", "text", where, basis, read_at)


def test_register_rows_stand_behind_the_cell_that_meets_them_each_with_whose_word_it_is() -> None:
    rows = (
        evidence(CAHRA, "official list", cell(2)),
        evidence(INFORM, "dataset", cell(2)),
        evidence(INFORM, "dataset", cell(2, 3)),
    )
    assert whereabouts(rows) == (
        "a.xlsx › S!B2: EU-CAHRA 2026-06-27, row AF (official list); INFORM 2025-12-31, row AF (dataset); "
        "a.xlsx › S!C2: INFORM 2025-12-31, row AF (dataset)"
    )


def test_cells_of_one_sheet_stand_behind_it_and_each_once() -> None:
    cells = (evidence(cell(2)), evidence(cell(9)), evidence(cell(2)), evidence(CellRef("b.csv", "", 4)))
    assert whereabouts(cells) == "a.xlsx › S!B2, B9 (the party's file); b.csv › row 4 (the party's file)"


def test_a_list_entry_and_nothing_at_all() -> None:
    assert whereabouts((evidence(EntryRef("OFAC-SDN", "123"), "official list"),)) == "OFAC-SDN 123 (official list)"
    assert whereabouts(()) == ""
