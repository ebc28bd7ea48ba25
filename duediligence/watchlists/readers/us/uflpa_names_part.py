"""A name cell of the UFLPA Entity List taken apart: the entity, its other names, and the subsidiaries it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duediligence.model import NameRole
from duediligence.watchlists.entries.aliases import listed_names, outermost_brackets, with_other_names

_COUNT = r"(?:\w+(?:-\w+)? )?(?:[\w-]+-based )?"
_NAMED = re.compile(
    rf",?\s+and (?:its |their )?{_COUNT}(?:subsidiar(?:y|ies)|affiliates?)"
    r"(?:,? (?:which|that) includes?|,? including|:|,? namely)?:?\s+(?=\w)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    rf",?\s+and (?:its |their |all )?{_COUNT}(?:subordinate(?: and affiliated)? |affiliated )?"
    r"(?:subsidiaries|entities|affiliates)(?: and affiliates)?\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """One entity: its name, its other names, and the subsidiaries that the cell gives by name."""

    name: str
    others: tuple[tuple[str, NameRole], ...]
    subsidiaries: tuple[Named, ...] = ()


def named_in(cell: str) -> Named:
    """What one cell names. `and Subsidiaries` without names is no name and is only kept with the cell's own text."""
    found = _outside(cell, _NAMED)
    head, tail = (cell[: found.start()], cell[found.end() :]) if found else (cell, "")
    name, others = with_other_names(_UNNAMED.sub("", head.strip()))
    name = _UNNAMED.sub("", name)
    below = (with_other_names(text) for text in listed_names(tail.rstrip(" ")))
    return Named(name, others, tuple(Named(*parts) for parts in below))


def _outside(cell: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first place outside brackets where the pattern stands."""
    pairs = outermost_brackets(cell)
    places = pattern.finditer(cell)
    return next((place for place in places if not any(a < place.start() < b for a, b in pairs)), None)
