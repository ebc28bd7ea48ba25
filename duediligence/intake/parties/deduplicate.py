"""The same party on several rows → one party with several sites, by a rule that every joined row tells.

Rows are joined if their names have the same letters and digits (case, blanks and signs aside), in the same country and
of the same kind, unless they state different ids or different numbers of one register. Joined, the first row speaks:
what it leaves empty is filled from the next ones, lists are put together, of a fee or a share of migrant workers the
highest is kept, and a differing value stays in `extra` under its field and cell, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from duediligence.errors import Code
from duediligence.model import CellRef, Intake, Party, Problem, Severity, Site, TableUnderstanding
from duediligence.names import core_letters

_SIGNS = re.compile(r"[\W_]+")
_LISTS = ("other_names", "products", "identifiers", "owners", "agencies", "corridors", "channels")
_HIGHEST = ("fee_charged", "migrant_share")
_FIRST = (
    *("name_type", "parent", "tier", "sector", "workers", "women_share", "licence", "licence_status"),
    *("licence_expiry", "birth_date", "spend", "website", "contact"),
)
_PLACE = ("country", "region", "city", "address")

Key = tuple[str, str, str]


def name_letters(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return _SIGNS.sub("", name.casefold())


def join_same(parties: Sequence[Party], problems: Sequence[Problem]) -> tuple[list[Party], list[Problem]]:
    """The parties with their further rows joined to the first, and the problems with a note for each joined row.

    A note counts its row (`rows` is 1), so that rows in = parties + problems still holds. The warning that two rows
    carry one id goes where they are one party.
    """
    stated = {problem.where: problem.found for problem in problems if problem.code is Code.PARTY_ID_REPEATED}
    groups: dict[Key, list[list[Party]]] = {}
    for party in parties:
        same_name = groups.setdefault((party.kind, name_letters(party.name) or party.name, party.country), [])
        group = next((group for group in same_name if _may_be_one(group[0], party, stated)), None)
        if group is None:
            same_name.append([party])
        else:
            group.append(party)
    joined = {id(group[0]): group for same_name in groups.values() for group in same_name if len(group) > 1}
    further = {id(party) for group in joined.values() for party in group[1:]}
    kept = [_one(joined[id(party)]) if id(party) in joined else party for party in parties if id(party) not in further]
    notes = [_note(party, group[0]) for group in joined.values() for party in group[1:]]
    settled = {party.cells.get("party_id") for group in joined.values() for party in group[1:]} - {None}
    left = [item for item in problems if item.code is not Code.PARTY_ID_REPEATED or item.where not in settled]
    return kept, [*left, *notes]


def joined(intake: Intake) -> Intake:
    """The file's intake with the rows of one party joined; each table tells how many of its rows were."""
    parties, problems = join_same(intake.parties, intake.problems)
    lost = Counter(_table_of(problem.where, intake.tables) for problem in problems if problem.code is Code.ROW_JOINED)
    tables = tuple(
        replace(table, parties=table.parties - lost[number], problem_rows=table.problem_rows + lost[number])
        for number, table in enumerate(intake.tables)
    )
    return replace(intake, tables=tables, parties=tuple(parties), problems=tuple(problems))


def _table_of(where: CellRef | None, tables: Sequence[TableUnderstanding]) -> int:
    """The number of the table that a cell stands in: the last one of its sheet whose header is above it."""
    inside = [
        (table.header_row, number)
        for number, table in enumerate(tables)
        if where and table.where.sheet == where.sheet and table.header_row < where.row
    ]
    return max(inside, default=(0, 0))[1]


def _may_be_one(first: Party, other: Party, stated: Mapping[CellRef | None, str]) -> bool:
    """Whether neither a stated id nor a register's number tells the two rows apart."""
    ids = {_stated_id(party, stated) for party in (first, other)} - {""}
    if len(ids) > 1:
        return False
    numbers = {(number.kind, number.country): number.value for number in first.identifiers}
    return all(numbers.get((n.kind, n.country), n.value) == n.value for n in other.identifiers)


def _stated_id(party: Party, stated: Mapping[CellRef | None, str]) -> str:
    """The id that the row states, without the suffix that a repeated one was given; empty for one that we made."""
    cell = party.cells.get("party_id")
    return stated.get(cell, party.party_id) if cell else ""


def _note(party: Party, first: Party) -> Problem:
    told = f"Its row was joined to {first.origin}; use --keep-rows to keep every row apart."
    return Problem(Code.ROW_JOINED, Severity.NOTE, party.origin, party.name, told, rows=1)


def _one(group: Sequence[Party]) -> Party:
    first, *others = group
    values: dict[str, Any] = {}
    cells = dict(first.cells)
    extra = dict(first.extra)
    for field in _LISTS:
        values[field] = tuple(dict.fromkeys(item for party in group for item in getattr(party, field)))
    for field in (*_FIRST, *_HIGHEST):
        told = [party for party in group if getattr(party, field) not in (None, "")]
        if not told:
            continue
        speaker = max(told, key=lambda party: getattr(party, field)) if field in _HIGHEST else told[0]
        values[field] = getattr(speaker, field)
        cells[field] = speaker.cell(field)
        for party in told:
            if getattr(party, field) != values[field]:
                extra.setdefault(f"{field} ({party.cell(field).address})", str(getattr(party, field)))
    for party in others:
        for header, text in party.extra.items():
            if extra.setdefault(header, text) != text:
                extra[f"{header} ({party.origin.address})"] = text
        for field, cell in party.cells.items():
            if field in _LISTS:
                cells.setdefault(field, cell)
    return replace(
        first,
        **values,
        cells=cells,
        extra=extra,
        also_in=tuple(party.origin for party in others),
        sites=_sites(first, others),
    )


def _sites(first: Party, others: Sequence[Party]) -> tuple[Site, ...]:
    """The places that the further rows add, each once; a row without a place adds none."""
    seen = {_place(first)}
    sites: list[Site] = []
    for party in others:
        place = _place(party)
        if any(place[1:]) and place not in seen:
            seen.add(place)
            sites.append(Site(party.origin, *(getattr(party, field) for field in _PLACE)))
    return tuple(sites)


def _place(party: Party) -> tuple[str, ...]:
    return tuple(" ".join(str(getattr(party, field)).casefold().split()) for field in _PLACE)


_NEIGHBOURS = 3
_LEAST_LETTERS = 8
_LEAST_RATIO = 0.93


def near_duplicates(parties: Sequence[Party]) -> Iterator[Problem]:
    """A note at the later of two parties of one kind that may be one.

    They share a register's number, or the name in another country, or the words of their names without legal forms,
    or their names are written nearly alike: one letter in about fifteen. Names are held against their three neighbours
    in alphabetical order, so that the time grows with the parties and not with their pairs.
    """
    told: set[int] = set()
    for other, party, why in (*_same_numbers(parties), *_elsewhere(parties), *_alike(parties)):
        if id(party) not in told:
            told.add(id(party))
            found = f"{party.name} · {other.name} ({other.origin})"
            advice = f"{why} Give both the same name or id if they are one; otherwise nothing is to be done."
            yield Problem(Code.PARTY_NEAR_DUPLICATE, Severity.NOTE, party.origin, found, advice)


Pair = tuple[Party, Party, str]


def _same_numbers(parties: Iterable[Party]) -> Iterator[Pair]:
    seen: dict[tuple[str, str, str], Party] = {}
    for party in parties:
        for number in party.identifiers:
            other = seen.setdefault((number.kind, number.country, number.value), party)
            if other is not party and other.kind is party.kind:
                yield other, party, f"Both carry the {number.kind} number {number.value}."


def _elsewhere(parties: Iterable[Party]) -> Iterator[Pair]:
    seen: dict[tuple[str, str], Party] = {}
    for party in parties:
        other = seen.setdefault((party.kind, name_letters(party.name)), party)
        if other.country != party.country:
            yield other, party, "The same name stands in another country: sites of one group, perhaps."


def _alike(parties: Iterable[Party]) -> Iterator[Pair]:
    groups: defaultdict[tuple[str, str], list[tuple[str, int, Party]]] = defaultdict(list)
    for number, party in enumerate(parties):
        groups[party.kind, party.country].append((core_letters(party.name), number, party))
    for group in groups.values():
        group.sort(key=lambda item: item[:2])
        for place, (letters, number, party) in enumerate(group):
            for near, earlier, other in group[place + 1 : place + 1 + _NEIGHBOURS]:
                why = _why(letters, near)
                if why:
                    first, second = (party, other) if number < earlier else (other, party)
                    yield first, second, why


def _why(letters: str, near: str) -> str:
    if letters and letters == near:
        return "Their names are the same but for the legal form."
    if min(len(letters), len(near)) < _LEAST_LETTERS or not _written_alike(letters, near):
        return ""
    return "Their names are written nearly alike."


def _written_alike(letters: str, near: str) -> bool:
    """Numbers tell plants of one firm apart: they must be the same."""
    from rapidfuzz.distance import OSA

    figures = ["".join(filter(str.isdigit, text)) for text in (letters, near)]
    return figures[0] == figures[1] and OSA.normalized_similarity(letters, near, score_cutoff=_LEAST_RATIO) > 0
