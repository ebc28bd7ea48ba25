"""Withhold release orders and findings of US Customs and Border Protection (CSV).

CBP gives its orders no number, so an entry's id is a hash of the list, the party's text, the order's kind and
its date: stable as long as CBP does not reword the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duediligence.errors import Code
from duediligence.model import CellRef, EntryName, Problem, Severity, WatchlistEntry
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.delimited_part import ListRow, first_row, rows_of, stable_id
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import day
from duediligence.watchlists.readers.us.wro_names_part import listed_in, wro_words

LIST = "CBP-WRO"
_NEEDED = frozenset({"effective date", "entity", "country", "wro/finding"})
_REMARKED = ("Industry", "Merchandise", "Status", "Press Release", "Remarks")


def recognise(sample: bytes) -> str:
    """`whole` for a table whose first line holds CBP's headers, else empty."""
    return "whole" if first_row(sample) >= _NEEDED else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    orders = tuple(rows_of(file))
    unknown = UnknownCountries()
    entries: list[WatchlistEntry] = []
    problems: list[Problem] = []
    ended = [order for order in orders if order["Status"].casefold() in wro_words().no_longer_in_force]
    for order in orders:
        if not order["Entity"]:
            where = CellRef(file.name, row=order.number)
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, "the entity is empty"))
        elif order not in ended:
            entries += _entries(order, unknown)
    days = (day(order["Effective Date"]) for order in orders)
    notices = (f"{file.name}: {len(ended)} orders that are no longer in force were left out.",) if ended else ()
    return ReadList(
        LIST,
        (file,),
        tuple(entries),
        newest_inside=max((when for when in days if when), default=None),
        problems=(*problems, *unknown.problems(file.name)),
        notices=notices,
    )


def _entries(order: ListRow, unknown: UnknownCountries) -> Iterator[WatchlistEntry]:
    kind = order["WRO/Finding"] or "WRO"
    remarks = [f"{header}: {order[header]}" for header in _REMARKED if order[header]]
    for listed in listed_in(order["Entity"]):
        draft = Draft(_entry_id(listed.names, order), listed.kind, names=list(listed.names))
        draft.countries.append((order["Country"], "address"))
        draft.programmes = (kind,)
        draft.listed_on = day(order["Effective Date"])
        draft.remarks = [f"{kind} on {order['Entity']}", *remarks]
        draft.raw = order.raw
        yield draft.finished(LIST, unknown)


def _entry_id(names: Sequence[EntryName], order: ListRow) -> str:
    return stable_id("WRO", LIST, names[0].text, order["WRO/Finding"], order["Effective Date"])


READER = Reader(recognise, one_for_each(read))
