"""A watchlist entry as plain values, for JSON and for a table."""

from __future__ import annotations

from typing import Any

from duediligence.model import EntryName, WatchlistEntry


def entry_record(entry: WatchlistEntry) -> dict[str, Any]:
    """Every field of the entry but `raw`, in words."""
    return {
        "list": entry.list,
        "entry": entry.entry_id,
        "kind": str(entry.kind),
        "names": [_name(name) for name in entry.names],
        "countries": [f"{country.code} ({country.role})" for country in entry.countries],
        "addresses": list(entry.addresses),
        "birth_dates": list(entry.birth_dates),
        "identifiers": [f"{identifier.kind} {identifier.value}" for identifier in entry.identifiers],
        "programmes": list(entry.programmes),
        "listed_on": entry.listed_on.isoformat() if entry.listed_on else None,
        "updated_on": entry.updated_on.isoformat() if entry.updated_on else None,
        "ends_on": entry.ends_on.isoformat() if entry.ends_on else None,
        "listed_for": [f"{reason.topic}: {reason.words}" for reason in entry.listed_for],
        "reasons": entry.reasons,
        "links": [
            f"{link.relation} {link.name}{f' ({link.entry_id})' if link.entry_id else ''}" for link in entry.links
        ],
        "remarks": entry.remarks,
    }


def as_text(value: object) -> str:
    """A value of a record for a table's cell."""
    return "\n".join(value) if isinstance(value, list) else str(value)


def _name(name: EntryName) -> str:
    """`Имя (alias, weak, Cyrl, ru)`: what it is, its script and, where the publisher gives it, its language."""
    marks = (str(name.role), "weak" if name.weak else "", name.script, name.language)
    return f"{name.text} ({', '.join(mark for mark in marks if mark)})"
