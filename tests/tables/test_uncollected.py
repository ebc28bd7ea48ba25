from __future__ import annotations

import gc

import pytest

from duediligence.tables.gc_pause import uncollected


@pytest.mark.parametrize("before", [True, False])
def test_the_search_for_circles_is_afterwards_as_it_was_before(before: bool) -> None:
    kept = gc.isenabled()
    (gc.enable if before else gc.disable)()
    try:
        with pytest.raises(ValueError), uncollected():
            assert not gc.isenabled()
            raise ValueError
        assert gc.isenabled() is before
    finally:
        (gc.enable if kept else gc.disable)()
