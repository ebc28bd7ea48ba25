"""Whether a sheet lists suppliers or recruitment agencies, where nobody said."""

from __future__ import annotations

from functools import cache

from duediligence.intake.header import Header
from duediligence.intake.vocabulary import cell_words
from duediligence.model import PartyKind
from duediligence.places.folding import fold

_SUPPLIER_NAMES = frozenset({"name", "legal_name", "site_name"})
_LICENCE = frozenset({"licence_status", "licence_expiry"})
_ROUTES = frozenset({"origin_countries", "destination_countries", "corridors"})


def kind_of(header: Header, place: str) -> PartyKind:
    """Agency if the only names are agencies', if a licence stands beside its validity and the workers' route, or if
    `place` (the sheet's name, or the file's where there are no sheets) says so; else supplier.
    """
    fields = header.fields
    if "agency_name" in fields and not fields & _SUPPLIER_NAMES:
        return PartyKind.AGENCY
    if "licence" in fields and fields & _LICENCE and fields & _ROUTES:
        return PartyKind.AGENCY
    return PartyKind.AGENCY if _says_agency(place) else PartyKind.SUPPLIER


def _says_agency(place: str) -> bool:
    words = f" {fold(place)} "
    agency, supplier = _words()
    return any(word in words for word in agency) and not any(word in words for word in supplier)


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Agency and supplier words, between blanks."""
    words = cell_words()
    return tuple(f" {fold(word)} " for word in words.agency), tuple(f" {fold(word)} " for word in words.supplier)
