from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from duediligence.resources import load_yaml
from duediligence.watchlists.readers.un import names_in
from duediligence.watchlists.readers.us.cbp_wro import listed_in

CASES = Path(__file__).parents[1] / "cases"
UN_CASES = load_yaml(CASES / "un_names.yaml")
WRO_CASES = load_yaml(CASES / "wro_entities.yaml")


@pytest.mark.parametrize("case", UN_CASES, ids=lambda case: case["reason"])
def test_a_name_of_the_un_list_gives_the_names_it_holds(case: dict[str, Any]) -> None:
    found = names_in(case["text"])
    assert [name.text for name in found] == case["names"]
    assert [name.text for name in found if name.acronym] == case.get("weak", [])


@pytest.mark.parametrize("case", WRO_CASES, ids=lambda case: case["text"][:40])
def test_an_entity_text_of_an_order_gives_the_parties_it_lists(case: dict[str, Any]) -> None:
    found = [[str(listed.kind), *(name.text for name in listed.names)] for listed in listed_in(case["text"])]
    assert found == case["listed"]


def test_initials_of_a_name_are_a_weak_name() -> None:
    (listed,) = listed_in("No. 4 Vocational Skills Education Training Center (VSETC)")
    assert [name.text for name in listed.names if name.weak] == ["VSETC"]
