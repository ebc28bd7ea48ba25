"""A compared pair in words: one line of what met what, and one sentence for the file."""

from __future__ import annotations

from duediligence.model import MatchEvidence
from duediligence.screening.pairs.compare import ComparedPair
from duediligence.settings import Settings

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
