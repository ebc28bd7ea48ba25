"""Withhold release orders and findings of US Customs and Border Protection (CSV).

CBP gives its orders no number, so an entry's id is a hash of the list, the party's text, the order's kind and
its date: stable as long as CBP does not reword the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, EntryName, NameRole, Problem, Severity, WatchlistEntry
from duediligence.resources import load_validated, package_file
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import ListRow, first_row, rows_of, stable_id
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import day
from duediligence.watchlists.readers.un import without_brackets

_LAST_BRACKETS = re.compile(r"^(?P<outer>.+?)\s*\((?P<inner>[^()]+)\)$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class WroWords:
    """wro_words.yaml; see the comments there."""

    order_starts: tuple[str, ...]
    order_phrases: tuple[str, ...]
    named_after: tuple[str, ...]
    vessel_prefixes: tuple[str, ...]
    company_words: tuple[str, ...]
    company_endings: tuple[str, ...]
    alias_marks: tuple[str, ...]
    no_longer_in_force: tuple[str, ...]


@cache
def wro_words() -> WroWords:
    """The words in force."""
    return load_validated(package_file("watchlists", "readers", "us", "wro_words.yaml"), WroWords)


@dataclass(frozen=True, slots=True)
class Listed:
    """One party, vessel or order out of a row; `names[0]` is the primary name."""

    kind: EntryKind
    names: tuple[EntryName, ...]


def listed_in(entity: str) -> tuple[Listed, ...]:
    """Everything that one row's entity text lists, at least one thing.

    An order on goods or a region comes first as itself, then the parties and vessels that it names.
    """
    if _is_order(entity):
        return (Listed(EntryKind.ORDER, (EntryName(entity),)), *_named_in_order(entity))
    return tuple(_party(text) for piece in entity.split(";") for text in _two_companies(piece.strip()) if text)


def _is_order(entity: str) -> bool:
    folded, words = entity.casefold(), wro_words()
    return folded.startswith(words.order_starts) or any(phrase in folded for phrase in words.order_phrases)


def _named_in_order(entity: str) -> Iterator[Listed]:
    folded, words = entity.casefold(), wro_words()
    for mark in words.named_after:
        if mark not in folded:
            continue
        tail = entity[folded.index(mark) + len(mark) :].rstrip(". ")
        for text in re.split(r",\s*(?:or|and)\s+|\s+(?:or|and)\s+|,\s*(?!Ltd|Inc|LLC)", tail):
            company = any(word in text.casefold() for word in words.company_words) or "vessel" not in mark
            kind = EntryKind.ORGANISATION if company else EntryKind.VESSEL
            yield Listed(kind, (EntryName(text.strip()),))
        return


def _two_companies(text: str) -> tuple[str, ...]:
    """`A Co., Ltd. and B Co., Ltd.` as two; any other `and` belongs to the name."""
    endings = wro_words().company_endings
    before, found, after = text.partition(" and ")
    if found and before.endswith(endings) and after.endswith(endings):
        return before, after
    return (text,)


def _party(text: str) -> Listed:
    for prefix in wro_words().vessel_prefixes:
        if text.startswith(prefix):
            return Listed(EntryKind.VESSEL, (EntryName(text.removeprefix(prefix).strip()),))
    marks = "|".join(re.escape(mark) for mark in wro_words().alias_marks)
    pieces = re.split(rf",?\s*\b((?:{marks}))\s+", text)
    primary, rest = pieces[0].strip(), zip(pieces[1::2], pieces[2::2], strict=True)
    found = {name.text: name for name in variants(primary, NameRole.PRIMARY)}
    for mark, other in rest:
        role = NameRole.FORMER if mark.startswith("f") else NameRole.ALIAS
        for name in variants(other.strip(" ,"), role):
            found.setdefault(name.text, name)
    return Listed(EntryKind.ORGANISATION, tuple(found.values()))


def variants(text: str, role: NameRole = NameRole.PRIMARY) -> Iterator[EntryName]:
    """The name as written; without its brackets; and what stands in the last brackets when that is a name too.

    It is one when it repeats a word of the name (`Xinkapu Prison (Changsha No. 4 Prison)`); else it is a gloss
    (`Sujiao Chang (Plastics Factory)`). Initials of the name are a name too, but a weak one.
    """
    other = NameRole.ALIAS if role is NameRole.PRIMARY else role
    yield EntryName(text, role)
    if (outer := without_brackets(text)) != text:
        yield EntryName(outer, other)
    if found := _LAST_BRACKETS.match(text):
        words, inner = _words(found["outer"]), found["inner"].strip()
        initials = "".join(word[0] for word in words).upper()
        if len(inner) > 1 and initials.endswith(inner.upper()):
            yield EntryName(inner, other, weak=True)
        elif not set(words).isdisjoint(_words(inner)):
            yield EntryName(inner, other)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


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
