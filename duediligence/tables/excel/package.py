"""A zip package (xlsx, ods) opened with distrust: its directory is checked before a byte is unpacked.

Python's own reader stops at the size that the directory claims; other readers unpack to the end. So parts are
unpacked here, and a part that is larger than its claim is refused.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.settings import Settings
from duediligence.tables.detect import ZIP

MOST_PARTS = 10_000
SMALL_ENOUGH = 10_000_000
"""Unpacked bytes below which no ratio is a bomb: a short sheet of equal rows packs very well."""

MOST_MARKUP = 32_000_000
"""The largest part (workbook, relations, manifest) that is read as a whole."""

_READ = 65_536
_LOCAL_HEADER = 30
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """The parts of one zip package, by name. Making one raises `InputRefused` when its directory is not honest."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.path = path
        entries = [entry for entry in self._directory() if not entry.is_dir()]
        self._parts = {_plain_name(entry.filename): entry for entry in entries}
        self._check_names(entries)
        self._check_sizes(entries, settings)

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names with forward slashes, in the order of the directory."""
        return tuple(self._parts)

    def refused(self, code: Code, detail: str) -> InputRefused:
        """The error to raise about this file."""
        return InputRefused(code, where=self.path.name, detail=detail)

    def read(self, name: str) -> bytes:
        """A part as a whole; empty when there is none of that name. Raises `InputRefused`."""
        if name not in self._parts:
            return b""
        if self._parts[name].file_size > MOST_MARKUP:
            raise self.refused(Code.FILE_SUSPECT, f"{name} is larger than such a part is")
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, unpacked piece by piece and held to its claimed size. Raises `InputRefused`."""
        if name not in self._parts:
            raise self.refused(Code.FILE_DAMAGED, f"{name} is missing")
        entry = self._parts[name]
        size = check = 0
        for chunk in self._unpacked(entry):
            size += len(chunk)
            check = zlib.crc32(chunk, check)
            if size > entry.file_size:
                raise self.refused(Code.FILE_SUSPECT, f"{name} is larger than the archive says")
            yield chunk
        if size != entry.file_size or check != entry.CRC:
            raise self.refused(Code.FILE_DAMAGED, f"{name} is incomplete")

    def _directory(self) -> list[zipfile.ZipInfo]:
        try:
            with zipfile.ZipFile(self.path) as archive:
                return archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.refused(Code.FILE_DAMAGED, "its archive cannot be read") from error

    def _check_names(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MOST_PARTS:
            raise self.refused(Code.FILE_SUSPECT, f"{len(entries)} parts")
        if len({name.casefold() for name in self._parts}) != len(entries):
            raise self.refused(Code.FILE_SUSPECT, "two parts of one name")
        for name, entry in self._parts.items():
            if name.startswith("/") or ":" in name or ".." in name.split("/"):
                raise self.refused(Code.FILE_SUSPECT, f"a part that points outside: {name[:60]}")
            if entry.flag_bits & 1:
                raise self.refused(Code.FILE_ENCRYPTED, "")
            if entry.compress_type not in _METHODS:
                raise self.refused(Code.FILE_SUSPECT, f"{name[:60]} is packed in an unusual way")

    def _check_sizes(self, entries: list[zipfile.ZipInfo], settings: Settings) -> None:
        packed = sum(entry.compress_size for entry in entries)
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > SMALL_ENOUGH and unpacked > settings.max_ratio * max(packed, 1):
            detail = f"{packed / 1e6:.1f} MB unpack to {unpacked / 1e6:.0f} MB"
            raise self.refused(Code.FILE_SUSPECT, detail)
        if unpacked > settings.max_unpacked_mb * 1_000_000:
            detail = f"{unpacked / 1e6:.0f} MB unpacked, the limit is {settings.max_unpacked_mb} MB"
            raise self.refused(Code.FILE_TOO_LARGE, detail)

    def _unpacked(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        unpack = zlib.decompressobj(-zlib.MAX_WBITS) if entry.compress_type == zipfile.ZIP_DEFLATED else None
        try:
            for packed in self._packed(entry):
                if chunk := unpack.decompress(packed) if unpack else packed:
                    yield chunk
            if unpack and (rest := unpack.flush()):
                yield rest
        except (zlib.error, OSError) as error:
            raise self.refused(Code.FILE_DAMAGED, f"{entry.filename[:60]} cannot be unpacked") from error

    def _packed(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        with self.path.open("rb") as stream:
            stream.seek(entry.header_offset)
            header = stream.read(_LOCAL_HEADER)
            if not header.startswith(b"PK\x03\x04") or len(header) < _LOCAL_HEADER:
                raise self.refused(Code.FILE_DAMAGED, f"{entry.filename[:60]} is not where the archive says")
            name, extra = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
            stream.seek(name + extra, 1)
            left = entry.compress_size
            while left > 0 and (packed := stream.read(min(_READ, left))):
                left -= len(packed)
                yield packed


def _plain_name(name: str) -> str:
    return name.replace("\\", "/")


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
