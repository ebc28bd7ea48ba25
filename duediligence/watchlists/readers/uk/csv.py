"""What the CSV forms of the British lists share: one row for each name and address, joined by a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from duediligence.watchlists.entries.builder import Gathering
from duediligence.watchlists.formats.csv import CsvTable, grouped, json_of
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import squeezed
from duediligence.watchlists.readers.uk.common import UkName, UkRecord, draft_of, whole_name

Rows = Sequence[dict[str, str]]


@dataclass(frozen=True, slots=True)
class UkColumns:
    """The headers of what comes apart from the facts; the last of `address` is its country."""

    number: str
    name_type: str
    name_quality: str
    address: tuple[str, ...]
    other_script: str
    script_language: str

    def record(self, number: str, facts: Mapping[str, Mapping[str, None]], rows: Rows) -> UkRecord:
        """One designation from its rows; names in other scripts stand after all others."""
        record = UkRecord(number, facts={header: list(texts) for header, texts in facts.items()}, raw=json_of(rows))
        for row in rows:
            record.names.append(UkName(whole_name(row), row.get(self.name_type, ""), row.get(self.name_quality, "")))
            if address := ", ".join(filter(None, (squeezed(row.get(part)) for part in self.address))):
                record.addresses.append((address, row.get(self.address[-1], "")))
        record.names += [name for row in rows if (name := self._in_other_script(row)).text]
        return record

    def _in_other_script(self, row: Mapping[str, str]) -> UkName:
        return UkName(squeezed(row.get(self.other_script)), language=row.get(self.script_language, "").strip())


def gathered(
    name: str, file: ListFile, table: CsvTable, columns: UkColumns, record: Callable[[str, Rows], UkRecord]
) -> Gathering:
    """Every designation of the table of a list's file, by its number; rows without one are problems."""
    found, gathering = grouped(table, columns.number), Gathering(name, file)
    for row in found.unnumbered:
        gathering.lose(f"a row without {columns.number}", row)
    for key, rows in found.entries.items():
        gathering.take(draft_of(record(key, rows)))
    return gathering
