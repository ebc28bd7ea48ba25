"""Every layout of the corpus: columns, rows, parties and problems are those that its builder states."""

from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.intake import read_parties
from duediligence.settings import Settings
from tests.intake.layouts import LAYOUTS
from tests.intake.layouts.truth import Layout, found


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_is_understood(layout: Layout, tmp_path: Path) -> None:
    intake = read_parties(layout.build(tmp_path), None, Settings())
    assert found(intake) == (layout.tables, layout.problems)
    for field, texts in layout.values.items():
        assert tuple(str(getattr(party, field)) for party in intake.parties) == texts
    assert all(item.rows == item.parties + item.problem_rows for item in intake.tables)


def test_the_corpus_is_wide_and_each_layout_has_its_own_name() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) >= 40
