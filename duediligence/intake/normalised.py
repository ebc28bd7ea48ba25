"""Parties as plain rows of one common form, for a csv."""

from __future__ import annotations

from collections.abc import Sequence

from duediligence.model import Party

_HEADER = (
    *("party_id", "kind", "name", "name_type", "other_names", "parent", "country", "region", "city", "address"),
    *("sector", "products", "identifiers", "owners", "agencies", "corridors", "workers", "migrant_share"),
    *("women_share", "fee_charged", "licence", "licence_status", "licence_expiry", "spend", "website", "contact"),
    *("row", "extra"),
)

Plain = str | int | float


def normalised_rows(parties: Sequence[Party]) -> tuple[tuple[str, ...], list[tuple[Plain, ...]]]:
    """A header and a row for each party. Several values of a cell are joined with `; `, shares are 0..1."""
    return _HEADER, [_row(party) for party in parties]


def _row(party: Party) -> tuple[Plain, ...]:
    return (
        *(
            party.party_id,
            str(party.kind),
            party.name,
            str(party.name_type),
            "; ".join(party.other_names),
            party.parent,
        ),
        *(party.country, party.region, party.city, party.address, party.sector, "; ".join(party.products)),
        "; ".join(f"{number.kind}:{number.value}" for number in party.identifiers),
        *("; ".join(party.owners), "; ".join(party.agencies)),
        "; ".join(f"{route.origin}-{route.destination}".rstrip("-") for route in party.corridors),
        *(_known(party.workers), _known(party.migrant_share), _known(party.women_share), _known(party.fee_charged)),
        *(party.licence, party.licence_status, party.licence_expiry.isoformat() if party.licence_expiry else ""),
        *(_known(party.spend), party.website, party.contact, str(party.origin)),
        "; ".join(f"{header}: {value}" for header, value in party.extra.items()),
    )


def _known(number: float | None) -> Plain:
    return "" if number is None else number
