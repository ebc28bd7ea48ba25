"""OFAC's legacy CSV: a primary file and its companions for other names, addresses and overlong remarks.

No header; `-0-` stands for nothing; the publisher ends each file with a line end and, mostly, 0x1A. A file cut
off inside a record shows in its columns or its missing line end. Cut off between records it shows only beside its
companions: their numbers lack a primary record; the last entry lacks its address record, which OFAC writes even
when it is blank; the rest of a long remark is missing; or one file lacks the end mark that another has. A primary
file given alone and cut exactly between two records looks whole.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import StringIO

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, EntryKind, EntryName, NameRole, Problem, Severity
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Part, Reader, Reading, ReadList
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, decoded, squeezed
from duediligence.watchlists.readers.ofac.common import KINDS, finished, newest_event, note_facts, which_list

COMPANIONS = {
    "names": "the file of other names (alt.csv or cons_alt.csv)",
    "addresses": "the file of addresses (add.csv or cons_add.csv)",
    "remarks": "the file of long remarks (sdn_comments.csv or cons_comments.csv)",
}
"""Roles, in the order they are joined, and what to call them when they are missing."""

_REMARKS_LIMIT = 1000
"""Characters at which OFAC cuts remarks in the primary file; the rest is in the file of long remarks."""


@dataclass(frozen=True, eq=False)
class Table:
    """One file's records, `-0-` already empty. `ended` says that the publisher's end mark (0x1A) is there."""

    file: ListFile
    role: str
    rows: list[list[str]]
    ended: bool

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The entry numbers (ent_num) that the records speak of."""
        return frozenset(row[0] for row in self.rows)


def companions_of(primary: Table, primaries: Sequence[Table], companions: Sequence[Table]) -> dict[str, Table]:
    """For each role the companion that has most numbers in common with the primary file.

    One with no number but the primary file's goes before one with others, which can only be meant for it if no
    other primary file of the folder explains all its numbers.
    """
    own: dict[str, Table] = {}
    for role in COMPANIONS:
        same = [table for table in companions if table.role == role and table.numbers & primary.numbers]
        exact = [table for table in same if table.numbers <= primary.numbers]
        loose = [table for table in same if not any(table.numbers <= other.numbers for other in primaries)]
        if exact or loose:
            own[role] = max(exact or loose, key=lambda table: len(table.numbers & primary.numbers))
    return own


def join_checked(primary: Table, own: dict[str, Table]) -> None:
    """Raises `InputRefused` (LIST_DAMAGED) where the files show that one of them ends too early."""
    for table in own.values():
        strange = len(table.numbers - primary.numbers)
        if strange:
            raise damaged(primary.file.name, f"{strange} numbers of {table.file.name} have no record in it")
    marked = [table for table in (primary, own.get("names"), own.get("addresses")) if table]
    for table in marked:
        if not table.ended and any(other.ended for other in marked):
            raise damaged(table.file.name, "the publisher's end mark is missing, which its companions have")
    addresses, remarks = own.get("addresses"), own.get("remarks")
    if addresses and primary.rows[-1][0] not in addresses.numbers:
        raise damaged(addresses.file.name, f"it ends before the last entry of {primary.file.name}")
    if remarks and (lost := len(_cut_remarks(primary) - remarks.numbers)):
        raise damaged(remarks.file.name, f"the rest of {lost} long remarks of {primary.file.name} is not in it")


def missing_companions(primary: Table, own: dict[str, Table]) -> tuple[str, ...]:
    """What to call the companions that are not there; the long remarks are missed only where a remark was cut."""
    return tuple(
        what for role, what in COMPANIONS.items() if role not in own and (role != "remarks" or _cut_remarks(primary))
    )


def _cut_remarks(primary: Table) -> frozenset[str]:
    return frozenset(row[0] for row in primary.rows if len(row[-1]) >= _REMARKS_LIMIT)


_END_MARK = "\x1a"
_NULL = "-0-"
_WIDTHS = {"primary": 12, "names": 5, "addresses": 6, "remarks": 2}
_ROLES = {"aka": NameRole.ALIAS, "nka": NameRole.ALIAS, "fka": NameRole.FORMER}
_VESSEL_LABELS = ("Call sign", "Vessel type", "Tonnage", "Gross registered tonnage")


def recognise(sample: bytes) -> str:
    """The role of a file that begins with the sample: `primary`, `names`, `addresses`, `remarks`, or empty."""
    row = next(csv.reader(StringIO(decoded(sample), newline="")), [])
    cells = [cell.strip() for cell in row]
    if len(cells) < 2 or not cells[0].isdigit():
        return ""
    if len(cells) == _WIDTHS["primary"] and cells[2] in (*KINDS, _NULL) and _NULL in cells:
        return "primary"
    if len(cells) == _WIDTHS["names"] and cells[1].isdigit() and cells[2] in _ROLES:
        return "names"
    if len(cells) == _WIDTHS["addresses"] and cells[1].isdigit():
        return "addresses"
    return "remarks" if len(cells) == _WIDTHS["remarks"] and not cells[1].isdigit() else ""


def read(parts: Sequence[Part]) -> Reading:
    """Every primary file of the folder, joined with the companions that use its numbers."""
    tables = [_table(part) for part in parts]
    primaries = [table for table in tables if table.role == "primary"]
    companions = [table for table in tables if table.role != "primary"]
    used: list[Table] = []
    lists: list[ReadList] = []
    for primary in primaries:
        own = companions_of(primary, primaries, companions)
        join_checked(primary, own)
        used += own.values()
        lists.append(_read_one(primary, own))
    return Reading(tuple(lists), tuple(_unused(table) for table in companions if table not in used))


def _table(part: Part) -> Table:
    text = decoded(part.file.data)
    body = text.rstrip(f"{_END_MARK} ")
    if not body.endswith(("\n", "\r")):
        raise damaged(part.file.name, "the last record has no line end")
    rows: list[list[str]] = []
    try:
        for number, row in enumerate(csv.reader(StringIO(body, newline=""), strict=True), start=1):
            if row:
                rows.append(_cells(row, part, number))
    except csv.Error as error:
        raise damaged(part.file.name, f"the quotes after record {len(rows)} do not close") from error
    return Table(part.file, part.role, rows, ended=text.rstrip(" \r\n").endswith(_END_MARK))


def _cells(row: list[str], part: Part, number: int) -> list[str]:
    if len(row) != _WIDTHS[part.role] or not row[0].strip().isdigit():
        detail = f"record {number} has {len(row)} columns, not {_WIDTHS[part.role]}"
        raise damaged(part.file.name, detail if row[0].strip().isdigit() else f"record {number} has no number")
    return [row[0].strip(), *("" if cell.strip() == _NULL else cell for cell in row[1:])]


def _read_one(primary: Table, own: dict[str, Table]) -> ReadList:
    overflow = {row[0]: row[1] for row in own["remarks"].rows} if "remarks" in own else {}
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    for number, row in enumerate(primary.rows, start=1):
        if row[1].strip() and row[0] not in drafts:
            drafts[row[0]] = _draft(row, row[11] + overflow.get(row[0], ""))
        else:
            found = f"entry {row[0]} stands there twice" if row[0] in drafts else f"entry {row[0]} has no name"
            where = CellRef(primary.file.name, row=number)
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, found))
    _add_names(drafts, own.get("names"))
    _add_addresses(drafts, own.get("addresses"))
    _add_raw(drafts, (primary, *own.values()))
    gathered = list(drafts.values())
    unknown = UnknownCountries()
    name = which_list(gathered)
    entries = finished(gathered, name, unknown)
    problems += (*_missing(primary, own), *unknown.problems(primary.file.name))
    files = (primary.file, *(own[role].file for role in COMPANIONS if role in own))
    return ReadList(name, files, entries, newest_inside=newest_event(gathered), problems=tuple(problems))


def _draft(row: list[str], remarks: str) -> Draft:
    draft = Draft(row[0], KINDS.get(row[2].strip().lower(), EntryKind.ORGANISATION))
    draft.add_name(squeezed(row[1]), NameRole.PRIMARY)
    draft.programmes = tuple(code.strip(" []") for code in row[3].split("] [") if code.strip(" []"))
    draft.countries.append((squeezed(row[9]), "flag"))
    note_facts(draft, remarks)
    vessel = (f"{label} {squeezed(row[5 + place])}" for place, label in enumerate(_VESSEL_LABELS) if row[5 + place])
    draft.remarks += [f"Title: {squeezed(row[4])}"] if row[4] else []
    draft.remarks += [*vessel, *([f"Owner: {squeezed(row[10])}"] if row[10] else [])]
    draft.remarks += [squeezed(remarks)] if remarks else []
    return draft


def _add_names(drafts: dict[str, Draft], table: Table | None) -> None:
    """Names of the companion file stand before the weak ones, which OFAC keeps in the remarks."""
    by_entry: dict[str, list[EntryName]] = {}
    for row in table.rows if table else ():
        role = _ROLES.get(row[2].strip(), NameRole.ALIAS)
        by_entry.setdefault(row[0], []).append(EntryName(squeezed(row[3]), role))
    for number, names in by_entry.items():
        if (draft := drafts.get(number)) is None:
            continue
        primary, *weak = draft.names
        draft.names = [primary]
        for name in (*names, *weak):
            draft.add_name(name.text, name.role, weak=name.weak)


def _add_addresses(drafts: dict[str, Draft], table: Table | None) -> None:
    for row in table.rows if table else ():
        if (draft := drafts.get(row[0])) is None:
            continue
        country = squeezed(row[4])
        address = ", ".join(filter(None, (squeezed(row[2]), squeezed(row[3]), country)))
        draft.countries.append((country, "address"))
        draft.addresses += [address] if address else []


def _add_raw(drafts: dict[str, Draft], tables: Sequence[Table]) -> None:
    """The records of all files by their role, cells in the publisher's order; a null is empty."""
    found: dict[str, dict[str, list[list[str]]]] = {number: {} for number in drafts}
    for table in tables:
        for row in table.rows:
            if row[0] in found:
                found[row[0]].setdefault(table.role, []).append(row[1:])
    for number, records in found.items():
        drafts[number].raw = json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def _missing(primary: Table, own: dict[str, Table]) -> tuple[Problem, ...]:
    where = CellRef(primary.file.name)
    return tuple(
        Problem(Code.LIST_PART_MISSING, Severity.WARNING, where, what) for what in missing_companions(primary, own)
    )


def _unused(table: Table) -> Problem:
    """A companion without its primary file; refused when the person named it, for they meant it to be used."""
    if table.file.named:
        detail = "its primary file (sdn.csv or cons_prim.csv) is not there"
        raise InputRefused(Code.LIST_PART_MISSING, where=table.file.name, detail=detail)
    found = "no primary file in this folder uses it"
    return Problem(Code.LIST_PART_MISSING, Severity.WARNING, CellRef(table.file.name), found)


READER = Reader(recognise, read)
