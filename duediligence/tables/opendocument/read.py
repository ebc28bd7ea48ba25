"""OpenDocument spreadsheets, read from their XML while it streams by.

Not through calamine: it loses error cells and CDATA, and `table:number-columns-repeated="2000000000"` would make it
ask for all the memory there is. Repeated cells are only written out where they hold a value, within a budget.
"""

from __future__ import annotations

from xml.parsers import expat

from duediligence.errors import Code
from duediligence.model import Problem
from duediligence.settings import Settings
from duediligence.tables.excel.inspection_part import inspect_part, inspected
from duediligence.tables.excel.package import Package
from duediligence.tables.opendocument.ods_content_part import ContentReader
from duediligence.tables.sheets import Sheet

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"


def read_ods(package: Package, settings: Settings) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Every sheet with its true positions, and a problem for each error cell. Raises `InputRefused`."""
    if b"encryption-data" in package.read(MANIFEST):
        raise package.refused(Code.FILE_ENCRYPTED, "")
    for name in package.names:
        if name != CONTENT:
            inspect_part(package, name)
    reader = ContentReader(package.path.name, settings)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        for chunk in inspected(package, CONTENT):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise package.refused(Code.FILE_DAMAGED, f"{CONTENT}: {error}") from error
    return tuple(reader.sheets), tuple(reader.problems)
