"""Installing an edition: it appears whole in the data folder, or not at all, and replaces nothing.

Its files are written and flushed in a hidden folder, which then takes its final name in one step. A program that is
killed or runs out of disk before that step leaves only the hidden folder, which the next one removes.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from duediligence.errors import Code, InputRefused, UpdateFailed
from duediligence.model import DateBasis
from duediligence.watchlists.editions.dating import date_in_words, newness
from duediligence.watchlists.editions.folders import editions_folder
from duediligence.watchlists.editions.metadata import NAME, Fetched, Sidecar
from duediligence.watchlists.editions.recognise import FoundList
from duediligence.watchlists.editions.store import KeptEdition, edition_id, installed_editions, load_edition
from duediligence.watchlists.formats.source_file import ListFile

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


_HIDDEN = ".incoming-"


@dataclass(frozen=True, slots=True)
class Installed:
    """What came of it: the edition, whether it is new here, and the newest one, which is in use."""

    edition: KeptEdition
    new: bool
    newest: KeptEdition


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The edition in use until now, as far as it matters for a new one."""

    dated: date | None
    basis: DateBasis
    entries: int


def install(found: FoundList, source: str, fetched: Mapping[str, Fetched] | None = None) -> Installed:
    """Keeps the edition, reads it back and compiles it; one with the same files that is there already is left alone.

    Raises `UpdateFailed`: OUTPUT_UNWRITABLE (no space, no permission) or LIST_FOLDER_BUSY.
    """
    contents = {_name(file): file.contents_sha256 for file in found.read.files}
    sidecar = _sidecar(found, source, contents, fetched or {})
    root = editions_folder()
    home = root / found.edition.list
    name = found.edition.list
    try:
        with locked(root):
            same = next((item for item in installed_editions(name) if item.sidecar.contents == contents), None)
            if same is None:
                home.mkdir(parents=True, exist_ok=True)
                _place(found.read.files, sidecar, root, home / edition_id(sidecar))
    except OSError as error:
        detail = f"{error.strerror or error}; nothing was installed, the last edition stays in use"
        raise UpdateFailed(Code.OUTPUT_UNWRITABLE, where=name, detail=detail) from error
    edition = same or KeptEdition(name, home / edition_id(sidecar), sidecar)
    load_edition(edition)
    return Installed(edition, same is None, installed_editions(name)[0])


def check_loss(found: FoundList, before: Predecessor | None, max_loss: float) -> None:
    """Raises `InputRefused` (LIST_SHRUNK) for an edition, newer than the one in use, that lost too many entries."""
    edition = found.edition
    if before is None or newness(edition.dated, edition.date_basis) < newness(before.dated, before.basis):
        return
    lost = before.entries - edition.entries
    if lost > max_loss * before.entries:
        said = f"{edition.entries:,} entries, where the one {date_in_words(before.dated, before.basis)} has "
        detail = f"{said}{before.entries:,}: {lost / before.entries:.0%} fewer, more than {max_loss:.0%}"
        raise InputRefused(Code.LIST_SHRUNK, where=edition.list, detail=detail)


def _name(file: ListFile) -> str:
    """Files are kept unpacked: these are the publisher's own bytes."""
    return file.name.removesuffix(".gz")


def _sidecar(found: FoundList, source: str, contents: Mapping[str, str], fetched: Mapping[str, Fetched]) -> Sidecar:
    edition = found.edition
    return Sidecar(
        list=edition.list,
        dated=edition.dated,
        precision="day",
        source=source,
        licence=edition.licence,
        packaged=False,
        statement="",
        contents=contents,
        basis=edition.date_basis,
        fetched=fetched,
    )


def _place(files: tuple[ListFile, ...], sidecar: Sidecar, root: Path, target: Path) -> None:
    for left in root.glob(f"{_HIDDEN}*"):
        shutil.rmtree(left, ignore_errors=True)
    hidden = Path(tempfile.mkdtemp(prefix=_HIDDEN, dir=root))
    try:
        for file in files:
            write_flushed(hidden / _name(file), file.data)
        write_flushed(hidden / NAME, _as_yaml(sidecar))
        hidden.chmod(0o755)
        hidden.rename(target)
        _flush_folder(target.parent)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def write_flushed(path: Path, data: bytes) -> None:
    """Writes a file and waits until the disk has it."""
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _as_yaml(sidecar: Sidecar) -> bytes:
    import yaml

    values = {**asdict(sidecar), "basis": str(sidecar.basis)}
    text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=110)
    return f"# Written when the edition was installed; it vouches for the files beside it.\n{text}".encode()
