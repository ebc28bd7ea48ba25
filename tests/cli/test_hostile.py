"""A hostile file ends with exit code 0 or 3, without a traceback, within ten seconds and one gigabyte."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from duediligence.cli.app import app
from tests.cli import hostile

SECONDS, BYTES = 10, 1_000_000_000

Build = Callable[[Path], Path]


def limit() -> None:
    """Processor time and memory of the child, where the system holds to such limits."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "duediligence", *arguments]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=limit if sys.platform == "linux" else None,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def name_of(build: Build) -> str:
    return build.__name__


@pytest.mark.parametrize("build", hostile.REFUSED, ids=name_of)
def test_a_file_that_would_harm_is_refused_by_name(build: Build, tmp_path: Path) -> None:
    path = build(tmp_path)
    done = run("import", str(path), "--out", str(tmp_path / "out.csv"))
    assert (done.returncode, done.stdout) == (3, ""), done.stderr
    assert path.name in done.stderr
    assert hostile.REFUSED[build] in done.stderr
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("build", hostile.READ, ids=name_of)
def test_a_file_that_only_looks_harmful_is_read(build: Build, tmp_path: Path) -> None:
    done = run("import", str(build(tmp_path)), "--out", "-")
    assert done.returncode == 0, done.stderr
    csv.field_size_limit(1_000_000)
    found = [row["name"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert tuple(found[: len(hostile.READ[build])]) == hostile.READ[build]


def test_no_output_for_people_reorders_or_computes(tmp_path: Path) -> None:
    """The marks are left out of all of them; the problems spell them out, and audit.json keeps the text as given."""
    out = tmp_path / "out"
    done = CliRunner().invoke(app, ["audit", str(hostile.reversed_names(tmp_path)), "--out", str(out)])
    assert done.exit_code == 0, done.output
    marks = (hostile.OVERRIDE, hostile.ISOLATE)
    texts = [path.read_text(encoding="utf-8") for path in sorted(out.glob("*.csv"))] + parts_of(out / "audit.xlsx")
    assert not [text for text in (*texts, text_of(out / "report.pdf")) if any(mark in text for mark in marks)]
    assert any("[U+202E]" in text for text in texts)
    assert not [text for text in texts if "<f>" in text or re.search(r"(^|[,\"])[=@]", text, re.MULTILINE)]
    assert hostile.OVERRIDE in (out / "audit.json").read_text(encoding="utf-8")


def parts_of(workbook: Path) -> list[str]:
    with ZipFile(workbook) as archive:
        names = [name for name in archive.namelist() if "worksheets/sheet" in name or "sharedStrings" in name]
        return [archive.read(name).decode() for name in names]


def text_of(report: Path) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(report).pages)
