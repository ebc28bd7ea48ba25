"""The EU's consolidated financial sanctions list in the XML of before 2017 (`WHOLE/ENTITY`, "global.xml")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duediligence.model import EntryKind
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import birth_date, day, european_day, squeezed
from duediligence.watchlists.formats.xml import raw_of, root_name, text_of
from duediligence.watchlists.readers.eu import common as eu

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT, _ENTRY = "WHOLE", "ENTITY"
_ADDRESS = ("STREET", "ZIPCODE", "CITY", "OTHER")
_NUMBER = re.compile(r"(?P<number>.*?) \((?P<code>passport|id|other|[a-z]+)-[^()]*\)(?P<rest>.*)", re.DOTALL)
_KINDS = {"passport": "passport", "id": "national_id"}
_ABOUT = "(approximative)"


def recognise(sample: bytes) -> str:
    """`whole` for a document whose root is `WHOLE`, else empty."""
    return "whole" if root_name(sample) == _ROOT else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    return eu.read_xml(file, (_ROOT, _ENTRY), lambda root: european_day(root.get("Date", "")), _draft)


def _draft(element: Element) -> Draft:
    kind = eu.KINDS.get(element.get("Type", ""), EntryKind.ORGANISATION)
    draft = Draft(element.get("Id", ""), kind, raw=raw_of(element))
    for child in element:
        _note(draft, child)
    draft.programmes = tuple(filter(None, (element.get("programme"),)))
    draft.listed_on = day(element.get("reg_date", ""))
    days = (day(item.get("reg_date", "")) for item in (element, *element))
    draft.updated_on = eu.newest(days)
    eu.note_remark(draft, element.get("remark", ""))
    return draft


def _note(draft: Draft, child: Element) -> None:
    country = text_of(child, "COUNTRY")
    if child.tag == "NAME":
        eu.note_name(draft, _name(child))
    elif child.tag == "ADDRESS":
        address = ", ".join(filter(None, (*(text_of(child, part) for part in _ADDRESS), country)))
        draft.addresses += [address] if address else []
        draft.countries.append((country, "address"))
    elif child.tag == "BIRTH":
        draft.birth_dates += [when] if (when := _birth_date(text_of(child, "DATE"))) else []
        draft.countries.append((country, "birth"))
        eu.note_remark(draft, text_of(child, "PLACE"), "Place of birth")
    elif child.tag == "PASSPORT":
        _note_number(draft, text_of(child, "NUMBER"), country)
    elif child.tag == "CITIZEN":
        draft.countries.append((country, "nationality"))


def _name(element: Element) -> dict[str, str]:
    return {
        "wholeName": text_of(element, "WHOLENAME"),
        "firstName": text_of(element, "FIRSTNAME"),
        "middleName": text_of(element, "MIDDLENAME"),
        "lastName": text_of(element, "LASTNAME"),
        "nameLanguage": text_of(element, "LANGUAGE"),
        "title": text_of(element, "TITLE"),
        "function": text_of(element, "FUNCTION"),
    }


def _birth_date(text: str) -> str:
    """`1958 - 1963 (approximative)` as `about 1958/1963`."""
    exact = squeezed(text.replace(_ABOUT, ""))
    return birth_date(f"circa {exact}" if exact != text else exact)


def _note_number(draft: Draft, text: str, country: str) -> None:
    """`AD001095 (passport-National passport) (issued ...)`: the number, its kind, and the rest as a remark."""
    found = _NUMBER.fullmatch(text)
    if found:
        draft.numbers.append((_KINDS.get(found["code"], "other"), found["number"], country))
    if not found or found["rest"].strip():
        eu.note_remark(draft, text, "Document")


READER = Reader(recognise, one_for_each(read))
