"""Small files, honest and hostile, made for one test each."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
_XMLNS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def worksheet(rows: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_XMLNS}"><sheetData>{rows}</sheetData></worksheet>'
    )


def xlsx_parts(rows: str = "", *, shared: str = "", sheet: str | bytes = "") -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet `S`: from its rows, or from the whole part."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_XMLNS}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_XMLNS}"/>',
        "xl/sharedStrings.xml": shared or f'<sst xmlns="{_XMLNS}"><si><t>shared</t></si></sst>',
        SHEET: sheet or worksheet(rows),
    }


def ods_parts(rows: str = "", *, styles: str = "", tables: str = "", manifest: str = "") -> dict[str, str | bytes]:
    """The parts of an OpenDocument spreadsheet with one table `S`: from its rows, or from whole tables."""
    tables = tables or f'<table:table table:name="S">{rows}</table:table>'
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_ODF}:manifest:1.0">{manifest}</m:manifest>',
        "content.xml": f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0"'
        f' xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0" xmlns:draw="{_ODF}:drawing:1.0"'
        f' xmlns:calcext="{_CALC}"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
    }


def package(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def compound_file(path: Path, streams: dict[str, bytes]) -> Path:
    """A compound file of 512-byte sectors: one sector of table, one of directory, then the streams."""
    places, body, table = [], b"", [0xFFFFFFFD, 0xFFFFFFFE]
    for name, content in streams.items():
        padded = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        first = len(table)
        table += [*range(first + 1, first + len(padded) // 512), 0xFFFFFFFE]
        places.append((name, first, len(padded)))
        body += padded
    entries = b"".join([_entry("Root Entry", 5, 0xFFFFFFFE, 0), *(_entry(name, 2, *place) for name, *place in places)])
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header += b"\0" * 10 + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    sectors = struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table)))
    path.write_bytes(header.ljust(512, b"\xff") + sectors + entries.ljust(512, b"\0") + body)
    return path


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    start = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, kind, 1)
    return start.ljust(116, b"\0") + struct.pack("<IQ", first, size)


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def biff(sheets: int = 1, cells: bytes = b"", globals_: bytes = b"") -> bytes:
    """A BIFF8 stream whose sheets `S1`, `S2` … all point to the same cells."""
    start = record(0x809, struct.pack("<HHIII", 0x600, 5, 0, 0, 0)) + globals_
    size = len(start) + sum(len(_boundsheet(0, number)) for number in range(sheets)) + 4
    book = start + b"".join(_boundsheet(size, number) for number in range(sheets)) + record(0x0A)
    return book + record(0x809, struct.pack("<HHIII", 0x600, 16, 0, 0, 0)) + cells + record(0x0A)


def number_cell(row: int, column: int, value: float = 1.0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def _boundsheet(start: int, number: int) -> bytes:
    name = f"S{number + 1}".encode()
    return record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name)
