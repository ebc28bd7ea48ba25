"""How a canonical answer is written: percentages as figures of a hundred, several choices in one text."""

from __future__ import annotations

from collections.abc import Sequence

PERCENT = 100.0


def split_several(text: str) -> Sequence[str]:
    """The single choices of a canonical answer of several."""
    return tuple(part.strip() for part in text.split(";") if part.strip())
