"""`compare`: two names, or a file of pairs; and the limits that a run can set."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from duediligence.cli.app import app

TWO = ("compare", "Sahara Manpower Ltd", "Saharah Manpower")
LABELLED = (
    "pair_id,name_a,name_b,type,country_a,country_b,label\n"
    "a,Sahara Manpower,Saharah Manpower,organisation,,,match\n"
    "=b,Volmaris Textile,Zelmira Textile,organisation,TR,TR,no match\n"
    "c,,Zelmira,organisation,,,match\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(LABELLED, encoding="utf-8")
    return path


def test_two_names_give_a_score_a_line_and_a_sentence() -> None:
    done = run(*TWO, "--kind", "organisation", "--country", "Oman", "--country-b", "OM")
    score, line, sentence = done.stdout.splitlines()
    assert done.exit_code == 0
    assert re.fullmatch(r"0\.\d\d (strong|possible)", score)
    assert line.endswith("country agrees")
    assert line in sentence


def test_as_json_it_is_whole() -> None:
    found = json.loads(run(*TWO, "--country", "OM", "--country-b", "FR", "--json").stdout)
    assert found["countries"] == [["OM"], ["FR"]]
    assert found["evidence"][0] == {"feature": "word", "first": "Sahara", "second": "Saharah"} | {
        key: found["evidence"][0][key] for key in ("effect", "note")
    }
    assert found["evidence"][-1]["feature"] == "country"
    assert found["score"] < found["names_alone"]["score"]
    assert found["sentence"].startswith("As names, “Sahara Manpower Ltd”")


def test_the_limits_can_be_set() -> None:
    assert run(*TWO, "--strong", "0.95").stdout.splitlines()[0].endswith("possible")
    assert "strong from 0.95, possible from 0.90" in run(*TWO, "--possible", "0.9", "--strong", "0.95").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "one name"),
        ("compare", "one", "two", "three"),
        (*TWO, "--out", "x.csv"),
        (*TWO, "--pairs", "x.csv", "--out", "y.csv"),
        ("compare", "--pairs", "x.csv"),
        ("compare", "--pairs", "x.csv", "--out", "-", "--json"),
        (*TWO, "--country", "Frnace"),
        (*TWO, "--possible", "0.9", "--strong", "0.7"),
    ],
)
def test_wrong_usage_is_exit_code_two(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_labelled_file_gives_scores_and_figures(pairs: Path, tmp_path: Path) -> None:
    done = run("compare", "--pairs", pairs, "--out", tmp_path / "scores.csv")
    assert done.exit_code == 0, done.output
    with (tmp_path / "scores.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["pair_id", "score"]
    assert [row[0] for row in rows[1:]] == ["a", "'=b", "c"]
    assert float(rows[1][1]) > float(rows[2][1])
    assert rows[3][1] == ""
    assert "2 labelled pairs, 1 of them matches." in done.stdout
    assert "Average precision: 1.0000" in done.stdout
    assert "possible from 0.64" in done.stdout
    assert "pairs.csv › B4" in done.stderr


def test_scores_on_stdout_stand_there_alone(pairs: Path) -> None:
    done = run("compare", "--pairs", pairs, "--out", "-")
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == ["pair_id", "a", "'=b", "c"]
    assert "Average precision" in done.stderr


def test_the_figures_come_as_json_too(pairs: Path, tmp_path: Path) -> None:
    found = json.loads(run("compare", "--pairs", pairs, "--out", tmp_path / "s.csv", "--json").stdout)
    assert (found["pairs"], found["matches"], found["average_precision"]) == (2, 1, 1.0)
    assert [item["name"] for item in found["at_limits"]] == ["reported", "possible", "strong"]


def test_a_workbook_of_scores_holds_numbers_and_is_the_same_again(pairs: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    for name in ("one.xlsx", "two.xlsx"):
        done = run("compare", "--pairs", pairs, "--out", tmp_path / name, "--as-of", "2026-11-24")
        assert done.exit_code == 0, done.output
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    rows = list(load_workbook(tmp_path / "one.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("pair_id", "score")
    assert isinstance(rows[1][1], float)
    assert rows[3] == ("c", None)


def test_another_ending_is_refused(pairs: Path, tmp_path: Path) -> None:
    assert run("compare", "--pairs", pairs, "--out", tmp_path / "s.docx").exit_code == 1


@pytest.mark.parametrize("command", ["screen", "audit"])
def test_limits_out_of_order_are_refused_with_their_names(command: str, tmp_path: Path) -> None:
    suppliers = tmp_path / "s.csv"
    suppliers.write_text("Supplier name,Country\nHarbour Knits,India\n", encoding="utf-8")
    done = run(command, suppliers, "--out", tmp_path / "out", "--possible", "0.7", "--strong", "0.6")
    assert done.exit_code == 2
    assert "min_score 0.5, possible_score 0.7, strong_score 0.6" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_least_score_lifts_the_limits_that_were_not_given(tmp_path: Path) -> None:
    suppliers = tmp_path / "s.csv"
    suppliers.write_text("Supplier name,Country\nHarbour Knits,India\n", encoding="utf-8")
    limits = ("--min-score", "0.7", "--strong", "0.9")
    done = run("audit", suppliers, "--out", tmp_path / "out", "--format", "json", *limits)
    assert done.exit_code == 0, done.output
    settings = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["settings"]
    assert [settings[name] for name in ("min_score", "possible_score", "strong_score")] == ["0.7", "0.7", "0.9"]
    assert run("screen", suppliers, *limits, "--possible", "0.6").exit_code == 2
