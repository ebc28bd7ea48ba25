"""What one cell or one sheet holds is told together, and nothing is lost."""

from __future__ import annotations

from duediligence.model import EvidenceRef
from duediligence.reports.document.wording import whereabouts


def evidence(where: str, basis: str = "the party's file") -> EvidenceRef:
    return EvidenceRef("cell", "text", where, basis)


def test_register_rows_stand_behind_the_cell_that_meets_them_each_with_whose_word_it_is() -> None:
    rows = (
        evidence("a.xlsx › S!B2; EU-CAHRA 2026-06-27, row AF", "official list"),
        evidence("a.xlsx › S!B2; INFORM 2025-12-31, row AF", "dataset"),
        evidence("a.xlsx › S!C2; INFORM 2025-12-31, row AF", "dataset"),
    )
    assert whereabouts(rows) == (
        "a.xlsx › S!B2: EU-CAHRA 2026-06-27, row AF (official list); INFORM 2025-12-31, row AF (dataset); "
        "a.xlsx › S!C2: INFORM 2025-12-31, row AF (dataset)"
    )


def test_cells_of_one_sheet_stand_behind_it_and_each_once() -> None:
    cells = (evidence("a.xlsx › S!B2"), evidence("a.xlsx › S!B9"), evidence("a.xlsx › S!B2"), evidence("b.csv › r4"))
    assert whereabouts(cells) == "a.xlsx › S!B2, B9 (the party's file); b.csv › r4 (the party's file)"


def test_a_list_entry_and_nothing_at_all() -> None:
    assert whereabouts((evidence("OFAC-SDN 123", "official list"),)) == "OFAC-SDN 123 (official list)"
    assert whereabouts(()) == ""
