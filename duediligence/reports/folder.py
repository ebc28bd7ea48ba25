"""The audit folder appears whole or not at all, and never replaces somebody's work."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from duediligence.errors import Code, OutputRefused
from duediligence.model import AuditReport
from duediligence.reports.data.csv import write_matches_csv, write_problems_csv
from duediligence.reports.data.json import write_audit_json
from duediligence.reports.data.manifest import MANIFEST, verify_folder, write_manifest

FORMATS = ("pdf", "xlsx", "json")


def write_audit(report: AuditReport, folder: Path, formats: Sequence[str] = FORMATS) -> tuple[Path, ...]:
    """Writes report.pdf, audit.xlsx and audit.json as `formats` asks, and always matches.csv and problems.csv.

    The folder must exist. With a pdf, names that it cannot show in their own letters become notes among the
    problems. Raises ValueError for a format that is none of `FORMATS`, `OutputRefused` where a file cannot be written.
    """
    if unknown := sorted(set(formats) - set(FORMATS)):
        raise ValueError(f"no such format: {', '.join(unknown)}")
    if "pdf" in formats:
        from duediligence.reports.pdf.text.sanitise import letter_problems

        report = replace(report, problems=(*report.problems, *letter_problems(report)))
    written = [_WRITERS[name](report, folder) for name in FORMATS if name in formats]
    return (*written, _matches(report, folder), _problems(report, folder))


def _pdf(report: AuditReport, folder: Path) -> Path:
    from duediligence.reports.document.audit.report import audit_document
    from duediligence.reports.pdf.render import render_pdf

    path = folder / "report.pdf"
    render_pdf(audit_document(report), path)
    return path


def _xlsx(report: AuditReport, folder: Path) -> Path:
    from duediligence.reports.workbook.write import write_workbook

    path = folder / "audit.xlsx"
    write_workbook(report, path)
    return path


def _json(report: AuditReport, folder: Path) -> Path:
    path = folder / "audit.json"
    write_audit_json(report, path)
    return path


def _matches(report: AuditReport, folder: Path) -> Path:
    path = folder / "matches.csv"
    write_matches_csv(report.matches, path)
    return path


def _problems(report: AuditReport, folder: Path) -> Path:
    path = folder / "problems.csv"
    write_problems_csv(report.problems, path)
    return path


_WRITERS = {"pdf": _pdf, "xlsx": _xlsx, "json": _json}


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
