from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from duediligence.errors import OutputRefused
from duediligence.reports import MANIFEST, check_folder, verify_folder, write_audit_folder
from tests.reports.fictional import rich_report


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "copy"))


def test_the_manifest_names_inputs_lists_settings_and_outputs(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert manifest["software"] == {"name": "duediligence", "version": "0.1.0"}
    assert manifest["as_of"] == "2026-11-24"
    assert manifest["risk_model"] == "2026.3"
    assert [item["list"] for item in manifest["lists"]] == ["OFAC-SDN", "UN", "EU"]
    assert manifest["lists"][0]["files"][0]["sha256"] == "ab" * 32
    assert manifest["settings"]["strong_score"] == "0.88"
    assert [item["name"] for item in manifest["inputs"]] == ["suppliers.xlsx", "answers.xlsx"]
    assert manifest["questionnaires"][0]["id"] == "supplier"
    for item in manifest["outputs"]:
        data = (folder / item["name"]).read_bytes()
        assert (item["size"], item["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert {item["name"] for item in manifest["outputs"]} == {path.name for path in folder.iterdir()} - {MANIFEST}


def test_an_untouched_folder_is_verified(copy: Path) -> None:
    assert verify_folder(copy) == ()


def test_a_changed_a_missing_and_an_added_file_are_found(copy: Path) -> None:
    with (copy / "audit.json").open("ab") as stream:
        stream.write(b" ")
    (copy / "matches.csv").unlink()
    (copy / "notes.txt").write_text("mine", encoding="utf-8")
    problems = verify_folder(copy)
    assert [str(problem.where) for problem in problems] == ["audit.json", "matches.csv", "notes.txt"]
    assert {problem.code.code for problem in problems} == {"DD-OUT-003"}


OUTSIDE = '{"outputs": [{"name": "../x", "size": 1, "sha256": ""}]}'


@pytest.mark.parametrize("text", ["", "[]", "{}", OUTSIDE, '{"outputs": 7}', "[" * 100_000])
def test_a_manifest_that_cannot_be_read_is_a_problem_not_a_crash(text: str, copy: Path) -> None:
    (copy / MANIFEST).write_text(text, encoding="utf-8")
    (problem,) = verify_folder(copy)
    assert str(problem.where) == MANIFEST


def test_a_folder_without_manifest_is_a_problem(tmp_path: Path) -> None:
    assert len(verify_folder(tmp_path)) == 1


def test_no_output_tells_where_it_was_written(folder: Path) -> None:
    for path in folder.iterdir():
        assert str(folder.parent).encode() not in path.read_bytes()


def test_the_same_report_gives_the_same_folder(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere"
    for path in write_audit_folder(rich_report(), out, ("pdf", "xlsx", "json")):
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def test_an_audit_folder_may_be_written_again_and_others_may_not(copy: Path, tmp_path: Path) -> None:
    write_audit_folder(rich_report(), copy, ("json",))
    assert verify_folder(copy) == ()
    assert not (copy / "report.pdf").exists()
    (copy / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused):
        check_folder(copy)


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("duediligence.reports.folder.write_manifest", fail)
    with pytest.raises(OutputRefused, match="No space left"):
        write_audit_folder(rich_report(), tmp_path / "out", ("json",))
    assert list(tmp_path.iterdir()) == []
