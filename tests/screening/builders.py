"""Small parties and entries for the tests of this room."""

from __future__ import annotations

from duediligence.model import (
    CellRef,
    EntryCountry,
    EntryKind,
    EntryName,
    Identifier,
    NameRole,
    NameType,
    Party,
    PartyKind,
    WatchlistEntry,
)


def party(
    name: str,
    *,
    name_type: NameType = NameType.ORGANISATION,
    country: str = "",
    city: str = "",
    owners: tuple[str, ...] = (),
    parent: str = "",
    other_names: tuple[str, ...] = (),
    identifiers: tuple[Identifier, ...] = (),
    birth_date: str = "",
    party_id: str = "P1",
) -> Party:
    return Party(
        party_id,
        PartyKind.SUPPLIER,
        name,
        CellRef("suppliers.xlsx", "Suppliers", 2, 1),
        name_type,
        other_names=other_names,
        parent=parent,
        country=country,
        city=city,
        owners=owners,
        identifiers=identifiers,
        birth_date=birth_date,
    )


def entry(
    *names: str,
    kind: EntryKind = EntryKind.ORGANISATION,
    country: str = "",
    address: str = "",
    weak: tuple[str, ...] = (),
    birth_dates: tuple[str, ...] = (),
    identifiers: tuple[Identifier, ...] = (),
    entry_id: str = "E1",
    list_name: str = "UN",
) -> WatchlistEntry:
    texts = [EntryName(text, NameRole.ALIAS if number else NameRole.PRIMARY) for number, text in enumerate(names)]
    return WatchlistEntry(
        list_name,
        entry_id,
        kind,
        (*texts, *(EntryName(text, NameRole.ALIAS, weak=True) for text in weak)),
        countries=(EntryCountry(country, "address"),) if country else (),
        addresses=(address,) if address else (),
        birth_dates=birth_dates,
        identifiers=identifiers,
    )
