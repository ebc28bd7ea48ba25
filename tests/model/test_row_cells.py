from __future__ import annotations

import copy
import json
import pickle

from duediligence.model import CellRef, Party, PartyKind
from duediligence.model.locators import RowCells
from duediligence.reports.data.json import plain_value

ORIGIN = CellRef("suppliers.xlsx", "Sheet1", 17, 2)
COLUMNS = {"name": 2, "country": 4, "party_id": 1}


def cells() -> RowCells:
    return RowCells(ORIGIN, COLUMNS)


def as_dict() -> dict[str, CellRef]:
    return {"name": ORIGIN, "country": ORIGIN.at(4), "party_id": ORIGIN.at(1)}


def test_the_cells_of_a_row_equal_a_dictionary_of_the_same_cells() -> None:
    assert cells() == as_dict()
    assert as_dict() == cells()
    assert cells() == RowCells(ORIGIN.at(9), dict(COLUMNS))
    assert cells() != RowCells(CellRef("suppliers.xlsx", "Sheet1", 18, 2), COLUMNS)
    assert cells() != RowCells(ORIGIN, {"name": 2})


def test_the_cells_of_a_row_come_in_the_order_in_which_they_were_read() -> None:
    assert list(cells().items()) == list(as_dict().items())
    assert repr(cells()) == repr(as_dict())


def test_a_field_that_was_not_read_is_not_among_the_cells() -> None:
    assert "sector" not in cells()
    assert cells().get("sector", ORIGIN) == ORIGIN
    assert Party("S1", PartyKind.SUPPLIER, "Alpha", ORIGIN, cells=cells()).cell("sector") == ORIGIN


def test_the_cells_of_a_row_can_be_pickled_and_copied() -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(cells(), protocol)) == as_dict()
    assert copy.deepcopy(cells()) == as_dict()


def test_the_cells_of_a_row_are_plain_addresses_in_the_audits_json() -> None:
    party = Party("S1", PartyKind.SUPPLIER, "Alpha", ORIGIN, cells=cells())
    same = Party("S1", PartyKind.SUPPLIER, "Alpha", ORIGIN, cells=as_dict())
    assert party == same
    assert json.dumps(plain_value(party)) == json.dumps(plain_value(same))
    assert plain_value(cells())["country"] == "suppliers.xlsx › Sheet1!D17"
