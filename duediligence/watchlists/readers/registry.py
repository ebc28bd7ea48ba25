"""The readers, one for each file format. Files are told apart by what they hold, never by their names."""

from __future__ import annotations

from duediligence.watchlists.entries.read_list import SAMPLE, Reader
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.readers import brazil as br_csv
from duediligence.watchlists.readers import canada as ca_xml
from duediligence.watchlists.readers import house_list as house_table
from duediligence.watchlists.readers import un as un_xml
from duediligence.watchlists.readers.eu import csv as eu_csv
from duediligence.watchlists.readers.eu import old_xml as eu_old_xml
from duediligence.watchlists.readers.eu import xml as eu_xml
from duediligence.watchlists.readers.ofac import advanced_xml as ofac_advanced
from duediligence.watchlists.readers.ofac import csv as ofac_csv
from duediligence.watchlists.readers.ofac import xml as ofac_xml
from duediligence.watchlists.readers.opensanctions import csv as opensanctions_csv
from duediligence.watchlists.readers.opensanctions import json as opensanctions_json
from duediligence.watchlists.readers.uk import list_csv as uk_list_csv
from duediligence.watchlists.readers.uk import ofsi_csv as uk_ofsi_csv
from duediligence.watchlists.readers.uk import xml as uk_list_xml
from duediligence.watchlists.readers.us import bis_dpl as dpl_txt
from duediligence.watchlists.readers.us import cbp_wro as wro_csv
from duediligence.watchlists.readers.us import csl_csv, csl_json
from duediligence.watchlists.readers.us import uflpa as uflpa_html
from duediligence.watchlists.readers.world_bank import json as world_bank_json
from duediligence.watchlists.readers.world_bank import table as world_bank_table

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
