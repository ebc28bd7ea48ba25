"""Every file of an audit folder but the manifest, from one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from duediligence.model import AuditReport
from duediligence.reports.data.audit_json_part import write_audit_json
from duediligence.reports.data.csv import write_matches_csv, write_problems_csv

FORMATS = ("pdf", "xlsx", "json")


def write_audit(report: AuditReport, folder: Path, formats: Sequence[str] = FORMATS) -> tuple[Path, ...]:
    """Writes report.pdf, audit.xlsx and audit.json as `formats` asks, and always matches.csv and problems.csv.

    The folder must exist. With a pdf, names that it cannot show in their own letters become notes among the
    problems. Raises ValueError for a format that is none of `FORMATS`, `OutputRefused` where a file cannot be written.
    """
    if unknown := sorted(set(formats) - set(FORMATS)):
        raise ValueError(f"no such format: {', '.join(unknown)}")
    if "pdf" in formats:
        from duediligence.reports.pdf.text.lacking_part import letter_problems

        report = replace(report, problems=(*report.problems, *letter_problems(report)))
    written = [_WRITERS[name](report, folder) for name in FORMATS if name in formats]
    return (*written, _matches(report, folder), _problems(report, folder))


def _pdf(report: AuditReport, folder: Path) -> Path:
    from duediligence.reports.document.audit.report import audit_document
    from duediligence.reports.pdf.page_part import render_pdf

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
