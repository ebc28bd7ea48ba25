"""`questionnaire score`, `compare` and `report`: what stands on which stream, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from duediligence.cli.app import app


def write(path: Path, answers: dict[str, Any], questionnaire: str = "supplier") -> str:
    facts = {"questionnaire": questionnaire, "party": "V-1", "answered_on": "2026-11-01", "answers": answers}
    path.write_text(json.dumps(facts), encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["questionnaire", *arguments])


@pytest.fixture
def before(tmp_path: Path) -> str:
    return write(tmp_path / "before.json", {"SUP-E03": "No", "SUP-E04": 900, "SUP-G04": "Yes"})


@pytest.fixture
def after(tmp_path: Path) -> str:
    return write(tmp_path / "after.json", {"SUP-E03": "No", "SUP-E04": 0, "SUP-G05": "No"})


def test_the_score_shows_what_no_average_outweighs_and_what_to_ask(before: str) -> None:
    done = run("score", before)
    assert done.exit_code == 0
    fees = next(line for line in done.stdout.splitlines() if line.startswith("E "))
    assert fees.rstrip().endswith("1")
    assert "Whatever the score: each critical answer is a finding" in done.stderr
    assert "Act first: What is the most that any worker has paid" in done.stderr
    assert "Ask: What was this amount paid for" in done.stderr
    assert "[CON-S01]" in done.stderr


def test_the_score_as_json_holds_critical_answers_by_theme_and_questions_with_both_places(before: str) -> None:
    found = json.loads(run("score", before, "--json").stdout)
    assert {item["theme"]: item["critical"] for item in found["themes"] if item["critical"]} == {"E": 1}
    assert [item["question"] for item in found["critical"]] == ["SUP-E04"]
    (question,) = found["questions"]
    assert [said["where"] for said in question["said"]] == ["before.json › SUP-E03", "before.json › SUP-E04"]


def test_without_anything_critical_or_contradictory_the_score_says_nothing_of_it(after: str) -> None:
    done = run("score", after)
    assert not done.stderr
    assert json.loads(run("score", after, "--json").stdout)["questions"] == []


def test_compare_shows_scores_and_each_change(before: str, after: str) -> None:
    done = run("compare", before, after)
    assert done.exit_code == 0
    rows = [line.split("│") for line in done.stdout.splitlines() if line.startswith("SUP-")]
    assert [[cell.strip() for cell in row[:4]] for row in rows] == [
        ["SUP-E04", "better", "900 USD [0 claim only]", "0 USD [0 claim only]"],
        ["SUP-G04", "gone", "Yes [0 claim only]", "–"],
        ["SUP-G05", "new", "–", "No [0 claim only]"],
    ]


def test_compare_as_json(before: str, after: str) -> None:
    found = json.loads(run("compare", before, after, "--json").stdout)
    assert (found["before"]["file"], found["after"]["file"]) == ("before.json", "after.json")
    assert found["after"]["control"] > found["before"]["control"]
    assert [change["move"] for change in found["changes"]] == ["better", "gone", "new"]
    assert found["changes"][0]["before"] == {"value": "900 USD", "evidence": "0 claim only", "earned": 0.0}
    assert found["changes"][2]["before"] is None


def test_compare_of_a_file_with_itself_says_that_nothing_changed(before: str) -> None:
    assert "No answer changed." in run("compare", before, before).stderr


@pytest.mark.parametrize(
    ("answers", "questionnaire", "code"),
    [({"AGY-E01": "No"}, "recruitment_agency", "DD-QN-020"), ({}, "supplier", "DD-QN-008")],
)
def test_compare_refuses_other_questionnaires_and_empty_files(
    answers: dict[str, Any], questionnaire: str, code: str, before: str, tmp_path: Path
) -> None:
    done = run("compare", before, write(tmp_path / "other.json", answers, questionnaire))
    assert done.exit_code == 3
    assert code in done.stderr


def test_report_writes_the_file_that_was_asked_for(before: str, after: str, tmp_path: Path) -> None:
    out = tmp_path / "new" / "mine.pdf"
    done = run("report", after, "--before", before, "--out", str(out))
    assert (done.exit_code, done.stdout.strip()) == (0, str(out))
    assert out.read_bytes().startswith(b"%PDF")


def test_report_into_a_folder_writes_a_pdf_and_a_page(after: str, tmp_path: Path) -> None:
    done = run("report", after, "--out", str(tmp_path / "folder"), "--language", "fr")
    assert done.exit_code == 0
    names = ["self-assessment.pdf", "self-assessment.html"]
    assert done.stdout.split() == [str(tmp_path / "folder" / name) for name in names]
    assert 'lang="fr"' in (tmp_path / "folder" / names[1]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "code", "exit_code"),
    [
        (("--language", "xx"), "DD-QN-009", 3),
        (("--before", "OTHER"), "DD-QN-020", 3),
        (("--out", "TAKEN/report.pdf"), "DD-OUT-002", 1),
    ],
)
def test_report_refuses_what_it_cannot_do(
    options: tuple[str, str], code: str, exit_code: int, after: str, tmp_path: Path
) -> None:
    other = write(tmp_path / "other.json", {"AGY-E01": "No"}, "recruitment_agency")
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    places = {"OTHER": other, "TAKEN/report.pdf": str(tmp_path / "taken" / "report.pdf")}
    given = [places.get(option, option) for option in options]
    out = [] if "--out" in options else ["--out", str(tmp_path / "a.pdf")]
    done = run("report", after, *given, *out)
    assert (done.exit_code, code in done.stderr) == (exit_code, True)
