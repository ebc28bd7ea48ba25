"""The parties under audit: suppliers and recruitment agencies as their rows describe them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from duediligence.model.locators import CellRef


class PartyKind(StrEnum):
    """What role the party has for the officer."""

    SUPPLIER = "supplier"
    AGENCY = "agency"


class NameType(StrEnum):
    """What a name belongs to; decides how it is compared. `UNKNOWN` is compared both ways."""

    ORGANISATION = "organisation"
    PERSON = "person"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that some register gave: `kind` is `lei`, `vat`, `tax`, `registration`, `licence`, `imo`, …

    `value` is upper case without blanks and separators. `valid` is the verdict of its check digits,
    None where the kind has none that we know. `country` is alpha-2 or empty.
    """

    kind: str
    value: str
    country: str = ""
    valid: bool | None = None


@dataclass(frozen=True, slots=True)
class Corridor:
    """A labour-migration route, both ends as ISO 3166-1 alpha-2; the destination may be empty.

    `cell` is where it was told if that is not the party's own row: in an answer.
    """

    origin: str
    destination: str = ""
    cell: CellRef | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Site:
    """One more place of a party that stands on several rows, with the cell of the name in that row."""

    origin: CellRef
    country: str = ""
    region: str = ""
    city: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One supplier or agency, as its row describes it, or its rows where several name the same party.

    `country` is ISO 3166-1 alpha-2, `region` ISO 3166-2; both empty when unknown. Shares (`migrant_share`)
    are 0..1, `fee_charged` is in the sheet's own currency. `birth_date` of a person is ISO, or a year alone. `tier` is
    the supply-chain tier in the sheet's words. `channels` are online channels other than the website. `origin` is the
    cell of the name; `cells` maps a field's name to its cell. `extra` keeps every value whose column was not
    understood, by header. `also_in` are the name cells of the party's further rows; `sites` the places that those rows
    add.
    """

    party_id: str
    kind: PartyKind
    name: str
    origin: CellRef
    name_type: NameType = NameType.UNKNOWN
    other_names: tuple[str, ...] = ()
    parent: str = ""
    tier: str = ""
    country: str = ""
    region: str = ""
    city: str = ""
    address: str = ""
    sector: str = ""
    products: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    owners: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    corridors: tuple[Corridor, ...] = ()
    workers: int | None = None
    migrant_share: float | None = None
    women_share: float | None = None
    fee_charged: float | None = None
    licence: str = ""
    licence_status: str = ""
    licence_expiry: date | None = None
    birth_date: str = ""
    spend: float | None = None
    website: str = ""
    channels: tuple[str, ...] = ()
    contact: str = ""
    cells: Mapping[str, CellRef] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    also_in: tuple[CellRef, ...] = ()
    sites: tuple[Site, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then every other name, each once."""
        return tuple(dict.fromkeys((self.name, *self.other_names)))

    def cell(self, field_name: str) -> CellRef:
        """The cell a field was read from, or the name's cell where the field has none of its own."""
        return self.cells.get(field_name, self.origin)
