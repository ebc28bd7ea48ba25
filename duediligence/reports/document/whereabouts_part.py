"""Where evidence stands, said shortly: what one cell or one sheet holds is told together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from duediligence.model import EvidenceRef


def whereabouts(evidence: Iterable[EvidenceRef]) -> str:
    """Each place once, with whose word it is.

    Register rows that one cell meets stand behind that cell (`F.xlsx › S!B2: EU-CAHRA …, row AF (official list)`),
    cells of one sheet behind that sheet (`F.xlsx › S!B2, B7 (the party's file)`).
    """
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in evidence:
        group, part = _parts(item)
        if part not in groups[group]:
            groups[group].append(part)
    return "; ".join(_written(*group, parts) for group, parts in groups.items())


def _parts(item: EvidenceRef) -> tuple[tuple[str, str], str]:
    """What the place shares with others, on whose word if they share that too, and what is its own."""
    cell, _, row = item.where.partition("; ")
    if row:
        return (f"{cell}: ", ""), f"{row} ({item.basis})"
    sheet, mark, spot = cell.rpartition("!")
    return (f"{sheet}{mark}", item.basis), spot


def _written(shared: str, basis: str, parts: list[str]) -> str:
    return f"{shared}{', '.join(parts)} ({basis})" if basis else f"{shared}{'; '.join(parts)}"
