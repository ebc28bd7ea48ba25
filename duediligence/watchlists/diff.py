"""What changed between two editions of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from duediligence.model import ListEdition, WatchlistEntry
from duediligence.watchlists.catalogue import catalogue
from duediligence.watchlists.editions.cache import read_compiled
from duediligence.watchlists.editions.store import find_edition, load_edition
from duediligence.watchlists.load import LoadedLists, assembled, load_lists

_COMPARED = tuple(item.name for item in fields(WatchlistEntry) if item.name not in ("list", "entry_id", "raw"))


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry in both editions, and the names of the fields in which they differ."""

    before: WatchlistEntry
    after: WatchlistEntry
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListChange:
    """One list in two editions; an edition is None where the list is on one side only."""

    list: str
    before: ListEdition | None
    after: ListEdition | None
    added: tuple[WatchlistEntry, ...]
    removed: tuple[WatchlistEntry, ...]
    changed: tuple[ChangedEntry, ...]


def edition_at(text: str) -> LoadedLists:
    """The lists at a path or, where there is none, of the installed edition of that id. Raises `InputRefused`."""
    if Path(text).exists():
        return load_lists([Path(text)], read_compiled)
    found, problems = load_edition(find_edition(text))
    return assembled([found], problems)


def compare(before: LoadedLists, after: LoadedLists) -> tuple[ListChange, ...]:
    """Every list of either side, in the catalogue's order; entries in the order of their lists."""
    names = {edition.list for edition in (*before.editions, *after.editions)}
    return tuple(_compared(about.list, before, after) for about in catalogue() if about.list in names)


def _compared(name: str, before: LoadedLists, after: LoadedLists) -> ListChange:
    old, new = _entries(name, before.entries), _entries(name, after.entries)
    both = ((old[entry_id], entry) for entry_id, entry in new.items() if entry_id in old)
    changed = (ChangedEntry(was, now, _differing(was, now)) for was, now in both)
    return ListChange(
        list=name,
        before=_edition(name, before.editions),
        after=_edition(name, after.editions),
        added=tuple(entry for entry_id, entry in new.items() if entry_id not in old),
        removed=tuple(entry for entry_id, entry in old.items() if entry_id not in new),
        changed=tuple(item for item in changed if item.fields),
    )


def _entries(name: str, entries: Sequence[WatchlistEntry]) -> Mapping[str, WatchlistEntry]:
    return {entry.entry_id: entry for entry in entries if entry.list == name}


def _edition(name: str, editions: Sequence[ListEdition]) -> ListEdition | None:
    return next((edition for edition in editions if edition.list == name), None)


def _differing(before: WatchlistEntry, after: WatchlistEntry) -> tuple[str, ...]:
    return tuple(name for name in _COMPARED if getattr(before, name) != getattr(after, name))
