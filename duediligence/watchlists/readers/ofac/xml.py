"""OFAC's XML (sdn.xml, consolidated.xml), in the namespace of before 2024, the one since, or none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, NameRole, Problem, Severity
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, day
from duediligence.watchlists.formats.xml import raw_of, records, root_name, text_of, texts_of
from duediligence.watchlists.readers.ofac.common import (
    KINDS,
    finished,
    newest_event,
    note_facts,
    note_links,
    which_list,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT, _HEAD, _ENTRY = "sdnList", "publshInformation", "sdnEntry"
_ADDRESS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
_FACTS = (
    ("DOB", "dateOfBirthList/dateOfBirthItem/dateOfBirth"),
    ("POB", "placeOfBirthList/placeOfBirthItem/placeOfBirth"),
    ("nationality", "nationalityList/nationality/country"),
    ("citizen", "citizenshipList/citizenship/country"),
)
_VESSEL = (
    ("Call sign", "vesselInfo/callSign"),
    ("Vessel type", "vesselInfo/vesselType"),
    ("Tonnage", "vesselInfo/tonnage"),
    ("Gross registered tonnage", "vesselInfo/grossRegisteredTonnage"),
    ("Owner:", "vesselInfo/vesselOwner"),
)


def recognise(sample: bytes) -> str:
    """`whole` for a document whose root is `sdnList`, else empty."""
    return "whole" if root_name(sample) == _ROOT else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    stated, promised, count = None, 0, 0
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for element in records(file, (_HEAD, _ENTRY)):
        if element.tag == _HEAD:
            stated, promised = _head(element)
        elif element.tag == _ENTRY:
            count += 1
            draft = _draft(element)
            if draft.entry_id and draft.names:
                drafts.append(draft)
            else:
                where, found = CellRef(file.name), f"entry {count} ({draft.entry_id or 'no uid'})"
                problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, found))
    if count < promised or not count:
        raise damaged(file.name, f"{count} entries, where the file itself says {promised}")
    unknown, name = UnknownCountries(), which_list(drafts)
    entries = finished(drafts, name, unknown)
    newest = None if stated else newest_event(drafts)
    return ReadList(name, (file,), entries, stated, newest, (*problems, *unknown.problems(file.name)))


def _head(element: Element) -> tuple[date | None, int]:
    count = text_of(element, "Record_Count")
    return day(text_of(element, "Publish_Date")), int(count) if count.isdigit() else 0


def _draft(element: Element) -> Draft:
    kind = KINDS.get(text_of(element, "sdnType").lower(), EntryKind.ORGANISATION)
    draft = Draft(text_of(element, "uid"), kind, raw=raw_of(element))
    draft.add_name(_name(element), NameRole.PRIMARY)
    for alias in element.iterfind("akaList/aka"):
        role = NameRole.FORMER if text_of(alias, "type").startswith("f") else NameRole.ALIAS
        draft.add_name(_name(alias), role, weak=text_of(alias, "category") == "weak")
    draft.programmes = tuple(texts_of(element, "programList/program"))
    for address in element.iterfind("addressList/address"):
        draft.countries.append((text_of(address, "country"), "address"))
        draft.addresses.append(", ".join(filter(None, (text_of(address, part) for part in _ADDRESS))))
    draft.countries.insert(0, (text_of(element, "vesselInfo/vesselFlag"), "flag"))
    facts = "; ".join(_facts(element))
    note_facts(draft, facts)
    note_links(draft, text_of(element, "remarks"))
    title = text_of(element, "title")
    draft.remarks = [f"Title: {title}"] if title else []
    draft.remarks += [f"{label} {text}" for label, path in _VESSEL if (text := text_of(element, path))]
    draft.remarks += [text for text in (facts, text_of(element, "remarks")) if text]
    return draft


def _name(element: Element) -> str:
    """`LAST, First Middle` for a person, as OFAC's CSV writes it; entities have a last name only."""
    return ", ".join(filter(None, (text_of(element, "lastName"), text_of(element, "firstName"))))


def _facts(element: Element) -> Iterator[str]:
    for label, path in _FACTS:
        yield from (f"{label} {text}" for text in texts_of(element, path))
    for number in element.iterfind("idList/id"):
        country = text_of(number, "idCountry")
        yield " ".join(
            filter(None, (text_of(number, "idType"), text_of(number, "idNumber"), f"({country})" if country else ""))
        )


READER = Reader(recognise, one_for_each(read))
