"""One program at a time in the data folder. The system lets go of the lock when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duediligence.errors import Code, UpdateFailed

_PATIENCE = 30.0
_PAUSE = 0.05


@contextmanager
def locked(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Holds the folder's lock; waits up to `patience` seconds for it. Raises `UpdateFailed` (LIST_FOLDER_BUSY)."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT)
    try:
        _wait_for(handle, patience)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, patience: float) -> None:
    until = time.monotonic() + patience
    while not _taken(handle):
        if time.monotonic() >= until:
            raise UpdateFailed(Code.LIST_FOLDER_BUSY)
        time.sleep(_PAUSE)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
