"""The EU's consolidated financial sanctions list, CSV 1.1: `;`, 118 columns, one row for each fact of a party.

A row holds the party's own columns and those of one name, address, birth, number or citizenship. The prefix of a
column says which (`NameAlias_WholeName`); the rest is the attribute of XML 1.1 in other letters. It does not say
which names are weak: the XML does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from duediligence.model import EntryKind
from duediligence.watchlists.entries.builder import Draft, Gathering
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import csv_table, grouped, has_headers, json_of
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import european_day
from duediligence.watchlists.readers.eu import common as eu

_NUMBER = "Entity_LogicalId"
_NEEDED = (_NUMBER, "Entity_SubjectType", "NameAlias_WholeName")
_GENERATED = "fileGenerationDate"
_NOTED: dict[str, Callable[[Draft, eu.Fields], None]] = {
    "NameAlias": eu.note_name,
    "Address": eu.note_address,
    "BirthDate": eu.note_birth,
    "Identification": eu.note_number,
    "Citizenship": eu.note_citizenship,
}
_ATTRIBUTES = {
    "birthDate": "birthdate",
    "day": "dayOfMonth",
    "month": "monthOfYear",
    "typeCode": "identificationTypeCode",
}
Row = dict[str, str]
Columns = dict[str, tuple[str, str]]
"""The kind of fact (its prefix) and the attribute of XML 1.1 that a header stands for."""


def recognise(sample: bytes) -> str:
    """`whole` for a table with the EU's headers, else empty."""
    return "whole" if has_headers(sample, _NEEDED, ";") else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    table = csv_table(file, _NEEDED, ";")
    found, columns, gathering = grouped(table, _NUMBER), _columns(table.headers), Gathering(eu.LIST, file, eu.finished)
    for row in found.unnumbered:
        gathering.lose(f"a row without {_NUMBER}", row)
    stated: date | None = None
    for number, rows in found.entries.items():
        stated = stated or european_day(rows[0].get(_GENERATED, ""))
        gathering.take(_draft(number, rows, columns), f"entry {number} has no name")
    return gathering.read_list(stated)


def _columns(headers: Sequence[str]) -> Columns:
    """Without the columns on the regulation behind a fact, which only its raw record keeps."""
    found: Columns = {}
    for header in headers:
        prefix, _, rest = header.partition("_")
        if prefix in _NOTED and rest and not rest.startswith("Regulation"):
            attribute = rest[0].lower() + rest[1:]
            found[header] = prefix, _ATTRIBUTES.get(attribute, attribute)
    return found


def _draft(number: str, rows: Sequence[Row], columns: Columns) -> Draft:
    first = rows[0]
    said = (first.get("Entity_SubjectType", ""), first.get("Entity_SubjectType_ClassificationCode", ""))
    draft = Draft(number, next((eu.KINDS[text] for text in said if text in eu.KINDS), EntryKind.ORGANISATION))
    _note_facts(draft, rows, columns)
    programmes = (row.get("Entity_Regulation_Programme", "") for row in rows)
    draft.programmes = tuple(dict.fromkeys(filter(None, programmes)))
    days = [when for row in rows if (when := european_day(row.get("Entity_Regulation_PublicationDate", "")))]
    draft.listed_on = european_day(first.get("Entity_DesignationDate", "")) or min(days, default=None)
    draft.updated_on = max(days, default=None)
    draft.reasons += [text for row in rows if (text := row.get("Entity_DesignationDetails", "").strip())]
    eu.note_remark(draft, first.get("Entity_EU_ReferenceNumber", ""), "EU reference")
    united_nations = first.get("Entity_UnitedNationId", "") or first.get("Entity_UN_ReferenceNumber", "")
    eu.note_remark(draft, united_nations, "UN reference")
    for row in rows:
        eu.note_remark(draft, row.get("Entity_Remark", ""))
        row.pop(_GENERATED, None)  # the file's own date would make every record differ from edition to edition
    draft.raw = json_of(rows)
    return draft


def _note_facts(draft: Draft, rows: Sequence[Row], columns: Columns) -> None:
    """Every fact once: a row that brings a new address repeats nothing, but a re-export may."""
    noted: set[tuple[str, ...]] = set()
    for row in rows:
        facts: dict[str, dict[str, str]] = {}
        for header, cell in row.items():
            if column := columns.get(header):
                facts.setdefault(column[0], {})[column[1]] = cell
        for prefix, fields in facts.items():
            if (key := (prefix, *fields.values())) not in noted:
                noted.add(key)
                _NOTED[prefix](draft, fields)


READER = Reader(recognise, one_for_each(read))
