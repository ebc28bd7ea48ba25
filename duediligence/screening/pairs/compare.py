"""Two given names beside each other, with their countries: a score, its band, its evidence and a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from duediligence.model import (
    CellRef,
    EntryCountry,
    EntryKind,
    EntryName,
    MatchBand,
    MatchEvidence,
    NameType,
    Party,
    PartyKind,
    WatchlistEntry,
)
from duediligence.names import alternatives
from duediligence.screening.score.compare import Comparison, Scales, compare
from duediligence.screening.score.context import country_step
from duediligence.settings import Settings

_NO_CELL = CellRef("")


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names to compare. Countries are alpha-2; a side without any is unknown and changes nothing."""

    left: str
    right: str
    name_type: NameType = NameType.UNKNOWN
    left_countries: tuple[str, ...] = ()
    right_countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A pair with its score, 0..1, and what made it; `comparison` is of the names alone, in the spelling that met."""

    pair: NamePair
    comparison: Comparison
    score: float
    evidence: tuple[MatchEvidence, ...]

    def band(self, settings: Settings) -> MatchBand:
        """The score in words, by the limits of the settings."""
        if self.score >= settings.strong_score:
            return MatchBand.STRONG
        return MatchBand.POSSIBLE if self.score >= settings.possible_score else MatchBand.WEAK


def compare_pair(pair: NamePair, scales: Scales | None = None) -> ComparedPair:
    """The score of two names whose words are equally rare, neither of them a list's, country included; symmetric.

    Of several names in one text (`A t/a B`) the best two count. `scales` only remembers words between pairs.
    """
    scales = scales or Scales()
    found = (
        compare(left, right, pair.name_type, scales)
        for left in alternatives(pair.left)
        for right in alternatives(pair.right)
    )
    comparison = max(found, key=lambda item: item.score)
    steps = list(country_step(comparison.score, _party(pair), _entry(pair)))
    score = round(steps[-1].score, 4) if steps else comparison.score
    beside = (
        MatchEvidence(
            step.feature, step.party_value, step.entry_value, round(step.score - comparison.score, 4), step.note
        )
        for step in steps
    )
    return ComparedPair(pair, comparison, score, (*comparison.evidence, *beside))


def _party(pair: NamePair) -> Party:
    """The left name; of several countries the one that both sides have, else the first."""
    agreeing = [code for code in pair.left_countries if code in pair.right_countries]
    country = next(iter((*agreeing, *pair.left_countries)), "")
    return Party("", PartyKind.SUPPLIER, pair.left, _NO_CELL, pair.name_type, country=country)


def _entry(pair: NamePair) -> WatchlistEntry:
    """The right name as a list would have it; only its countries are looked at."""
    countries = tuple(EntryCountry(code, "address") for code in pair.right_countries)
    return WatchlistEntry("", "", EntryKind.ORGANISATION, (EntryName(pair.right),), countries)
