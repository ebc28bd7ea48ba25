"""Which companion files belong to a primary file of OFAC's legacy CSV, and whether they fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged

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
