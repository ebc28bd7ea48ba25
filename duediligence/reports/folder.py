"""The audit folder appears whole or not at all, and never replaces somebody's work."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from duediligence.errors import Code, OutputRefused
from duediligence.model import AuditReport
from duediligence.reports.data.manifest import MANIFEST, verify_folder, write_manifest
from duediligence.reports.writers_part import write_audit


def check_folder(out: Path) -> None:
    """Raises `OutputRefused` unless `out` is free: not there, empty, or an audit folder that nobody has changed."""
    if out.is_dir() and any(out.iterdir()) and (not (out / MANIFEST).is_file() or verify_folder(out)):
        raise OutputRefused(Code.OUTPUT_EXISTS, where=out.name)
    if out.exists() and not out.is_dir():
        raise OutputRefused(Code.OUTPUT_EXISTS, where=out.name)


def write_audit_folder(report: AuditReport, out: Path, formats: Sequence[str]) -> tuple[Path, ...]:
    """Writes the audit into `out`, by way of a temporary folder beside it; returns the files written.

    `formats` chooses among `pdf`, `xlsx` and `json`; the csv files and the manifest are always written. Raises
    `OutputRefused` if `out` is taken or cannot be written.
    """
    check_folder(out)
    try:
        with _staged(out) as folder:
            names = [path.name for path in write_audit(report, folder, formats)]
            names.append(write_manifest(report, folder).name)
    except OSError as error:
        raise OutputRefused(Code.OUTPUT_UNWRITABLE, where=out.name, detail=error.strerror or "") from error
    return tuple(out / name for name in names)


@contextmanager
def _staged(out: Path) -> Iterator[Path]:
    """A temporary folder that takes the place of `out` if the block ends well, and is gone if it does not."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield folder
        folder.chmod(0o755)
        if out.exists():
            shutil.rmtree(out)
        folder.rename(out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
