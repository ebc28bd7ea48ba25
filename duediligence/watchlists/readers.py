"""The readers, one for each file format. Files are told apart by what they hold, never by their names."""

from __future__ import annotations

from duediligence.watchlists import (
    csl_csv,
    csl_json,
    eu_csv,
    eu_old_xml,
    eu_xml,
    ofac_advanced,
    ofac_csv,
    ofac_xml,
    uk_list_csv,
    uk_list_xml,
    uk_ofsi_csv,
    un_xml,
    wro_csv,
)
from duediligence.watchlists.files import ListFile
from duediligence.watchlists.reading import SAMPLE, Reader

READERS: tuple[Reader, ...] = (
    ofac_csv.READER,
    ofac_xml.READER,
    ofac_advanced.READER,
    un_xml.READER,
    wro_csv.READER,
    eu_xml.READER,
    eu_csv.READER,
    eu_old_xml.READER,
    uk_ofsi_csv.READER,
    uk_list_csv.READER,
    uk_list_xml.READER,
    csl_csv.READER,
    csl_json.READER,
)


def reader_of(file: ListFile) -> tuple[Reader, str] | None:
    """The reader that recognises the file and the role it gives it, or None. No two readers recognise one file."""
    sample = file.data[:SAMPLE]
    for reader in READERS:
        if role := reader.recognises(sample):
            return reader, role
    return None
