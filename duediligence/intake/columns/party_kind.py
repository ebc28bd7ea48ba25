"""Whether a sheet lists suppliers or recruitment agencies, where nobody said."""

from __future__ import annotations

from functools import cache

from duediligence.intake.structure.header import Header
from duediligence.intake.words import cell_words
from duediligence.model import PartyKind
from duediligence.places import fold

_SUPPLIER_NAMES = frozenset({"name", "legal_name", "site_name"})
_LICENCE = frozenset({"licence_status", "licence_expiry"})
_ROUTES = frozenset({"origin_countries", "destination_countries", "corridors"})


def kind_of(header: Header, *places: str) -> PartyKind:
    """Agency if the only names are agencies', if a licence stands beside its validity and the workers' route, or if
    the first of the `places` that says anything says so; else supplier. Places are the table's title and the sheet's
    name, or the file's where there are no sheets.
    """
    fields = header.fields
    if "agency_name" in fields and not fields & _SUPPLIER_NAMES:
        return PartyKind.AGENCY
    if "licence" in fields and fields & _LICENCE and fields & _ROUTES:
        return PartyKind.AGENCY
    return next((kind for place in places if (kind := said_by(place))), PartyKind.SUPPLIER)


def said_by(place: str) -> PartyKind | None:
    """Supplier or agency, where a title, a sheet's name or a cell says one of them; suppliers go first."""
    words = f" {fold(place)} "
    agency, supplier = _words()
    if any(word in words for word in supplier):
        return PartyKind.SUPPLIER
    return PartyKind.AGENCY if any(word in words for word in agency) else None


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Agency and supplier words, between blanks."""
    words = cell_words()
    return tuple(f" {fold(word)} " for word in words.agency), tuple(f" {fold(word)} " for word in words.supplier)
