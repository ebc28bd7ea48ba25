from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.names import alternatives


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Saharah Ltd d/b/a Sahara Staff", ("Saharah Ltd", "Sahara Staff")),
        ("Saharah Ltd (dba Sahara Staff)", ("Saharah Ltd", "Sahara Staff")),
        ("Saharah t/a Staff, a.k.a. Crew", ("Saharah", "Staff, a.k.a. Crew")),
        ("Saharah (formerly known as Qarbeza Ltd)", ("Saharah", "Qarbeza Ltd")),
        ("Saharah aka Saharah", ("Saharah",)),
        ("Volmaris (India) Ltd", ("Volmaris (India) Ltd",)),
        ("Adbar Akabi Ltd", ("Adbar Akabi Ltd",)),
        ("", ("",)),
    ],
)
def test_each_name_of_a_cell_stands_alone(text: str, names: tuple[str, ...]) -> None:
    assert alternatives(text) == names


@given(st.text(max_size=50))
def test_every_text_gives_a_name(text: str) -> None:
    assert alternatives(text)
