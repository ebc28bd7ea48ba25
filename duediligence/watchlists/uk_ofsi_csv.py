"""The consolidated list of asset-freeze targets of the UK Treasury's OFSI (`ConList.csv`, closed in January 2026).

`Last Updated` and its date, then the headers, then one row for each name and address of a target; `Group ID` joins
them. The columns of before 2022 (29) and since (36) are told by their headers alone. The list stands apart from the
UK Sanctions List (`UK`), which has its own numbers and other entries: neither is an edition of the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from duediligence.watchlists.csv_rows import csv_table, grouped, has_headers, json_of
from duediligence.watchlists.files import ListFile
from duediligence.watchlists.gathering import Gathering
from duediligence.watchlists.reading import Reader, ReadList, one_for_each
from duediligence.watchlists.text import european_day, squeezed
from duediligence.watchlists.uk import UkName, UkRecord, draft_of, whole_name

LIST = "UK-OFSI"
_NUMBER = "Group ID"
_NEEDED = (_NUMBER, "Name 6", "Group Type", "Alias Type", "Regime")
_HEADERS = {
    "Title": "Title",
    "DOB": "D.O.B",
    "Town of Birth": "Town of birth",
    "Country of Birth": "Country of birth",
    "Nationality": "Nationality(/ies)",
    "Passport Number": "Passport number",
    "NI Number": "National Identifier number",
    "National Identification Number": "National Identifier number",
    "National Identification Details": "National Identifier additional information",
    "Position": "Position",
    "Group Type": "Designation Type",
    "Regime": "Regime Name",
    "Listed On": "Date Designated",
    "Last Updated": "Last Updated",
    "Other Information": "Other Information",
}
"""The headers of the UK Sanctions List for the facts that stand under these."""
_ADDRESS = (*(f"Address {place}" for place in range(1, 7)), "Post/Zip Code", "Country")
_LABELLED = re.compile(r"\(([A-Z][^():]{2,60})\):\s*(.*?)(?=\s*\([A-Z][^():]{2,60}\):|$)", re.DOTALL)
_LABELS = {
    "UK Statement of Reasons": "UK Statement of Reasons",
    "UN Ref": "UN Reference Number",
    "IMO number": "IMO number",
    "Business Reg No": "Business registration number (s)",
    "Parent company": "Parent company",
    "Subsidiaries": "Subsidiaries",
}
"""Facts inside `Other Information`: `(UK Statement of Reasons):...`."""


def recognise(sample: bytes) -> str:
    """`whole` for a table with OFSI's headers, else empty."""
    return "whole" if has_headers(sample, _NEEDED) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    table = csv_table(file, _NEEDED)
    found, gathering = grouped(table, _NUMBER), Gathering(LIST, file)
    for row in found.unnumbered:
        gathering.lose(f"a row without {_NUMBER}", row)
    for number, rows in found.entries.items():
        gathering.take(draft_of(_record(number, rows, "Passport Number" in table.headers)))
    return gathering.read_list(next((when for cell in table.before if (when := european_day(cell))), None))


def _record(number: str, rows: Sequence[dict[str, str]], numbers_apart: bool) -> UkRecord:
    passports = "Passport additional information" if numbers_apart else "Passport number"
    headers = {**_HEADERS, "Passport Details": passports}
    facts: dict[str, dict[str, None]] = {}
    for row in rows:
        for header, ours in headers.items():
            if text := row.get(header, "").strip():
                facts.setdefault(ours, {})[text] = None
        for label, text in _LABELLED.findall(row.get("Other Information", "")):
            if (ours := _LABELS.get(label, "")) and text.strip():
                facts.setdefault(ours, {})[text.strip(" .") if "Reasons" not in label else text.strip()] = None
    record = UkRecord(number, facts={header: list(texts) for header, texts in facts.items()}, raw=json_of(rows))
    for row in rows:
        record.names.append(UkName(whole_name(row), row.get("Alias Type", ""), row.get("Alias Quality", "")))
        if address := ", ".join(filter(None, (squeezed(row.get(part)) for part in _ADDRESS))):
            record.addresses.append((address, row.get("Country", "")))
    record.names += [name for row in rows if (name := _other_script(row)).text]
    return record


def _other_script(row: dict[str, str]) -> UkName:
    return UkName(squeezed(row.get("Name Non-Latin Script")), language=row.get("Non-Latin Script Language", "").strip())


READER = Reader(recognise, one_for_each(read))
