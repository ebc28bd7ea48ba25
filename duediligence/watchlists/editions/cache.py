"""Readings kept in the cache folder, so that a list is parsed once and then loaded quickly.

A compiled form is JSON, deflated, after the SHA-256 of what follows: no code can hide in it. It is named by the
hash of everything that it follows from: the files' contents and names, and every source file and word list that a
reader may consult. One that is out of date is therefore never found, one that is damaged is made anew, and a cache
folder that cannot be written only costs time.
"""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from duediligence.resources import PACKAGE, data_folder
from duediligence.tables.gc_pause import uncollected
from duediligence.watchlists.editions.folders import cache_folder
from duediligence.watchlists.editions.packing_part import packed, unpacked, without_raw
from duediligence.watchlists.entries.read_list import Part, Reader, Reading

_ENDING = ".list"
_KEPT = 60
_DIGEST = 32
_WRONG_SHAPE = (LookupError, TypeError, ValueError, AttributeError, RecursionError, zlib.error)
_CONSULTED = ("watchlists", "names", "places", "model")


def read_compiled(reader: Reader, parts: Sequence[Part]) -> Reading:
    """What `reader.read(parts)` gives, without `raw`. Raises what that raises; the cache itself is never an error."""
    path = cache_folder() / f"{_key(reader, parts)}{_ENDING}"
    files = [part.file for part in parts]
    with uncollected():
        with suppress(OSError, *_WRONG_SHAPE):
            return unpacked(_opened(path.read_bytes()), files)
        reading = without_raw(reader.read(parts))
        with suppress(OSError):
            _keep(path, _closed(packed(reading, files)))
    return reading


def _key(reader: Reader, parts: Sequence[Part]) -> str:
    said = [[part.file.name, part.role, part.file.named, part.file.source.sha256] for part in parts]
    return sha256(json.dumps([_readers_version(), reader.recognises.__module__, said]).encode()).hexdigest()


@cache
def _readers_version() -> str:
    """A hash of all code and words that a reading follows from, so that nobody has to remember to raise a number."""
    digest = sha256()
    code = (path for room in _CONSULTED for path in (PACKAGE / room).rglob("*.*") if path.suffix != ".pyc")
    for path in (*sorted(code), *sorted(data_folder("watchlists").glob("*.*"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _closed(values: object) -> bytes:
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    body = zlib.compress(text.encode("utf-8", "surrogatepass"))
    return sha256(body).digest() + body


def _opened(data: bytes) -> object:
    body = data[_DIGEST:]
    if sha256(body).digest() != data[:_DIGEST]:
        raise ValueError("the compiled form is damaged")
    return json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))


def _keep(path: Path, data: bytes) -> None:
    """Writes the form whole or not at all, and forgets the oldest when there are too many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    by_age = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda item: item.stat().st_mtime)
    for old in by_age[:-_KEPT]:
        old.unlink(missing_ok=True)
