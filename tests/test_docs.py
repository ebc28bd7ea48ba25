"""The generated pages are what the code would write now."""

from __future__ import annotations

from docs.generate import stale_pages


def test_generated_pages_are_current() -> None:
    assert not stale_pages(), "run `make docs`"
