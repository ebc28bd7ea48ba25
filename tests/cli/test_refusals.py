"""Bad input: exit code 3, a message that names file, sheet and cell where there is one, nothing left half-made."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from duediligence.cli.app import app
from duediligence.resources import data_folder

HEADER = ("Supplier name", "Country")
XLSX_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="xl/workbook.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
    ),
}


def workbook(path: Path, rows: list[tuple[str | int, ...]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Suppliers"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def raw_xlsx(path: Path, sheet_xml: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in XLSX_PARTS.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml)
    return path


def sheet(cells: str) -> str:
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return f"{start}{cells}</sheetData></worksheet>"


def no_spreadsheet(folder: Path) -> Path:
    path = folder / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    return path


def encrypted(folder: Path) -> Path:
    path = folder / "locked.xlsx"
    names = b"".join(name.encode("utf-16-le") + b"\0\0" for name in ("Root Entry", "EncryptedPackage"))
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(1024))
    return path


def empty(folder: Path) -> Path:
    return workbook(folder / "empty.xlsx", [])


def headers_only(folder: Path) -> Path:
    return workbook(folder / "headers.xlsx", [HEADER])


def no_name_column(folder: Path) -> Path:
    return workbook(folder / "noname.xlsx", [("Country", "Headcount"), ("Kenya", 12), ("India", 40)])


def two_far_cells(folder: Path) -> Path:
    cells = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Supplier name</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    )
    return raw_xlsx(folder / "far.xlsx", sheet(cells))


def zip_bomb(folder: Path) -> Path:
    text = "A" * 400_000_000
    cells = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    return raw_xlsx(folder / "bomb.xlsx", sheet(cells))


def entity_bomb(folder: Path) -> Path:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    body = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row>')
    return raw_xlsx(folder / "lol.xlsx", f"<!DOCTYPE worksheet [{entities}]>{body}")


def cut_off(folder: Path) -> Path:
    path = workbook(folder / "cut.xlsx", [HEADER, *((f"Firm {n}", "Kenya") for n in range(500))])
    path.write_bytes(path.read_bytes()[:-2000])
    return path


REFUSED: list[tuple[Callable[[Path], Path], str]] = [
    (no_spreadsheet, r"photo\.xlsx: .*DD-TAB-002"),
    (encrypted, r"locked\.xlsx: .*password.*DD-TAB-003"),
    (empty, r"empty\.xlsx.*DD-TAB-004"),
    (headers_only, r"headers\.xlsx › Suppliers.*DD-IN-003"),
    (no_name_column, r"noname\.xlsx › Suppliers.*DD-IN-002"),
    (two_far_cells, r"far\.xlsx › S!XFD1048576.*DD-TAB-00[56]|far\.xlsx.*XFD1048576.*DD-TAB-00[56]"),
    (zip_bomb, r"bomb\.xlsx.*DD-TAB-00[56]"),
    (entity_bomb, r"lol\.xlsx.*DD-TAB-006"),
    (cut_off, r"cut\.xlsx.*DD-TAB-00[27]"),
    (lambda folder: folder / "absent.xlsx", r"absent\.xlsx.*DD-TAB-001"),
]


@pytest.mark.parametrize("command", ["audit", "screen", "import"])
@pytest.mark.parametrize(("build", "message"), REFUSED, ids=lambda value: getattr(value, "__name__", ""))
def test_a_bad_file_is_refused(command: str, build: Callable[[Path], Path], message: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(app, [command, str(build(tmp_path)), "--out", str(out)])
    assert done.exit_code == 3, done.output
    assert re.search(message, done.stderr, re.DOTALL), done.stderr
    assert not list(tmp_path.glob("out*"))
    assert "Traceback" not in done.output


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_in_any_common_encoding_works(encoding: str, separator: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [("Supplier name", "Country"), ("Café Société Générale", "Côte d'Ivoire"), ("Müller Söhne", "Österreich")]
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    done = CliRunner().invoke(app, ["import", str(path), "--out", "-"])
    assert done.exit_code == 0, done.output
    assert "Café Société Générale" in done.stdout
    assert ",CI," in done.stdout
    assert ",AT," in done.stdout


def cut_lists() -> list[Path]:
    found = sorted(path for path in data_folder("watchlists").rglob("*.gz") if ".xml" in path.name)
    assert found
    return found


@pytest.mark.parametrize("path", cut_lists(), ids=lambda path: path.name)
def test_a_list_cut_off_in_the_middle_is_refused(path: Path, tmp_path: Path) -> None:
    import gzip

    suppliers = workbook(tmp_path / "s.xlsx", [HEADER, ("Harbour Knits", "India")])
    with gzip.open(path) as packed:
        whole = packed.read()
    cut = tmp_path / "list.xml"
    cut.write_bytes(whole[: len(whole) // 2])
    out = tmp_path / "out"
    done = CliRunner().invoke(app, ["audit", str(suppliers), "--lists", str(cut), "--out", str(out)])
    assert done.exit_code == 3, done.output
    assert "DD-WL-002" in done.stderr
    assert not out.exists()


def test_a_folder_that_is_no_audit_is_not_overwritten(tmp_path: Path) -> None:
    suppliers = workbook(tmp_path / "s.xlsx", [HEADER, ("Harbour Knits", "India")])
    out = tmp_path / "out"
    out.mkdir()
    (out / "diary.txt").write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(app, ["audit", str(suppliers), "--out", str(out)])
    assert done.exit_code == 1
    assert "DD-OUT-001" in done.stderr
    assert (out / "diary.txt").read_text(encoding="utf-8") == "mine"


def test_wrong_usage_is_exit_code_two() -> None:
    assert CliRunner().invoke(app, ["audit"]).exit_code == 2
    assert CliRunner().invoke(app, ["screen", "x.csv", "--min-score", "7"]).exit_code == 2
