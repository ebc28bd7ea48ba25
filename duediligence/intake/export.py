"""Parties as plain rows of one common form, to be worked on in other programs and read back as input."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from duediligence.errors import Code, OutputRefused
from duediligence.model import Party, Site
from duediligence.names import display_name
from duediligence.tables import save_workbook, write_csv, write_text, write_whole

Plain = str | int | float

COLUMNS = (
    *("party_id", "kind", "name", "display_name", "name_type", "other_names", "parent", "tier", "country", "region"),
    *("city", "address", "sector", "products", "identifiers", "owners", "agencies", "corridors", "workers"),
    *("migrant_share", "women_share", "fee_charged", "licence", "licence_status", "licence_expiry", "birth_date"),
    *("spend", "website", "channels", "contact", "sites", "row", "also_in", "extra"),
)
JOIN = "; "


def write_parties(path: Path, parties: Sequence[Party], as_of: date) -> None:
    """Writes the parties as csv, jsonl or xlsx, by the path's ending; `-` is csv on standard output.

    Raises `OutputRefused` for another ending, and where the file cannot be written.
    """
    suffix = path.suffix.lower()
    if str(path) == "-" or suffix == ".csv":
        write_csv(path, *normalised_rows(parties))
    elif suffix == ".jsonl":
        lines = (json.dumps(_record(party), ensure_ascii=False) + "\n" for party in parties)
        write_whole(path, "".join(lines).encode("utf-8"))
    elif suffix == ".xlsx":
        _write_workbook(path, parties, as_of)
    else:
        raise OutputRefused(Code.OUTPUT_UNWRITABLE, where=path.name, detail="the ending is not csv, jsonl or xlsx")


def normalised_rows(parties: Sequence[Party]) -> tuple[tuple[str, ...], list[tuple[Plain, ...]]]:
    """A header and a row for each party.

    Several values of a cell are joined with `; `, shares are 0..1, identifiers are `kind:value`, corridors
    `NP-QA`, sites `region | city | address (cell)`; `row` is the cell of the name.
    """
    return COLUMNS, [tuple(_joined(value) for value in _record(party).values()) for party in parties]


def _record(party: Party) -> Mapping[str, Plain | Sequence[str] | Mapping[str, str]]:
    """One party by `COLUMNS`, lists as lists."""
    own: dict[str, Plain | Sequence[str] | Mapping[str, str]] = {
        "kind": str(party.kind),
        "display_name": display_name(party.name),
        "name_type": str(party.name_type),
        "identifiers": [f"{number.kind}:{number.value}" for number in party.identifiers],
        "corridors": [f"{route.origin}-{route.destination}".rstrip("-") for route in party.corridors],
        "licence_expiry": party.licence_expiry.isoformat() if party.licence_expiry else "",
        "sites": [_site(site) for site in party.sites],
        "row": str(party.origin),
        "also_in": [str(cell) for cell in party.also_in],
        "extra": dict(party.extra),
    }
    return {column: own[column] if column in own else _plain(getattr(party, column)) for column in COLUMNS}


def _site(site: Site) -> str:
    place = filter(None, (site.region or site.country, site.city, site.address))
    return f"{' | '.join(place)} ({site.origin.address})"


def _plain(value: object) -> Plain | Sequence[str]:
    if value is None:
        return ""
    return list(value) if isinstance(value, tuple) else value  # type: ignore[return-value]


def _joined(value: Plain | Sequence[str] | Mapping[str, str]) -> Plain:
    if isinstance(value, Mapping):
        return JOIN.join(f"{header}: {text}" for header, text in value.items())
    return value if isinstance(value, str | int | float) else JOIN.join(value)


def _write_workbook(path: Path, parties: Sequence[Party], as_of: date) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Parties"
    header, rows = normalised_rows(parties)
    for number, row in enumerate((header, *rows), start=1):
        for column, value in enumerate(row, start=1):
            if isinstance(value, str) and value:
                write_text(sheet.cell(number, column), value)
            elif value != "":
                sheet.cell(number, column, value)
    sheet.freeze_panes = "D2"
    save_workbook(workbook, path, as_of)
