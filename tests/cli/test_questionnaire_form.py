"""`questionnaire form`: the suffix of the file says which form it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from duediligence.cli.app import app

FORM = ("questionnaire", "form", "supplier", "--out")


def form(out: Path, *more: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*FORM, str(out), *more])
    return done.exit_code, done.output


@pytest.mark.parametrize(("name", "begins"), [("form.html", b"<!DOCTYPE html>"), ("FORM.XLSX", b"PK")])
def test_the_suffix_chooses_the_form(name: str, begins: bytes, tmp_path: Path) -> None:
    assert form(tmp_path / name, "--party-id", "V-0101", "--language", "fr") == (0, f"{tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_another_suffix_is_wrong_usage_and_writes_nothing(tmp_path: Path) -> None:
    code, said = form(tmp_path / "form.pdf")
    assert code == 2
    assert ".html" in said
    assert list(tmp_path.iterdir()) == []


def test_a_page_is_in_the_language_for_the_party_and_carries_an_earlier_file(tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.json"
    earlier.write_text(
        '{"questionnaire": "supplier", "party": "V-0101", "party_name": "Northwind Demo Mill", '
        '"answers": {"SUP-A01": {"value": "Partly", "note": "being signed"}}}',
        encoding="utf-8",
    )
    assert form(tmp_path / "form.html", "--language", "ar", "--answers", str(earlier))[0] == 0
    page = (tmp_path / "form.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert '"earlier":{"SUP-A01":{"value":"Partly","note":"being signed"}}' in page
    assert "Northwind Demo Mill" in page
