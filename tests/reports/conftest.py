"""One written audit folder for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.reports import FORMATS, write_audit_folder
from tests.reports.fictional import rich_report


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("reports") / "audit"
    write_audit_folder(rich_report(), out, FORMATS)
    return out


@pytest.fixture(scope="session")
def pages(folder: Path) -> list[str]:
    """The text of each page of report.pdf."""
    return page_texts(folder / "report.pdf")


def page_texts(path: Path) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(path).pages]
