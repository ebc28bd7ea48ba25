"""Who an input file is: name, size, SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.model import SourceFile


def source_file(path: Path) -> SourceFile:
    """The file's name (never its path), its size in bytes and its SHA-256. Raises `InputRefused`."""
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            return SourceFile(path.name, stream.tell(), digest)
    except FileNotFoundError as error:
        raise InputRefused(Code.FILE_MISSING, where=path.name) from error
    except OSError as error:
        raise InputRefused(Code.FILE_MISSING, where=path.name, detail=error.strerror or "unreadable") from error
