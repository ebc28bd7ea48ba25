"""The UFLPA Entity List of the US Department of Homeland Security (its web page, saved as HTML).

Four tables, one for each clause of section 2(d)(2)(B). A cell may name an entity, its other names, and subsidiaries.
The subsidiaries become entries of their own, linked to their parent both ways: each is listed by its own name, and a
match must say which company it met. DHS gives no number: the id is a hash of the name, so that an entity of two
tables is one entry under both clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, EntryLink, NameRole, Problem, Severity
from duediligence.watchlists.entries.aliases import listed_names, outermost_brackets, with_other_names
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import stable_id
from duediligence.watchlists.formats.html import PageTable, PageTables
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, day, decoded

_COUNT = r"(?:\w+(?:-\w+)? )?(?:[\w-]+-based )?"
_NAMED = re.compile(
    rf",?\s+and (?:its |their )?{_COUNT}(?:subsidiar(?:y|ies)|affiliates?)"
    r"(?:,? (?:which|that) includes?|,? including|:|,? namely)?:?\s+(?=\w)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    rf",?\s+and (?:its |their |all )?{_COUNT}(?:subordinate(?: and affiliated)? |affiliated )?"
    r"(?:subsidiaries|entities|affiliates)(?: and affiliates)?\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """One entity: its name, its other names, and the subsidiaries that the cell gives by name."""

    name: str
    others: tuple[tuple[str, NameRole], ...]
    subsidiaries: tuple[Named, ...] = ()


def named_in(cell: str) -> Named:
    """What one cell names. `and Subsidiaries` without names is no name and is only kept with the cell's own text."""
    found = _outside(cell, _NAMED)
    head, tail = (cell[: found.start()], cell[found.end() :]) if found else (cell, "")
    name, others = with_other_names(_UNNAMED.sub("", head.strip()))
    name = _UNNAMED.sub("", name)
    below = (with_other_names(text) for text in listed_names(tail.rstrip(" ")))
    return Named(name, others, tuple(Named(*parts) for parts in below))


def _outside(cell: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first place outside brackets where the pattern stands."""
    pairs = outermost_brackets(cell)
    places = pattern.finditer(cell)
    return next((place for place in places if not any(a < place.start() < b for a, b in pairs)), None)


LIST = "UFLPA"
_CLAUSE = re.compile(r"2\(d\)\(2\)\(B\)\((i|ii|iv|v)\)", re.IGNORECASE)
_NAME_HEADERS = frozenset({"name of entity", "entity name", "name of entities"})
_DATE_HEADER = "effective date"


@dataclass(slots=True)
class _Gathered:
    """The entries so far, by id, and the cells that were none."""

    file: str
    drafts: dict[str, Draft] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def recognise(sample: bytes) -> str:
    """`whole` for a web page that speaks of section 2(d)(2)(B) and has a table of entities with effective dates."""
    text = sample.replace(b"\0", b"").lower()
    named = any(header.encode() in text for header in _NAME_HEADERS)
    return "whole" if b"<table" in text and b"2(d)(2)(b)" in text and named and b"effective date" in text else ""


def read(file: ListFile) -> ReadList:
    """The list in the file. Raises `InputRefused` (LIST_DAMAGED) for a page that does not end, or lost a table."""
    page = PageTables()
    page.feed(decoded(file.data))
    page.close()
    if not page.ended:
        raise damaged(file.name, "the page does not end with </html>")
    gathered, clause = _Gathered(file.name), ""
    for table in page.tables:
        said = _CLAUSE.findall(table.before)
        clause = f"section 2(d)(2)(B)({said[-1].lower()})" if said else clause
        _add_table(gathered, table, clause)
    if not gathered.drafts:
        raise damaged(file.name, "none of its tables holds an entity")
    unknown = UnknownCountries()
    entries = tuple(draft.finished(LIST, unknown) for draft in gathered.drafts.values())
    newest = max((draft.updated_on for draft in gathered.drafts.values() if draft.updated_on), default=None)
    return ReadList(LIST, (file,), entries, None, newest, tuple(gathered.problems))


def _add_table(gathered: _Gathered, table: PageTable, clause: str) -> None:
    """Every row below the header; a table without one is another of the page's tables."""
    columns: tuple[int, int] | None = None
    for row in table.rows:
        folded = [cell.casefold() for cell in row.cells]
        if columns is None:
            columns = _columns(folded)
        elif any(row.cells) and folded and _columns(folded) is None:
            name, when = ((*row.cells, "", "")[place] if place < len(row.cells) else "" for place in columns)
            _add_row(gathered, name, when, clause, row.line)


def _columns(folded: Sequence[str]) -> tuple[int, int] | None:
    name = next((place for place, cell in enumerate(folded) if cell in _NAME_HEADERS), None)
    return (name, folded.index(_DATE_HEADER)) if name is not None and _DATE_HEADER in folded else None


def _add_row(gathered: _Gathered, cell: str, when: str, clause: str, line: int) -> None:
    named = named_in(cell)
    if not named.name or not day(when):
        found = f"{cell or 'no name'}, effective {when or 'on no date'}"
        where = CellRef(gathered.file, row=line)
        gathered.problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, found))
    if named.name:
        for draft in _family(gathered, named):
            _add_listing(draft, cell, when, clause)


def _family(gathered: _Gathered, named: Named) -> Iterator[Draft]:
    parent = _draft(gathered, named)
    yield parent
    for below in named.subsidiaries:
        draft = _draft(gathered, below)
        parent.links.append(EntryLink("subsidiary", below.name, draft.entry_id))
        draft.links.append(EntryLink("subsidiary of", named.name, parent.entry_id))
        yield draft


def _draft(gathered: _Gathered, named: Named) -> Draft:
    number = stable_id("UFLPA", LIST, named.name.casefold())
    draft = gathered.drafts.setdefault(number, Draft(number, EntryKind.ORGANISATION))
    draft.add_name(named.name, NameRole.PRIMARY)
    for text, role in named.others:
        draft.add_name(text, role)
    return draft


def _add_listing(draft: Draft, cell: str, when: str, clause: str) -> None:
    days = [found for found in (draft.listed_on, draft.updated_on, day(when)) if found]
    draft.listed_on, draft.updated_on = min(days, default=None), max(days, default=None)
    draft.programmes = tuple(dict.fromkeys((*draft.programmes, *filter(None, [clause]))))
    draft.reasons += [clause] if clause else []
    draft.remarks += [f"{cell} (effective {when})"]
    draft.raw = "\n".join(filter(None, (draft.raw, f"{cell} | {when}")))


READER = Reader(recognise, one_for_each(read))
