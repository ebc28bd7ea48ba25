"""Codes: unique, well formed, used, documented."""

from __future__ import annotations

import re
from pathlib import Path

import duediligence
from duediligence.errors import Code, DueDiligenceError
from duediligence.model import CellRef, Problem, Severity

PACKAGE = Path(duediligence.__file__).parent


def test_codes_are_unique_and_well_formed() -> None:
    codes = [code.code for code in Code]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"DD-[A-Z]{2,3}-\d{3}", code) for code in codes)
    assert all(code.meaning.endswith(".") and code.advice.endswith(".") for code in Code)


def test_every_code_is_used_somewhere() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "errors.py")
    unused = [code.name for code in Code if not re.search(rf"\bCode\.{code.name}\b", sources)]
    assert not unused


def test_every_code_is_documented() -> None:
    page = (PACKAGE.parent / "docs" / "errors.md").read_text(encoding="utf-8")
    assert all(f"`{code.code}`" in page for code in Code)


def test_a_problem_says_where_what_and_what_to_do() -> None:
    where = CellRef("suppliers.xlsx", "Suppliers", 17, 28)
    problem = Problem(Code.COUNTRY_UNKNOWN, Severity.WARNING, where, "Burmma", "Did you mean Myanmar?")
    assert str(problem) == (
        "suppliers.xlsx › Suppliers!AB17: The country is not known: “Burmma”. Did you mean Myanmar? [DD-IN-005]"
    )


def test_an_error_is_one_line_with_its_code() -> None:
    error = DueDiligenceError(Code.FILE_ENCRYPTED, where="a.xlsx")
    assert str(error).startswith("a.xlsx: The workbook is protected by a password.")
    assert str(error).endswith("[DD-TAB-003]")
