"""Keys last: they follow what a thing is, not where its row stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from duediligence.model import (
    CellRef,
    EntryRef,
    FieldRef,
    Party,
    PartyKind,
    RegisterRowRef,
    finding_key,
    match_key,
    party_key,
    subject_of,
)


def party(row: int = 2, *, stated: bool = True, **fields: object) -> Party:
    where = CellRef("s.xlsx", "S", row, 1)
    cells = {"party_id": where} if stated else {}
    made = Party("V-1" if stated else f"s-R{row}", PartyKind.SUPPLIER, "Alpha Ltd", where, country="KE", cells=cells)
    return replace(made, **fields)  # type: ignore[arg-type]


def test_a_stated_id_is_the_party_whatever_its_row_name_or_place() -> None:
    assert party_key(party(2)) == party_key(party(900, name="Alpha Limited", country="UG"))
    assert party_key(party()) != party_key(party(party_id="V-2"))


def test_without_a_stated_id_name_country_and_kind_are_the_party() -> None:
    assert party_key(party(2, stated=False)) == party_key(party(900, stated=False, name="ALPHA  ltd"))
    assert party_key(party(stated=False)) != party_key(party(stated=False, country="UG"))
    assert party_key(party(stated=False)) != party_key(party(stated=False, kind=PartyKind.AGENCY))


def test_a_match_is_one_party_and_one_entry() -> None:
    key = party_key(party())
    assert match_key(key, "UN", "QDi.1") != match_key(key, "UN", "QDi.2")
    assert match_key(key, "UN", "QDi.1") != match_key(key, "EU", "QDi.1")


def test_a_finding_is_what_it_is_about_whatever_the_row_or_the_edition() -> None:
    key = party_key(party())
    assert subject_of(RegisterRowRef("EU-CAHRA", "AF", date(2026, 6, 27))) == subject_of(
        RegisterRowRef("EU-CAHRA", "AF", date(2026, 9, 30))
    )
    assert subject_of(CellRef("a.xlsx", "S", 2, 2), "fee 100") == subject_of(CellRef("b.xlsx", "T", 9, 2), "fee 100")
    subjects = (subject_of(EntryRef("UN", "QDi.1")), subject_of(FieldRef("a.json", "SUP-D04")))
    assert finding_key(key, "rule", subjects) == finding_key(key, "rule", subjects[::-1])
    assert finding_key(key, "rule", subjects) != finding_key(key, "other", subjects)
