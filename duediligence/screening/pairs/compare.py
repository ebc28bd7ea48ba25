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


# A discount smaller than this is not worth words; it stands in the evidence all the same.
_WORTH_WORDS = 0.05


def aligned_line(compared: ComparedPair) -> str:
    """`Sahara ≈ Saharah 0.94 · Manpower (common) · Ltd (legal form) only in the second · country agrees`."""
    return " · ".join(text for item in compared.evidence if (text := _words(item))) or "no word to compare"


def filed_sentence(compared: ComparedPair, settings: Settings) -> str:
    """What was compared, the score, its band with the band's limits, and why."""
    pair, band = compared.pair, compared.band(settings)
    kind = "names" if pair.name_type == "unknown" else f"names of {pair.name_type}s"
    limits = f"strong from {settings.strong_score:.2f}, possible from {settings.possible_score:.2f}"
    return (
        f"As {kind}, “{pair.left}” and “{pair.right}” score {compared.score:.2f} of 1, {band} ({limits}): "
        f"{aligned_line(compared)}. The score says how alike they are, not whether they are one."
    )


def _words(item: MatchEvidence) -> str:
    """One piece of evidence in words; empty where it is not worth any."""
    match item.feature:
        case "word":
            return _met(item)
        case "missing" | "contradiction":
            return _alone(item) if item.party_value or item.entry_value else item.note
        case "little compared":
            return "little to compare" if item.effect <= -_WORTH_WORDS else ""
        case "country" if item.note == "agrees":
            return "country agrees"
        case "country":
            return f"country differs ({item.party_value}, {item.entry_value})"
        case _:
            return item.note


def _met(item: MatchEvidence) -> str:
    """An inexact word carries its likeness bare, as in `Sahara ≈ Saharah 0.94`; what kind it is stands in brackets."""
    likeness, kind = _parted(item.note)
    same = item.party_value.casefold() == item.entry_value.casefold()
    words = item.party_value if same else f"{item.party_value} ≈ {item.entry_value}"
    return " ".join(filter(None, (words, likeness, _bracketed(kind))))


def _parted(note: str) -> tuple[str, str]:
    """`0.94, common` → its two parts; either may be missing."""
    first, _, rest = note.partition(", ")
    return (first, rest) if first[:1].isdigit() else ("", note)


def _alone(item: MatchEvidence) -> str:
    side = "first" if item.party_value else "second"
    verb = "stands against it in" if item.feature == "contradiction" else "only in"
    written = item.party_value or item.entry_value
    return " ".join(filter(None, (written, _bracketed(item.note), verb, f"the {side}")))


def _bracketed(note: str) -> str:
    return f"({note})" if note else ""
