from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, fields

import pytest

from duediligence.model import CellRef, Party, PartyKind
from duediligence.model.bulk import maker_of


def test_a_value_made_in_bulk_is_the_value_that_its_class_makes() -> None:
    wanted = Party("S1", PartyKind.SUPPLIER, "Alpha", CellRef("a.csv", "", 2, 1), products=("tea",))
    made = maker_of(Party)(*(getattr(wanted, item.name) for item in fields(Party)))
    assert type(made) is Party
    assert made == wanted
    assert repr(made) == repr(wanted)


def test_a_value_made_in_bulk_is_frozen() -> None:
    made = maker_of(CellRef)("a.csv", "", 2, 1)
    with pytest.raises(FrozenInstanceError):
        made.row = 3  # type: ignore[misc]
    assert hash(made) == hash(CellRef("a.csv", "", 2, 1))


def test_every_field_must_be_given() -> None:
    with pytest.raises(TypeError):
        maker_of(CellRef)("a.csv")


def test_a_class_without_slots_is_refused() -> None:
    @dataclass(frozen=True)
    class Loose:
        name: str

    with pytest.raises(TypeError):
        maker_of(Loose)("Alpha")
