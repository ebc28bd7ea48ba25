"""Entries of official watchlists, and the dated editions they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from duediligence.model.party import Identifier


class EntryKind(StrEnum):
    """What the publisher listed.

    An `ORDER` is on goods or a region, not on a party, and is never screened by name. `UNKNOWN` is a person or an
    organisation of a list that does not say which; it is compared both ways.
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    ORDER = "order"
    UNKNOWN = "unknown"


class NameRole(StrEnum):
    """What a name is to its entry."""

    PRIMARY = "primary"
    ALIAS = "alias"
    FORMER = "former"


class Topic(StrEnum):
    """Why an entry is listed (Idea 7), in our words."""

    TRAFFICKING = "trafficking in persons"
    FORCED_LABOUR = "forced labour"
    CHILD_RECRUITMENT = "child recruitment"
    SEXUAL_VIOLENCE = "conflict-related sexual violence"
    ARMED_CONFLICT = "party to an armed conflict"
    TERRORISM = "terrorism"
    PROLIFERATION = "proliferation"
    CORRUPTION = "corruption"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EntryName:
    """One name of an entry. `weak` is the publisher's own mark for a name too broad to rely on alone.

    `script` is the ISO 15924 code of the script it is written in, `language` the ISO 639 code that the publisher
    gives; both may be empty.
    """

    text: str
    role: NameRole = NameRole.PRIMARY
    weak: bool = False
    script: str = field(default="", compare=False)
    language: str = ""


@dataclass(frozen=True, slots=True)
class EntryCountry:
    """A country of an entry: alpha-2 and its role (`nationality`, `address`, `registration`, `flag`, `birth`).

    The role `regime` is the country that a sanctions regime is about, not one of the party's own.
    """

    code: str
    role: str


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Another party that the publisher ties to the entry: `relation` in its words (`linked to`, `owned by`), the name
    as it stands there, and the id of its own entry where the publisher gives one."""

    relation: str
    name: str
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class ListingReason:
    """A topic with the publisher's words, or the programme, that gave it."""

    topic: Topic
    words: str


@dataclass(frozen=True, slots=True)
class WatchlistEntry:
    """One entry of one edition. `names[0]` is the primary name; `list` is the catalogue's short name.

    `reasons` are the grounds in the publisher's words, where its file keeps them apart from `remarks`. `ends_on` is
    the last day of a listing that ends. `raw` is the publisher's own record as it stood in the file.
    """

    list: str
    entry_id: str
    kind: EntryKind
    names: tuple[EntryName, ...]
    countries: tuple[EntryCountry, ...] = ()
    addresses: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    programmes: tuple[str, ...] = ()
    listed_on: date | None = None
    updated_on: date | None = None
    ends_on: date | None = None
    remarks: str = ""
    reasons: str = ""
    links: tuple[EntryLink, ...] = ()
    raw: str = field(default="", compare=False, repr=False)
    listed_for: tuple[ListingReason, ...] = ()

    @property
    def name(self) -> str:
        """The primary name."""
        return self.names[0].text

    @property
    def country_codes(self) -> tuple[str, ...]:
        """Every country of the party itself once, in the order given; the country of a regime is none."""
        return tuple(dict.fromkeys(country.code for country in self.countries if country.role != "regime"))

    @property
    def topics(self) -> tuple[str, ...]:
        """Why it is listed, each topic once."""
        return tuple(dict.fromkeys(str(reason.topic) for reason in self.listed_for))


class DateBasis(StrEnum):
    """How we know an edition's date."""

    STATED = "stated in the file"
    CATALOGUED = "recorded with the packaged copy"
    FETCHED = "as published on the day it was fetched"
    FILE_NAME = "taken from the file's name"
    NEWEST_INSIDE = "not before the newest date it mentions"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: its name (never its path), size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ListEdition:
    """One dated edition of one list, as it was used. `packaged` marks the demonstration snapshot we ship."""

    list: str
    title: str
    publisher: str
    licence: str
    dated: date | None
    date_basis: DateBasis
    entries: int
    names: int
    files: tuple[SourceFile, ...]
    packaged: bool = False

    def age_days(self, as_of: date) -> int | None:
        """Whole days from the edition to `as_of`; None when the edition has no date."""
        return (as_of - self.dated).days if self.dated else None
