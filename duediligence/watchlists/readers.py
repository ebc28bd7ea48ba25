"""The readers, one for each file format. Files are told apart by what they hold, never by their names."""

from __future__ import annotations

from duediligence.watchlists import (
    br_csv,
    ca_xml,
    csl_csv,
    csl_json,
    dpl_txt,
    eu_csv,
    eu_old_xml,
    eu_xml,
    house_table,
    ofac_advanced,
    ofac_csv,
    ofac_xml,
    opensanctions_csv,
    opensanctions_json,
    uflpa_html,
    uk_list_csv,
    uk_list_xml,
    uk_ofsi_csv,
    un_xml,
    world_bank_json,
    world_bank_table,
    wro_csv,
)
from duediligence.watchlists.files import ListFile
from duediligence.watchlists.reading import SAMPLE, Reader

READERS: tuple[Reader, ...] = (
    *(ofac_csv.READER, ofac_xml.READER, ofac_advanced.READER, un_xml.READER, wro_csv.READER),
    *(eu_xml.READER, eu_csv.READER, eu_old_xml.READER),
    *(uk_list_csv.READER, uk_list_xml.READER, uk_ofsi_csv.READER),
    *(csl_csv.READER, csl_json.READER, dpl_txt.READER, uflpa_html.READER),
    *(ca_xml.READER, br_csv.READER, world_bank_json.READER, world_bank_table.READER),
    *(opensanctions_json.READER, opensanctions_csv.READER, house_table.READER),
)

_SHOWN_WHOLE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PAGE = (b"<!doctype html", b"<html")


def reader_of(file: ListFile) -> tuple[Reader, str] | None:
    """The reader that recognises the file and the role it gives it, or None. No two readers recognise one file."""
    sample = _sample(file.data)
    for reader in READERS:
        if role := reader.recognises(sample):
            return reader, role
    return None


def _sample(data: bytes) -> bytes:
    """The beginning; a workbook or a web page as a whole, for neither can be told by its beginning."""
    start = data[:256].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return data if data.startswith(_SHOWN_WHOLE) or start.startswith(_PAGE) else data[:SAMPLE]
