"""What a file is, by its content. Its suffix is the sender's claim and not consulted."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.settings import Settings

ZIP = b"PK\x03\x04"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# First bytes of files that people send in place of a table, as the formats' own specifications give them.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|head|meta|style|table|svg|!--)", re.IGNORECASE)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Kind(StrEnum):
    """How the file is built."""

    ZIP = "zip"
    COMPOUND = "compound file"
    TEXT = "text"


def recognise(path: Path, settings: Settings) -> Kind:
    """How the file is built. Raises `InputRefused`: missing, empty, too large, or plainly not a table."""
    head = _head(path, settings)
    if head.startswith(ZIP):
        return Kind.ZIP
    if head.startswith(COMPOUND_FILE):
        return Kind.COMPOUND
    other = _other_format(head)
    if other:
        raise InputRefused(Code.FILE_NOT_A_TABLE, where=path.name, detail=other)
    return Kind.TEXT


def _head(path: Path, settings: Settings) -> bytes:
    if not path.is_file():
        detail = "it is a folder" if path.is_dir() else ""
        raise InputRefused(Code.FILE_MISSING, where=path.name, detail=detail)
    size = path.stat().st_size
    if size > settings.max_file_mb * 1_000_000:
        detail = f"{size / 1_000_000:.0f} MB, the limit is {settings.max_file_mb} MB"
        raise InputRefused(Code.FILE_TOO_LARGE, where=path.name, detail=detail)
    try:
        with path.open("rb") as stream:
            return stream.read(1024)
    except OSError as error:
        raise InputRefused(Code.FILE_MISSING, where=path.name, detail=error.strerror or "unreadable") from error


def _other_format(head: bytes) -> str:
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            return name
    text = head
    for mark in _BYTE_ORDER_MARKS:
        text = text.removeprefix(mark)
    return "a web page or XML file" if _MARKUP.match(text.replace(b"\0", b"")) else ""
