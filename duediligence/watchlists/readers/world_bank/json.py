"""The World Bank's list of ineligible firms and individuals as JSON: `response.ZPROCSUPP[]`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from duediligence.model import CellRef
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import ListRow
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, squeezed
from duediligence.watchlists.readers.world_bank.common import read_rows

_COLUMNS = {
    **{"name": "SUPP_NAME", "added": "ADD_SUPP_INFO", "address": "SUPP_ADDR", "city": "SUPP_CITY"},
    **{"state": "SUPP_STATE_CODE", "postcode": "SUPP_ZIP_CODE", "country": "COUNTRY_NAME"},
    **{"from": "DEBAR_FROM_DATE", "to": "DEBAR_TO_DATE", "grounds": "DEBAR_REASON"},
}
_STARTS = (b"{", b"\xef\xbb\xbf{", b"\xff\xfe{", b"\xfe\xff\0{")


def recognise(sample: bytes) -> str:
    """`whole` for a JSON object that holds `ZPROCSUPP`, else empty."""
    return "whole" if sample.lstrip().startswith(_STARTS) and b'"ZPROCSUPP"' in sample.replace(b"\0", b"") else ""


def read(file: ListFile) -> ReadList:
    """The list in the file. Raises `InputRefused` (LIST_DAMAGED) for JSON that is cut off or of another shape."""
    return read_rows(file, _rows(file), _COLUMNS, "SUPP_ID")


def _rows(file: ListFile) -> Iterator[tuple[CellRef, ListRow]]:
    try:
        found = json.loads(file.data)["response"]["ZPROCSUPP"]
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(file.name, "the JSON is cut off or holds no response.ZPROCSUPP") from error
    for number, record in enumerate(found, start=1):
        given = {key: squeezed(str(value)) for key, value in record.items() if value is not None}
        yield CellRef(file.name, row=number), ListRow(number, given)


READER = Reader(recognise, one_for_each(read))
