"""Readings kept in the cache folder, so that a list is parsed once and then loaded quickly.

A compiled form is JSON, deflated, after the SHA-256 of what follows: no code can hide in it. It is named by the
hash of everything that it follows from: the files' contents and names, and every source file and word list that a
reader may consult. One that is out of date is therefore never found, one that is damaged is made anew, and a cache
folder that cannot be written only costs time.
"""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
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
from duediligence.resources import PACKAGE, data_folder
from duediligence.tables import uncollected
from duediligence.watchlists.editions.folders import cache_folder
from duediligence.watchlists.entries.read_list import Part, Reader, Reading, ReadList
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


_ENDING = ".list"
_KEPT = 60
_DIGEST = 32
_WRONG_SHAPE = (LookupError, TypeError, ValueError, AttributeError, RecursionError, zlib.error)
_CONSULTED = ("watchlists", "names", "places", "model")


def read_compiled(reader: Reader, parts: Sequence[Part]) -> Reading:
    """What `reader.read(parts)` gives, without `raw`. Raises what that raises; the cache itself is never an error."""
    path = cache_folder() / f"{_key(reader, parts)}{_ENDING}"
    files = [part.file for part in parts]
    with uncollected():
        with suppress(OSError, *_WRONG_SHAPE):
            return unpacked(_opened(path.read_bytes()), files)
        reading = without_raw(reader.read(parts))
        with suppress(OSError):
            _keep(path, _closed(packed(reading, files)))
    return reading


def _key(reader: Reader, parts: Sequence[Part]) -> str:
    said = [[part.file.name, part.role, part.file.named, part.file.source.sha256] for part in parts]
    return sha256(json.dumps([_readers_version(), reader.recognises.__module__, said]).encode()).hexdigest()


@cache
def _readers_version() -> str:
    """A hash of all code and words that a reading follows from, so that nobody has to remember to raise a number."""
    digest = sha256()
    code = (path for room in _CONSULTED for path in (PACKAGE / room).rglob("*.*") if path.suffix != ".pyc")
    for path in (*sorted(code), *sorted(data_folder("watchlists").glob("*.*"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _closed(values: object) -> bytes:
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    body = zlib.compress(text.encode("utf-8", "surrogatepass"))
    return sha256(body).digest() + body


def _opened(data: bytes) -> object:
    body = data[_DIGEST:]
    if sha256(body).digest() != data[:_DIGEST]:
        raise ValueError("the compiled form is damaged")
    return json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))


def _keep(path: Path, data: bytes) -> None:
    """Writes the form whole or not at all, and forgets the oldest when there are too many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    by_age = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda item: item.stat().st_mtime)
    for old in by_age[:-_KEPT]:
        old.unlink(missing_ok=True)
