"""Files that appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

from duediligence.errors import Code, OutputRefused


def write_whole(path: Path, data: bytes) -> None:
    """Writes the file under a temporary name beside it and renames that. Raises `OutputRefused`."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputRefused(Code.OUTPUT_UNWRITABLE, where=path.name, detail=error.strerror or "") from error
