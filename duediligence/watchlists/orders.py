"""Orders on goods and regions, which are no parties: for the rooms that look at goods and places."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from duediligence.model import EntryKind, WatchlistEntry


@dataclass(frozen=True, slots=True)
class GoodsOrder:
    """One order: its list and id, the publisher's words for what it is on, and its countries as alpha-2.

    `goods` and `industry` are the publisher's columns Merchandise and Industry; both may be empty, for many an order
    names its goods only in `on` (`Tobacco produced in ...`).
    """

    list: str
    entry_id: str
    on: str
    countries: tuple[str, ...]
    goods: str
    industry: str
    ordered_on: date | None


def orders(entries: Iterable[WatchlistEntry]) -> tuple[GoodsOrder, ...]:
    """The entries that are orders, in their order. They are never screened by name."""
    return tuple(_order(entry) for entry in entries if entry.kind is EntryKind.ORDER)


def _order(entry: WatchlistEntry) -> GoodsOrder:
    row = {str(header).casefold(): str(value) for header, value in json.loads(entry.raw).items()}
    return GoodsOrder(
        list=entry.list,
        entry_id=entry.entry_id,
        on=entry.name,
        countries=entry.country_codes,
        goods=row.get("merchandise", ""),
        industry=row.get("industry", ""),
        ordered_on=entry.listed_on,
    )
