"""The EU's consolidated financial sanctions list, XML 1.1 (`export/sanctionEntity`), in any namespace."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from duediligence.model import EntryKind
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import day
from duediligence.watchlists.formats.xml import raw_of, root_name, texts_of
from duediligence.watchlists.readers.eu import common as eu

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT, _ENTRY = "export", "sanctionEntity"
_NOTED: dict[str, Callable[[Draft, eu.Fields], None]] = {
    "nameAlias": eu.note_name,
    "address": eu.note_address,
    "citizenship": eu.note_citizenship,
    "birthdate": eu.note_birth,
    "identification": eu.note_number,
}


def recognise(sample: bytes) -> str:
    """`whole` for a document whose root is `export` and that speaks of sanctioned entities, else empty."""
    return "whole" if root_name(sample) == _ROOT and _ENTRY.encode() in sample.replace(b"\0", b"") else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    return eu.read_xml(file, (_ROOT, _ENTRY), lambda root: day(root.get("generationDate", "")), _draft)


def _draft(element: Element) -> Draft:
    subject = element.find("subjectType")
    said = (subject.get("code", ""), subject.get("classificationCode", "")) if subject is not None else ()
    kind = next((eu.KINDS[text] for text in said if text in eu.KINDS), EntryKind.ORGANISATION)
    number = element.get("logicalId", "")
    draft = Draft(number or element.get("euReferenceNumber", ""), kind, raw=raw_of(element))
    for child in element:
        if note := _NOTED.get(child.tag):
            note(draft, child.attrib)
    regulations = [child.attrib for child in element if child.tag == "regulation"]
    draft.programmes = tuple(dict.fromkeys(item["programme"] for item in regulations if item.get("programme")))
    days = [when for item in regulations if (when := day(item.get("publicationDate", "")))]
    draft.listed_on = day(element.get("designationDate", "")) or min(days, default=None)
    draft.updated_on = max(days, default=None)
    draft.reasons += [text for text in (element.get("designationDetails", "").strip(),) if text]
    for label, key in (("EU reference", "euReferenceNumber"), ("UN reference", "unitedNationId")):
        eu.note_remark(draft, element.get(key, ""), label)
    for text in texts_of(element, "remark"):
        eu.note_remark(draft, text)
    return draft


READER = Reader(recognise, one_for_each(read))
