"""Brazil's register of employers found to have used labour analogous to slavery (CSV, parts by `;`, mostly cp1252).

Free text stands before the header, whose first column is `ID`, and after the data. The register names companies (CNPJ)
and natural persons (CPF); both stay as the publisher lists them. How many workers were found is no name and is kept in
the remarks. An inclusion may have ended and begun again: the entry is listed since its newest beginning, and ends when
no inclusion is open.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from io import StringIO

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, NameRole, Problem, Severity
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.identifiers import verdict
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import ListRow, stable_id
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, decoded, european_day, squeezed

LIST = "BR-EMP"
_HEADER = re.compile(r"""^\ufeff?["']?ID["']?\s*;.*Empregador.*CNPJ/CPF""", re.IGNORECASE | re.MULTILINE)
_PERIOD = re.compile(r"(\d{2}/\d{2}/\d{4})(?:\s*(?:a|até)\s*(\d{2}/\d{2}/\d{4}))?")
_NOT_DIGITS = re.compile(r"\D")
_CNPJ_DIGITS, _CPF_DIGITS = 14, 11
_FULL_ROW = 5
_REMARKED = ("Ano da ação fiscal", "UF", "Trabalhadores envolvidos", "CNAE")


def recognise(sample: bytes) -> str:
    """`whole` for a text with the register's header on any of its first lines, else empty."""
    return "whole" if _HEADER.search(decoded(sample)) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file. Raises `InputRefused` (LIST_DAMAGED) for a file cut off inside an entry."""
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    for row in _rows(file):
        draft = _draft(row)
        if not draft.names or draft.entry_id in drafts:
            found = "the employer is empty" if not draft.names else f"{row['Empregador']} stands there twice"
            problems.append(_unreadable(file, row.number, found))
        else:
            drafts[draft.entry_id] = draft
        problems += (_unreadable(file, row.number, said) for said in _doubts(row, draft))
    unknown = UnknownCountries()
    entries = tuple(draft.finished(LIST, unknown) for draft in drafts.values())
    days = (when for draft in drafts.values() for when in (draft.listed_on, draft.ends_on) if when)
    return ReadList(LIST, (file,), entries, None, max(days, default=None), tuple(problems))


def _rows(file: ListFile) -> Iterator[ListRow]:
    """The rows of the table; a line that begins with a number or is as full as a row and is none is damage."""
    text = decoded(file.data)
    headers: list[str] = []
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=";", strict=True), start=1):
            row = [squeezed(cell) for cell in cells]
            if not headers:
                headers = _trimmed(row) if _HEADER.match(";".join(cells)) else []
            elif row and (row[0].isdigit() or sum(map(bool, row)) >= _FULL_ROW):
                if any(row[len(headers) :]) or len(row) < len(headers):
                    raise damaged(file.name, f"record {number} has {len(row)} columns, not {len(headers)}")
                yield ListRow(number, dict(zip(headers, row, strict=False)))
    except csv.Error as error:
        raise damaged(file.name, "the quotes do not close") from error
    if row and row[0].isdigit() and not text.endswith(("\n", "\r")):
        raise damaged(file.name, "the last record has no line end")


def _trimmed(row: list[str]) -> list[str]:
    """The header without the empty columns that a spreadsheet program adds at its end."""
    while row and not row[-1]:
        row = row[:-1]
    return row


def _draft(row: ListRow) -> Draft:
    number = _number(row["CNPJ/CPF"])
    kind = {_CNPJ_DIGITS: "cnpj", _CPF_DIGITS: "cpf"}.get(len(number), "other")
    party = EntryKind.PERSON if kind == "cpf" else EntryKind.ORGANISATION if kind == "cnpj" else EntryKind.UNKNOWN
    draft = Draft(stable_id("BR", LIST, number, row["Empregador"], row["Estabelecimento"]), party, raw=row.raw)
    draft.add_name(row["Empregador"], NameRole.PRIMARY)
    draft.numbers += [(kind, number, "BR")] if number else []
    draft.addresses += filter(None, [row["Estabelecimento"]])
    draft.countries.append(("BR", "address"))
    draft.programmes = ("Cadastro de Empregadores",)
    decided = _value(row, "Decisão administrativa")
    included = _value(row, "Inclusão no Cadastro")
    draft.listed_on, draft.ends_on = _included(included)
    draft.reasons += [f"Decisão administrativa de procedência: {decided}"] if decided else []
    draft.remarks += [f"{header}: {row[header]}" for header in _REMARKED if row[header]]
    draft.remarks += [f"Inclusão no Cadastro: {included}"] if included else []
    return draft


def _number(text: str) -> str:
    """The digits of a CNPJ or CPF; the zeros that a spreadsheet program took from its start are put back."""
    digits = _NOT_DIGITS.sub("", text)
    for kind, length in (("cpf", _CPF_DIGITS), ("cnpj", _CNPJ_DIGITS)):
        if digits and len(digits) <= length and verdict(kind, digits.zfill(length)):
            return digits.zfill(length)
    return digits


def _value(row: ListRow, start: str) -> str:
    """The value under the header that begins so: its end differs from edition to edition."""
    return next((value for header, value in row.given.items() if header.casefold().startswith(start.casefold())), "")


def _included(text: str) -> tuple[date | None, date | None]:
    """When the newest inclusion began, and when the last one ended if none is open."""
    periods = [(european_day(begin), european_day(end)) for begin, end in _PERIOD.findall(text)]
    begun = max((begin for begin, _ in periods if begin), default=None)
    ended = max((end for _, end in periods if end), default=None)
    return begun, ended if periods and all(end for _, end in periods) else None


def _doubts(row: ListRow, draft: Draft) -> Iterator[str]:
    for kind, number, _ in draft.numbers:
        if verdict(kind, number) is False or kind == "other":
            yield f"{row['CNPJ/CPF']}: the check digits of this number are wrong; the entry is found by its name only"
    if draft.listed_on is None:
        yield f"inclusion {_value(row, 'Inclusão no Cadastro') or 'on no date'}"


def _unreadable(file: ListFile, number: int, found: str) -> Problem:
    return Problem(Code.LIST_ENTRY_UNREADABLE, Severity.WARNING, CellRef(file.name, row=number), found)


READER = Reader(recognise, one_for_each(read))
