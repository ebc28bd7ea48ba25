"""What the two forms of the World Bank's list of ineligible firms and individuals have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, NameRole, Problem, Severity
from duediligence.watchlists.entries.aliases import with_other_names
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import ReadList
from duediligence.watchlists.formats.csv import ListRow, stable_id
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import day
from duediligence.watchlists.readers.us.cbp_wro import variants

LIST = "WB"
_FOOTNOTE = re.compile(r"\s*\*+\s*\d*(?=\s|$|[,;)(])")
_ADDRESS = ("address", "city", "state", "postcode", "country")


def read_rows(
    file: ListFile, rows: Iterable[tuple[CellRef, ListRow]], columns: Mapping[str, str], numbers: str = ""
) -> ReadList:
    """The list in rows whose columns have the given headers, by our name for each; `numbers` is the id's header.

    Rows of one firm (several addresses) are one entry when their id, or name, country and first day, are the same.
    """
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    for where, row in rows:
        said = {name: row[header] for name, header in columns.items()}
        if not said["name"]:
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, "the name is empty"))
            continue
        number = row[numbers] or stable_id("WB", LIST, said["name"], said["country"], said["from"])
        _add(drafts.setdefault(number, Draft(number, EntryKind.UNKNOWN)), said, row.raw)
    unknown = UnknownCountries()
    entries = tuple(draft.finished(LIST, unknown) for draft in drafts.values())
    newest = max((draft.listed_on for draft in drafts.values() if draft.listed_on), default=None)
    return ReadList(LIST, (file,), entries, None, newest, (*problems, *unknown.problems(file.name)))


def _add(draft: Draft, said: Mapping[str, str], raw: str) -> None:
    _add_names(draft, _FOOTNOTE.sub("", said["name"]))
    if said.get("added"):
        _add_more(draft, said["added"])
    draft.programmes = ("Cross debarment" if "cross debarment" in said["grounds"].casefold() else "Debarment",)
    draft.addresses += filter(None, [", ".join(filter(None, (said.get(part, "") for part in _ADDRESS)))])
    draft.countries.append((said["country"], "address"))
    draft.listed_on, draft.ends_on = day(said["from"]), day(said["to"])
    draft.reasons += [said["grounds"]] if said["grounds"] else []
    period = f"Ineligible from {said['from'] or 'no date'} to {said['to'] or 'no date'}"
    draft.remarks += [period] if period not in draft.remarks else []
    draft.raw = "\n".join(filter(None, (draft.raw, raw)))


def _add_names(draft: Draft, cell: str) -> None:
    name, others = with_other_names(cell)
    for variant in variants(name):
        role = variant.role if not draft.names else NameRole.ALIAS
        draft.add_name(variant.text, role, weak=variant.weak)
    for other, role in others:
        draft.add_name(other, role)


def _add_more(draft: Draft, text: str) -> None:
    """What the publisher adds to the name: other names where it says so, else a remark."""
    bracketed = text if text.startswith("(") else f"({text})"
    _, others = with_other_names(f"x {_FOOTNOTE.sub('', bracketed)}")
    for other, role in others:
        draft.add_name(other, role)
    draft.remarks += [text] if text not in draft.remarks else []
