"""The way through the house, from a workbook to the folder an officer files."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from duediligence.cli.app import app

ARGUMENTS = ("demo", "--as-of", "2026-11-24", "--out")
OUTPUTS = ("report.pdf", "audit.xlsx", "audit.json", "matches.csv", "problems.csv", "manifest.json")


def demo(out: Path) -> Path:
    done = CliRunner().invoke(app, [*ARGUMENTS, str(out)])
    assert done.exit_code == 0, done.output
    return out


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo(tmp_path_factory.mktemp("first") / "demo") / "audit"


@pytest.fixture(scope="module")
def audit(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    return found


def test_the_folder_holds_every_output_and_nothing_else(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == sorted(OUTPUTS)


def test_a_second_run_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = demo(tmp_path / "demo") / "audit"
    for name in OUTPUTS:
        assert (again / name).read_bytes() == (folder / name).read_bytes(), name


def test_the_manifest_names_every_output_with_its_hash(folder: Path) -> None:
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    for name in set(OUTPUTS) - {"manifest.json"}:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() in manifest


def test_verify_accepts_the_folder_and_sees_a_changed_byte(folder: Path, tmp_path: Path) -> None:
    import shutil

    assert CliRunner().invoke(app, ["verify", str(folder)]).exit_code == 0
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / "matches.csv").write_text("tampered\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["verify", str(copy)])
    assert done.exit_code == 1
    assert "matches.csv" in done.stderr


def test_a_folder_that_somebody_worked_in_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    out = demo(tmp_path / "demo")
    (out / "audit" / "audit.xlsx").write_bytes(b"an officer's notes")
    done = CliRunner().invoke(app, [*ARGUMENTS, str(out)])
    assert done.exit_code == 1
    assert (out / "audit" / "audit.xlsx").read_bytes() == b"an officer's notes"


def test_matches_csv_has_the_promised_columns(folder: Path) -> None:
    with (folder / "matches.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == (
        "party_id,party_name,kind,row,list,list_entry_id,list_name,matched_name,score,band,country_party,"
        "country_entry,listed_for,explanation"
    ).split(",")
    assert all(0 <= float(row["score"]) <= 1 for row in rows)
    assert {row["list"] for row in rows} <= {"OFAC-SDN", "OFAC-CONS", "UN", "CBP-WRO", "CA", "US-DPL"}
    assert all(" › " in row["row"] for row in rows)


def test_no_cell_of_the_csv_files_begins_like_a_formula(folder: Path) -> None:
    for name in ("matches.csv", "problems.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_no_cell_of_the_workbook_is_a_formula_and_inert_names_stay_readable(folder: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(folder / "audit.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert any("SUM Cosmetics & Care" in str(cell.value) for cell in cells)


def walk(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)
    elif isinstance(value, str):
        yield value


def test_every_finding_points_to_evidence_and_every_party_has_a_profile(audit: dict[str, object]) -> None:
    report = audit.get("audit", audit)
    assert isinstance(report, dict)
    parties = [party["party_id"] for party in report["parties"]]
    assert [profile["party_id"] for profile in report["profiles"]] == parties
    assert all(
        finding["evidence"] and all(item["where"] for item in finding["evidence"]) for finding in report["findings"]
    )
    assert {finding["party_id"] for finding in report["findings"]} <= set(parties)


def test_no_output_names_a_folder_of_this_machine(folder: Path, audit: dict[str, object]) -> None:
    home = str(Path.cwd())
    assert not [text for text in walk(audit) if home in text or str(folder) in text]
    assert home not in (folder / "manifest.json").read_text(encoding="utf-8")


def test_the_outputs_never_accuse(audit: dict[str, object], folder: Path) -> None:
    ours = " ".join(walk(audit)).casefold()
    assert " is a trafficker" not in ours
    assert "potential match" in (folder / "matches.csv").read_text(encoding="utf-8").casefold()


def test_fail_on_turns_a_band_into_an_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Supplier name,Country,Fee charged to workers\nHarbour Knits,India,900\n", encoding="utf-8")
    calls = {
        band: ["audit", str(path), "--out", str(tmp_path / band), "--fail-on", band] for band in ("high", "critical")
    }
    assert CliRunner().invoke(app, calls["high"]).exit_code == 4
    assert CliRunner().invoke(app, calls["critical"]).exit_code == 0
    assert (tmp_path / "high" / "report.pdf").is_file()


def test_only_the_formats_asked_for_are_written(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Supplier name,Country\nHarbour Knits,India\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["audit", str(path), "--out", str(tmp_path / "out"), "--format", "json"])
    assert done.exit_code == 0, done.output
    written = {item.name for item in (tmp_path / "out").iterdir()}
    assert written == {"audit.json", "matches.csv", "problems.csv", "manifest.json"}


def test_the_demonstration_is_the_same_whatever_lists_are_installed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(tmp_path / "data"))
    newer = tmp_path / "un.xml"
    known = Path(__file__).parent / "watchlists" / "data" / "un.xml"
    newer.write_bytes(known.read_bytes().replace(b"2026-02-27T", b"2026-11-01T"))
    assert CliRunner().invoke(app, ["watchlist", "add", str(newer), "--accept-loss"]).exit_code == 0
    again = demo(tmp_path / "demo") / "audit"
    assert (again / "audit.json").read_bytes() == (folder / "audit.json").read_bytes()


def test_a_register_of_ones_own_is_met_beside_the_packaged_ones_and_stands_among_the_inputs(tmp_path: Path) -> None:
    suppliers, register, out = tmp_path / "s.csv", tmp_path / "own.csv", tmp_path / "out"
    suppliers.write_text("Supplier name,Country,Address\nHarbour Knits,Kenya,Old Quay Road 4\n", encoding="utf-8")
    header = "register,publisher,edition,licence,citation,row,kind,concern,severity,country,label,latitude,longitude"
    concern = "trafficking within or into a conflict area"
    row = f"OUR-LIST,Harbour Union,2026-10-01,internal,visits 2026,P1,place,{concern},0.9,KE,Old Quay,-4.05,39.66"
    register.write_text(f"{header},radius_km,names\n{row},5,Old Quay\n", encoding="utf-8")
    call = ["audit", str(suppliers), "--register-file", str(register), "--format", "json", "--out", str(out)]
    assert CliRunner().invoke(app, call).exit_code == 0
    audit = json.loads((out / "audit.json").read_text(encoding="utf-8"))
    whole = audit.get("audit", audit)
    (placement,) = whole["placements"]
    (met,) = [exposure for exposure in placement["exposures"] if exposure["register"] == "OUR-LIST"]
    assert met["own"]
    assert [register["register"] for register in whole["registers"] if register["own"]] == ["OUR-LIST"]
    assert "P1" in {area["row"] for area in whole["areas"] if area["named"]}
    (profile,) = whole["profiles"]
    (conflict,) = [driver for driver in profile["drivers"] if driver["factor"] == "conflict"]
    assert "own register, own judgement" in {evidence["basis"] for evidence in conflict["evidence"]}
    assert conflict["points"] > 20
    assert "own.csv" in {source["name"] for source in whole["inputs"]}
