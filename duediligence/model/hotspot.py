"""Places, sectors and goods where trafficking in conflict is a known concern, and how a party meets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from duediligence.model.locators import CellRef, FieldRef


class HotspotKind(StrEnum):
    """Which of the four keys a register is read by."""

    PLACE = "place"
    SECTOR = "sector"
    CORRIDOR = "corridor"
    CHANNEL = "channel"


class Concern(StrEnum):
    """What a row warns of: the pattern of trafficking, or what lets it happen."""

    INTO_CONFLICT = "trafficking within or into a conflict area"
    CHILD_RECRUITMENT = "child recruitment by armed groups"
    OUT_OF_CONFLICT = "trafficking out of a conflict area"
    FORCED_LABOUR = "forced labour in production"
    CHILD_LABOUR = "child labour in production"
    DECEPTIVE_RECRUITMENT = "deceptive recruitment"
    TIED_VISA = "tied visa"
    WEAK_PROTECTION = "weak protection by the state"


class Basis(StrEnum):
    """On whose word a row stands; outputs keep these apart."""

    OFFICIAL = "official list"
    DATASET = "dataset"
    REPORTING = "public reporting"
    OWN = "own judgement"


def whose_word(basis: Basis, *, own: bool) -> str:
    """`official list`, or `own register, official list` where the user brought it."""
    return f"own register, {basis}" if own else str(basis)


class Nearness(StrEnum):
    """How close the party is to the row, nearest first."""

    SAME_PLACE = "same place"
    SAME_REGION = "same region"
    SAME_COUNTRY = "same country"
    SAME_GOOD = "the good itself"
    SAME_SECTOR = "its sector"
    SAME_ROUTE = "same route"
    SAME_CHANNEL = "same channel"


@dataclass(frozen=True, slots=True)
class Register:
    """One register of hotspots, as used: publisher, edition, licence, citation, how many rows.

    `own` says that it came from a file of the user's and not with the package.
    """

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
    own: bool = False

    @property
    def whose_word(self) -> str:
        """The basis in words; a register of the user's own says so first."""
        return whose_word(self.basis, own=self.own)


@dataclass(frozen=True, slots=True)
class Circle:
    """A named location: WGS 84 degrees and a radius in kilometres."""

    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Hotspot:
    """One row of a register. Empty key fields do not restrict; `severity` is 0..1 on the register's own scale.

    `row` is the row's stable name inside the register, such as `AF-BAL` or `BRA/Coffee`. `pattern` says in words what
    `concern` files it under. A place is a country, a region or a `circle`; a corridor goes from `origin` to `country`;
    a channel has `signs`, each `kind:value` (see watchlists/hotspots/README.md). `measures` holds the register's own
    figures as text (deaths, index, tier). `confidence` (0..1) is below 1 where the row's key itself is in doubt or
    stands for a whole country; `note` then says why. `citation` and `address` are the row's own source, where it has
    one beside the register's.
    """

    register: str
    row: str
    kind: HotspotKind
    label: str
    pattern: str
    severity: float
    concern: Concern
    country: str = ""
    region: str = ""
    circle: Circle | None = None
    names: tuple[str, ...] = ()
    origin: str = ""
    signs: tuple[str, ...] = ()
    isic: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    measures: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    note: str = ""
    citation: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A place narrower than a country that a register in use names, and where it stands on a map, in degrees.

    A region stands where its largest town lies; one that is `named` has coordinates of its own.
    """

    register: str
    row: str
    label: str
    country: str
    latitude: float
    longitude: float
    named: bool = False


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
    """A party meets a hotspot row: which, how near, why, and how sure the reading of the party's text is (0..1).

    `country` is the row's (alpha-2, empty where it has none); `own` says that its register is one of the user's.
    """

    party_id: str
    register: str
    row: str
    kind: HotspotKind
    basis: Basis
    label: str
    pattern: str
    concern: Concern
    nearness: Nearness
    severity: float
    confidence: float
    why: str
    edition: date
    cell: CellRef | FieldRef
    measures: tuple[tuple[str, str], ...] = ()
    country: str = ""
    own: bool = False

    @property
    def whose_word(self) -> str:
        """The register's."""
        return whose_word(self.basis, own=self.own)


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
