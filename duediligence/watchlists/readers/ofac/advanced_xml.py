"""OFAC's advanced XML (sdn_advanced.xml, cons_advanced.xml), in any namespace.

The file opens with the sets of words that everything after them refers to by number, then the places and documents,
then the parties, then how they are tied, then under what programme each is listed. Facts are noted as OFAC writes them
in its other files, so that all of them give the same entry.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from duediligence.errors import Code
from duediligence.model import CellRef, EntryLink, Problem, Severity
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, day
from duediligence.watchlists.formats.xml import raw_of, records, root_name, text_of
from duediligence.watchlists.readers.ofac.advanced_party import References, draft_of, spoken_date
from duediligence.watchlists.readers.ofac.common import finished

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = "Sanctions"
_ISSUED, _WORDS, _PLACE, _DOCUMENT = "DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument"
_PARTY, _TIE, _LISTING = "DistinctParty", "ProfileRelationship", "SanctionsEntry"
_LAST_SECTION = "SanctionsEntries"
_MAIN_LIST = "SDN List"
_PROGRAMME = "Program"


@dataclass(slots=True)
class _Gathered:
    references: References = field(default_factory=References)
    drafts: dict[str, Draft] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    stated: date | None = None
    parties: int = 0
    whole: bool = False


def recognise(sample: bytes) -> str:
    """`whole` for a document whose root is `Sanctions`, else empty."""
    return "whole" if root_name(sample) == _ROOT else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    found = _Gathered()
    for element in records(file, (_ISSUED, _WORDS, _PLACE, _DOCUMENT, _PARTY, _TIE, _LISTING, _LAST_SECTION)):
        _take(found, element, file)
    if not found.parties or not found.whole:
        raise damaged(file.name, "the parties or what they are listed under are missing")
    # A few parties stand on both lists; the file is the list that most of its entries name.
    main = sum(name == _MAIN_LIST for name in found.lists)
    name = "OFAC-SDN" if 2 * main >= len(found.lists) else "OFAC-CONS"
    unknown = UnknownCountries()
    entries = finished(tuple(found.drafts.values()), name, unknown)
    newest = None if found.stated else max((entry.updated_on for entry in entries if entry.updated_on), default=None)
    problems = (*found.problems, *unknown.problems(file.name))
    return ReadList(name, (file,), entries, found.stated, newest, problems)


def _take(found: _Gathered, element: Element, file: ListFile) -> None:
    if element.tag == _ISSUED:
        found.stated = day(spoken_date(element))
    elif element.tag == _WORDS:
        found.references.add_words(element)
    elif element.tag == _PLACE:
        found.references.add_place(element)
    elif element.tag == _DOCUMENT:
        found.references.add_document(element)
    elif element.tag == _PARTY:
        _take_party(found, element, file)
    elif element.tag == _TIE:
        _take_tie(found, element)
    elif element.tag == _LISTING:
        _take_listing(found, element)
    else:
        found.whole = True


def _take_party(found: _Gathered, element: Element, file: ListFile) -> None:
    found.parties += 1
    draft = draft_of(element, found.references)
    if draft.entry_id and draft.names and draft.entry_id not in found.drafts:
        found.drafts[draft.entry_id] = draft
        return
    where, said = CellRef(file.name), f"entry {found.parties} ({draft.entry_id or 'no FixedRef'})"
    found.problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, said))


def _take_tie(found: _Gathered, element: Element) -> None:
    """A tie between two parties, kept with the one that it starts from."""
    start, end = (found.drafts.get(element.get(f"{side}-ProfileID", "")) for side in ("From", "To"))
    if start and end:
        relation = found.references.word("RelationType", element.get("RelationTypeID", "")).lower()
        start.links.append(EntryLink(relation, end.names[0].text, end.entry_id))


def _take_listing(found: _Gathered, element: Element) -> None:
    found.lists.append(found.references.word("List", element.get("ListID", "")))
    draft = found.drafts.get(element.get("ProfileID", ""))
    if draft is None:
        return
    days = [when for item in element.iterfind("EntryEvent/Date") if (when := day(spoken_date(item)))]
    draft.listed_on = min([*days, *filter(None, (draft.listed_on,))], default=None)
    draft.updated_on = max([*days, *filter(None, (draft.updated_on,))], default=None)
    measures = [
        text_of(item, "Comment")
        for item in element.iterfind("SanctionsMeasure")
        if found.references.word("SanctionsType", item.get("SanctionsTypeID", "")) == _PROGRAMME
    ]
    draft.programmes = tuple(dict.fromkeys((*draft.programmes, *filter(None, measures))))
    draft.raw += raw_of(element)


READER = Reader(recognise, one_for_each(read))
