"""`import`: what was understood, the rows in one form, a mapping to correct, the problems at their cells."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from duediligence.cli.app import app

HEADER = ("Vendor no", "Vendor", "Land", "Mystery", "Migrants %", "VAT")
ROWS = (
    ("1", "Alpha Mill", "Frankreich", "jade", 0.5, "FR40303265045"),
    ("2", "=Beta Works", "Burmma", "rice", 0.2, ""),
    ("3", "Gamma Ltd", "India", "tea", 0.1, ""),
)


def workbook(path: Path, header: tuple[str, ...] = HEADER, above: int = 0) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Vendors"
    for row in (*[("",)] * above, header, *ROWS):
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    sheet["H9"] = "=1+1"
    book.save(path)
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["import", *map(str, arguments)])


def parties(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook(tmp_path / "v.xlsx")


def test_the_same_rows_go_out_as_csv_jsonl_and_xlsx(book: Path, tmp_path: Path) -> None:
    for suffix in ("csv", "jsonl", "xlsx"):
        assert run(book, "--out", tmp_path / f"p.{suffix}").exit_code == 0
    rows = parties(tmp_path / "p.csv")
    assert [row["name"] for row in rows] == ["Alpha Mill", "'=Beta Works", "Gamma Ltd"]
    assert rows[0]["country"] == "FR"
    assert rows[0]["row"] == "v.xlsx › Vendors!B2"
    assert rows[0]["identifiers"] == "vat:FR40303265045"
    lines = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["name"] for line in lines] == ["Alpha Mill", "=Beta Works", "Gamma Ltd"]
    assert lines[0]["identifiers"] == ["vat:FR40303265045"]
    assert list(lines[0]) == list(rows[0])


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_was_written_reads_back_as_the_same_parties(book: Path, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"first.{suffix}", tmp_path / "second.csv"
    assert run(book, "--out", first).exit_code == 0
    assert run(book, "--out", tmp_path / "plain.csv").exit_code == 0
    done = run(first, "--out", second)
    assert done.exit_code == 0, done.output
    drop = {"row", "extra"}
    again = [{key: value for key, value in row.items() if key not in drop} for row in parties(second)]
    plain = [{key: value for key, value in row.items() if key not in drop} for row in parties(tmp_path / "plain.csv")]
    assert again == plain


def test_another_ending_is_refused_before_anything_is_written(book: Path, tmp_path: Path) -> None:
    done = run(book, "--out", tmp_path / "p.docx")
    assert done.exit_code == 1
    assert not (tmp_path / "p.docx").exists()


def test_the_marked_copy_carries_each_problem_at_its_cell_and_keeps_the_rest(book: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    assert run(book, "--mark", tmp_path / "marked.xlsx", "--as-of", "2026-11-24").exit_code == 0
    sheet = load_workbook(tmp_path / "marked.xlsx")["Vendors"]
    comment = sheet["C3"].comment
    assert comment is not None
    assert "Burmma" in comment.text
    assert "Myanmar" in comment.text
    assert sheet["A2"].comment is None
    assert sheet["H9"].value == "=1+1"


def test_a_csv_is_marked_in_a_workbook_of_its_values(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "v.csv"
    path.write_text("Supplier name,Country\n=Alpha,Burmma\n", encoding="utf-8")
    assert run(path, "--mark", tmp_path / "marked.xlsx").exit_code == 0
    sheet = load_workbook(tmp_path / "marked.xlsx").worksheets[0]
    assert sheet["B2"].comment is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("'=Alpha", "s")


@pytest.fixture
def mapping(book: Path, tmp_path: Path) -> Path:
    path = tmp_path / "m.toml"
    assert run(book, "--save-mapping", path).exit_code == 0
    return path


def corrected(mapping: Path) -> Path:
    text = mapping.read_text(encoding="utf-8")
    assert 'header = "Mystery"\nfield = ""' in text
    mapping.write_text(
        text.replace('header = "Mystery"\nfield = ""', 'header = "Mystery"\nfield = "products"'), "utf-8"
    )
    return mapping


def understood(*arguments: object) -> dict[str, Any]:
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def fields(found: dict[str, Any]) -> dict[str, str]:
    return {column["header"]: column["field"] for column in found["tables"][0]["columns"]}


def test_a_saved_mapping_gives_the_same_parties(book: Path, mapping: Path, tmp_path: Path) -> None:
    assert run(book, "--out", tmp_path / "plain.csv").exit_code == 0
    assert run(book, "--mapping", mapping, "--out", tmp_path / "mapped.csv").exit_code == 0
    assert (tmp_path / "plain.csv").read_text("utf-8") == (tmp_path / "mapped.csv").read_text("utf-8")


def test_a_corrected_mapping_is_obeyed(book: Path, mapping: Path, tmp_path: Path) -> None:
    found = understood(book, "--mapping", corrected(mapping))
    assert fields(found)["Mystery"] == "products"
    assert run(book, "--mapping", mapping, "--out", tmp_path / "p.csv").exit_code == 0
    assert [row["products"] for row in parties(tmp_path / "p.csv")] == ["jade", "rice", "tea"]


def test_a_changed_file_says_which_columns_moved_and_which_are_gone(mapping: Path, tmp_path: Path) -> None:
    header = ("Vendor no", "Land", "Vendor", "Mystery", "Migrants %", "Tax something")
    changed = workbook(tmp_path / "later.xlsx", header, above=2)
    problems = understood(changed, "--mapping", corrected(mapping))["problems"]
    said = {(problem["code"], problem["where"]): problem["text"] for problem in problems}
    moved = said["DD-IN-020", "later.xlsx › Vendors!C3"]
    assert "Vendor: B → C" in moved
    assert any(code == "DD-IN-021" and "VAT" in text for (code, _), text in said.items())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('field = "name"', 'field = "nmae"', "nmae"),
        ('field = "name"', 'field = ""', "no column has the field name"),
        ("header_row = 1", "header_row = 0", "header_row"),
        ('kind = "supplier"', 'kind = "friend"', "friend"),
        ('format = "', 'format = "x', "format"),
        ("[[table]]", "[[table", "v.toml"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused_and_says_why(
    book: Path, mapping: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = mapping.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "v.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = run(book, "--mapping", path)
    assert done.exit_code == 3
    assert said in done.stderr


def test_screen_and_audit_obey_a_mapping(book: Path, mapping: Path, tmp_path: Path) -> None:
    corrected(mapping)
    for command in ("screen", "audit"):
        out = tmp_path / command
        call = [command, str(book), "--mapping", str(mapping), "--out", str(out)]
        assert CliRunner().invoke(app, call).exit_code == 0
    audit = json.loads((tmp_path / "audit" / "audit.json").read_text(encoding="utf-8"))
    whole = audit.get("audit", audit)
    assert [party["products"] for party in whole["parties"]] == [["jade"], ["rice"], ["tea"]]
    assert "m.toml" in {source["name"] for source in whole["inputs"]}
