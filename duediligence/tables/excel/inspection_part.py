"""The sweep over every part of a package before any parser sees it: true sizes, no DTD, no archive inside."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.errors import Code
from duediligence.tables.detect import ZIP
from duediligence.tables.excel.package import Package

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_OVERLAP = max(len(word) for word in _DECLARATIONS) - 1
EMBEDDED = "xl/embeddings/"
"""Honest workbooks keep documents that were pasted into them here; nobody opens these."""


def inspected(package: Package, name: str) -> Iterator[bytes]:
    """The part's pieces, unchanged. Raises `InputRefused` at a document type, an entity, or an archive inside."""
    tail = b""
    markup = False
    for number, chunk in enumerate(package.chunks(name)):
        if number == 0:
            markup = is_markup(chunk)
            if chunk.startswith(ZIP) and not name.startswith(EMBEDDED):
                raise package.refused(Code.FILE_SUSPECT, f"an archive inside: {name[:60]}")
        if markup:
            # UTF-16 hides the words between NULs.
            text = tail + chunk.replace(b"\0", b"")
            if b"!" in text and b"<!" in text and any(word in text for word in _DECLARATIONS):
                raise package.refused(Code.FILE_SUSPECT, f"a document type or entity in {name[:60]}")
            tail = text[-_OVERLAP:]
        yield chunk


def inspect_part(package: Package, name: str) -> None:
    """`inspected`, for a part whose pieces nobody needs."""
    for _ in inspected(package, name):
        pass


def is_markup(start: bytes) -> bool:
    """Whether a part that starts like this is XML, in UTF-8 or UTF-16."""
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()[:1] in (b"<", b"")
