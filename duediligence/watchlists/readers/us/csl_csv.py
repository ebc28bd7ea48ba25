"""The US Consolidated Screening List as CSV, in the columns of 2016 (27), 2019 (28) and since 2020 (29)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duediligence.watchlists.entries.builder import Gathering
from duediligence.watchlists.entries.countries import country_code, country_of_place
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import csv_table, has_headers, json_of
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import squeezed
from duediligence.watchlists.readers.ofac.common import is_number_label
from duediligence.watchlists.readers.us.csl import LIST, CslIds, CslRecord, aliases_in, draft_of

_NEEDED = ("source", "entity_number", "programs", "alt_names", "source_list_url")
_CODE = re.compile(r"[A-Z]{2}")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")


def recognise(sample: bytes) -> str:
    """`whole` for a table with the list's headers, else empty."""
    return "whole" if has_headers(sample, _NEEDED) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    table, ids, gathering = csv_table(file, _NEEDED), CslIds(), Gathering(LIST, file)
    for number, cells in table.rows:
        if row := table.values(cells):
            record = _record(row)
            gathering.take(draft_of(record, ids.of(record)), "the name is empty", number)
    return gathering.read_list()


def _record(row: dict[str, str]) -> CslRecord:
    return CslRecord(
        values=row,
        alt_names=aliases_in(row.get("alt_names", "")),
        programmes=_several(row.get("programs", "")),
        addresses=[(text, _country_at_end(text)) for text in _addresses(row)],
        nationalities=[*_several(row.get("nationalities", "")), *_several(row.get("citizenships", ""))],
        birth_dates=_several(row.get("dates_of_birth", "")),
        birth_places=_several(row.get("places_of_birth", "")),
        numbers=[fact for text in _several(row.get("ids", "")) if (fact := _fact(text))],
        raw=json_of([row]),
    )


def _several(cell: str) -> list[str]:
    return [text for piece in cell.split(";") if (text := squeezed(piece))]


def _addresses(row: dict[str, str]) -> list[str]:
    return [text.removeprefix("and ") for text in _several(row.get("addresses", ""))]


def _country_at_end(address: str) -> str:
    """The code or the name that an address ends with; an old American address may end with its ZIP code."""
    *_, last = address.split(", ")
    if _CODE.fullmatch(last):
        return last if country_code(last) else ""
    american = _ZIP.fullmatch(last) and _CODE.fullmatch(_before_last(address))
    return "US" if american else country_of_place(address)


def _before_last(address: str) -> str:
    return address.split(", ")[-2] if address.count(", ") else ""


def _fact(text: str) -> str:
    """`Passport, 836238033, KP` and, as before 2020, `KP, 836238033, Passport`, as OFAC writes it elsewhere."""
    parts = [squeezed(part) for part in text.split(",")]
    label = next((part for part in (parts[0], parts[-1]) if _is_label(part)), "")
    if not label:
        return ""
    others = list(_without(parts, label))
    country = next((part for part in (others[0], others[-1]) if _CODE.fullmatch(part)), "") if others[1:] else ""
    number = ", ".join(_without(others, country)) if country else ", ".join(others)
    return f"{label} {number} ({country})" if country else f"{label} {number}"


def _is_label(text: str) -> bool:
    """A ship's label stands apart from its `IMO`, which is written before the number."""
    return is_number_label(text) or is_number_label(f"{text} IMO")


def _without(parts: Sequence[str], one: str) -> Iterator[str]:
    place = parts.index(one)
    yield from (part for number, part in enumerate(parts) if number != place)


READER = Reader(recognise, one_for_each(read))
