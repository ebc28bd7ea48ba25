"""The files a person gave: found, unpacked when gzipped, and hashed. What they hold is decided elsewhere."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import SourceFile

LARGEST_LIST = 500_000_000
"""Bytes, unpacked. The largest list known to us (the advanced SDN export) is about a quarter of it."""

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31


@dataclass(frozen=True, slots=True)
class ListFile:
    """One file. `data` is unpacked; `whole` is False when a gzip file ends too early or is broken.

    `named` says that the person named this very file, not only a folder it lies in.
    """

    path: Path
    named: bool
    data: bytes
    whole: bool
    source: SourceFile

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

    @property
    def contents_sha256(self) -> str:
        """The SHA-256 of the unpacked contents: the publisher's own bytes."""
        return sha256(self.data).hexdigest()


def list_files(paths: Sequence[Path]) -> tuple[ListFile, ...]:
    """Every file named or lying in a named folder, each once, folders in the order of their file names.

    Raises `InputRefused`: a path that does not exist (FILE_MISSING) or a file above `LARGEST_LIST` (FILE_TOO_LARGE).
    """
    found: dict[Path, ListFile] = {}
    for path in paths:
        if not path.exists():
            raise InputRefused(Code.FILE_MISSING, where=path.name)
        for file in _files_of(path):
            key = file.resolve()
            if key not in found or (path.is_file() and not found[key].named):
                found[key] = _read(file, named=path.is_file())
    return tuple(found.values())


def _files_of(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    else:
        inside = (file for file in path.rglob("*") if file.is_file())
        yield from sorted(inside, key=lambda file: file.relative_to(path).as_posix())


def list_file(path: Path, packed: bytes, *, named: bool) -> ListFile:
    """A file with these contents as if it lay at `path`. Raises `InputRefused` (FILE_TOO_LARGE)."""
    data, whole = _unpacked(packed) if packed.startswith(_GZIP_MAGIC) else (packed, True)
    _check_size(path, len(data))
    return ListFile(path, named, data, whole, SourceFile(path.name, len(packed), sha256(packed).hexdigest()))


def _read(path: Path, *, named: bool) -> ListFile:
    _check_size(path, path.stat().st_size)
    return list_file(path, path.read_bytes(), named=named)


def _check_size(path: Path, size: int) -> None:
    if size > LARGEST_LIST:
        raise InputRefused(Code.FILE_TOO_LARGE, where=path.name, detail=f"more than {LARGEST_LIST // 1_000_000} MB")


def _unpacked(packed: bytes) -> tuple[bytes, bool]:
    """What can be unpacked, up to just above the limit, and whether the file's own end was reached."""
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    pieces: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(packed), 65_536):
            pieces.append(unpacker.decompress(packed[start : start + 65_536], LARGEST_LIST + 1 - size))
            size += len(pieces[-1])
            if size > LARGEST_LIST:
                break
    except zlib.error:
        return b"".join(pieces), False
    return b"".join(pieces), unpacker.eof
