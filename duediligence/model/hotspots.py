"""Places, sectors and goods where trafficking in conflict is a known concern, and how a party meets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class HotspotKind(StrEnum):
    """Which of the four keys a register is read by."""

    PLACE = "place"
    SECTOR = "sector"
    CORRIDOR = "corridor"
    CHANNEL = "channel"


class Basis(StrEnum):
    """On whose word a row stands; outputs keep these apart."""

    OFFICIAL = "official list"
    DATASET = "dataset"
    REPORTING = "public reporting"
    OWN = "own judgement"


class Nearness(StrEnum):
    """How close the party is to the row, nearest first."""

    SAME_PLACE = "same place"
    SAME_REGION = "same region"
    SAME_COUNTRY = "same country"
    SAME_GOOD = "the good itself"
    SAME_SECTOR = "its sector"
    SAME_ROUTE = "same route"


@dataclass(frozen=True, slots=True)
class Register:
    """One register of hotspots, as used: publisher, edition, licence, citation, how many rows."""

    register: str
    title: str
    kind: HotspotKind
    basis: Basis
    publisher: str
    edition: date
    licence: str
    citation: str
    cannot_see: str
    rows: int
    sha256: str
    edition_note: str = ""


@dataclass(frozen=True, slots=True)
class Hotspot:
    """One row of a register. Empty key fields do not restrict; `severity` is 0..1 on the register's own scale.

    `row` is the row's stable name inside the register, such as `AF-BAL` or `BRA/Coffee`. `measures` holds the
    register's own figures as text (deaths, index, tier). `confidence` (0..1) is below 1 where the row's key itself
    is in doubt or stands for a whole country; `note` then says why.
    """

    register: str
    row: str
    kind: HotspotKind
    label: str
    pattern: str
    severity: float
    country: str = ""
    region: str = ""
    isic: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    good: str = ""
    measures: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class SectorReading:
    """What a party's free text for sector or goods was taken to mean.

    `isic` are ISIC Rev.4 divisions, groups or classes (2–4 digits); empty when not understood.
    `confidence` is 0..1. `goods` are goods of the US DOL list that the text names.
    """

    text: str
    isic: tuple[str, ...]
    label: str
    confidence: float
    reason: str
    goods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exposure:
    """A party meets a hotspot row: which, how near, why, and how sure the reading of the party's text is (0..1)."""

    party_id: str
    register: str
    row: str
    kind: HotspotKind
    basis: Basis
    label: str
    pattern: str
    nearness: Nearness
    severity: float
    confidence: float
    why: str
    edition: date
    cell: str
    measures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PartyPlacement:
    """Where the registers place a party: what they met, what its sector text was read as, and what stays unknown.

    `unknown_region` is a sentence when the country has listed regions and the party's own region is not known;
    `unknown` holds every such gap in words, that one included.
    """

    party_id: str
    exposures: tuple[Exposure, ...]
    sectors: tuple[SectorReading, ...]
    unknown: tuple[str, ...] = ()
    unknown_region: str = ""
