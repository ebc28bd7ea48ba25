"""A possible sameness of a party and a list entry. Never a verdict: an officer decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from duediligence.model.locators import CellRef


class MatchBand(StrEnum):
    """How likely party and entry are the same, in words."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class MatchEvidence:
    """One thing that was compared: which value met which, and what it did to the score (-1..1)."""

    feature: str
    party_value: str
    entry_value: str
    effect: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """One party beside one list entry.

    `score` (0..1) says how alike they are and nothing about risk. `row` is the cell of the party's name.
    `party_name_compared` is the one of the party's names that met `matched_name`.
    """

    party_id: str
    party_name: str
    kind: str
    row: CellRef
    list: str
    list_entry_id: str
    list_name: str
    matched_name: str
    party_name_compared: str
    score: float
    band: MatchBand
    country_party: str
    country_entry: tuple[str, ...]
    listed_for: tuple[str, ...]
    evidence: tuple[MatchEvidence, ...]
    explanation: str
