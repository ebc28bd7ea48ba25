"""A self-assessment as a file: a PDF, or a page for a phone."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from duediligence.reports.document.blocks import Document
from duediligence.reports.html.page import html_page
from duediligence.tables import write_whole


def write_self_assessment(document: Document, path: Path) -> None:
    """Writes the report as a PDF, or as a page where the path ends in `.html`; same answers, same bytes.

    The file appears whole or not at all. Raises `OutputRefused`.
    """
    from duediligence.reports.pdf.render import render_pdf

    if path.suffix.lower() == ".html":
        write_whole(path, html_page(document).encode())
        return
    with TemporaryDirectory() as folder:
        part = Path(folder) / "self-assessment.pdf"
        render_pdf(document, part)
        write_whole(path, part.read_bytes())
