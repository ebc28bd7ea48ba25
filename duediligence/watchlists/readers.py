"""The readers, one for each file format. Files are told apart by what they hold, never by their names."""

from __future__ import annotations

from duediligence.watchlists import ofac_csv, ofac_xml, un_xml, wro_csv
from duediligence.watchlists.files import ListFile
from duediligence.watchlists.reading import SAMPLE, Reader

READERS: tuple[Reader, ...] = (ofac_csv.READER, ofac_xml.READER, un_xml.READER, wro_csv.READER)


def reader_of(file: ListFile) -> tuple[Reader, str] | None:
    """The reader that recognises the file and the role it gives it, or None. No two readers recognise one file."""
    sample = file.data[:SAMPLE]
    for reader in READERS:
        if role := reader.recognises(sample):
            return reader, role
    return None
