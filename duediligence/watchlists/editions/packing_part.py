"""What a reader found, as plain JSON values and back: exactly the same, but for `raw`, which stays with the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import date
from typing import Any

from duediligence.errors import Code
from duediligence.model import (
    CellRef,
    EntryCountry,
    EntryKind,
    EntryLink,
    EntryName,
    Identifier,
    ListingReason,
    NameRole,
    Problem,
    Severity,
    Topic,
    WatchlistEntry,
)
from duediligence.watchlists.entries.read_list import Reading, ReadList
from duediligence.watchlists.formats.source_file import ListFile

# Looking a member up in a mapping is several times quicker than calling the enumeration.
_ROLES = {role.value: role for role in NameRole}
_KINDS = {kind.value: kind for kind in EntryKind}
_TOPICS = {topic.value: topic for topic in Topic}


def without_raw(reading: Reading) -> Reading:
    """The reading with every entry's `raw` empty."""
    return replace(
        reading,
        lists=tuple(
            replace(read, entries=tuple(replace(entry, raw="") if entry.raw else entry for entry in read.entries))
            for read in reading.lists
        ),
    )


def packed(reading: Reading, files: Sequence[ListFile]) -> Any:
    """JSON values of the reading; its files are given by their places in `files`."""
    return [[_list(read, files) for read in reading.lists], [_problem(problem) for problem in reading.problems]]


def unpacked(values: Any, files: Sequence[ListFile]) -> Reading:
    """The reading of `packed`. Raises one of `LookupError`, `TypeError`, `ValueError`, `AttributeError` for others."""
    lists, problems = values
    return Reading(tuple(_list_of(item, files) for item in lists), tuple(map(_problem_of, problems)))


def _list(read: ReadList, files: Sequence[ListFile]) -> Any:
    places = [files.index(file) for file in read.files]
    problems = [_problem(problem) for problem in read.problems]
    entries = [_entry(entry) for entry in read.entries]
    return [read.list, places, _day(read.stated), _day(read.newest_inside), problems, read.notices, entries]


def _list_of(values: Any, files: Sequence[ListFile]) -> ReadList:
    name, places, stated, newest, problems, notices, entries = values
    return ReadList(
        list=name,
        files=tuple(files[place] for place in places),
        entries=tuple([_entry_of(name, item) for item in entries]),
        stated=_day_of(stated),
        newest_inside=_day_of(newest),
        problems=tuple(map(_problem_of, problems)),
        notices=tuple(notices),
    )


def _entry(entry: WatchlistEntry) -> Any:
    return [
        entry.entry_id,
        entry.kind,
        [astuple(name) for name in entry.names],
        [astuple(country) for country in entry.countries],
        entry.addresses,
        entry.birth_dates,
        [astuple(identifier) for identifier in entry.identifiers],
        entry.programmes,
        [_day(entry.listed_on), _day(entry.updated_on), _day(entry.ends_on)],
        entry.remarks,
        entry.reasons,
        [astuple(link) for link in entry.links],
        [astuple(reason) for reason in entry.listed_for],
    ]


def _entry_of(list_name: str, values: Any) -> WatchlistEntry:
    """Written for speed: lists in place of generators, positions in place of keywords where a value is small."""
    entry_id, kind, names, countries, addresses, births, numbers, programmes, days, remarks, reasons, links, why = (
        values
    )
    listed, updated, ends = days
    return WatchlistEntry(
        list=list_name,
        entry_id=entry_id,
        kind=_KINDS[kind],
        names=tuple(
            [EntryName(text, _ROLES[role], weak, script, tongue) for text, role, weak, script, tongue in names]
        ),
        countries=tuple([EntryCountry(*country) for country in countries]),
        addresses=tuple(addresses),
        birth_dates=tuple(births),
        identifiers=tuple([Identifier(*number) for number in numbers]),
        programmes=tuple(programmes),
        listed_on=_day_of(listed),
        updated_on=_day_of(updated),
        ends_on=_day_of(ends),
        remarks=remarks,
        reasons=reasons,
        links=tuple([EntryLink(*link) for link in links]),
        listed_for=tuple([ListingReason(_TOPICS[topic], words) for topic, words in why]),
    )


def _problem(problem: Problem) -> Any:
    where = astuple(problem.where) if problem.where else None
    return [problem.code.name, problem.severity, where, problem.found, problem.suggestion, problem.rows]


def _problem_of(values: Any) -> Problem:
    code, severity, where, *rest = values
    return Problem(Code[code], Severity(severity), CellRef(*where) if where else None, *rest)


def _day(when: date | None) -> str:
    return when.isoformat() if when else ""


def _day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
