"""The catalogue: which lists there are, who publishes them, on what terms, and how their files are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from duediligence.resources import data_file, load_validated


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One list. `list` is its short name everywhere; `address` is the publisher's public page.

    `formats` says which of the publisher's formats are read. `own_programmes` are programme codes by which the
    list is told from another that uses the same file format. `basis` is on whose word a party is on it: `official`,
    `compilation` (others' lists gathered by a third party) or `own list` (the user's own, never shown as official).
    `downloads` are the files of one edition that `watchlist update` fetches; none where there is no plain file.
    """

    list: str
    title: str
    publisher: str
    jurisdiction: str
    licence: str
    address: str
    formats: tuple[str, ...]
    covers: str
    downloads: tuple[str, ...] = ()
    note: str = ""
    own_programmes: tuple[str, ...] = ()
    basis: Literal["official", "compilation", "own list"] = "official"


@cache
def catalogue() -> tuple[CatalogueEntry, ...]:
    """Every list that can be read, in the catalogue's order."""
    return load_validated(data_file("watchlists", "catalogue.yaml"), tuple[CatalogueEntry, ...])


def catalogue_entry(short_name: str) -> CatalogueEntry:
    """The entry of one list; raises `KeyError` for a name that is not in the catalogue."""
    for entry in catalogue():
        if entry.list == short_name:
            return entry
    raise KeyError(short_name)
