"""Answer files given to the parties they speak for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duediligence.errors import Code
from duediligence.model import Assessment, CellRef, Party, PartyKind, Problem
from duediligence.questionnaires import answer_files, assess_all, load_questionnaires
from duediligence.settings import Settings

MILL = Party("V-1", PartyKind.SUPPLIER, "Northwind Demo Mill", CellRef("s.xlsx", "S", 2, 1))
AGENCY = Party("A-1", PartyKind.AGENCY, "Lotus Demo Overseas", CellRef("s.xlsx", "S", 3, 1))

YES = {"supplier": "SUP-A01", "recruitment_agency": "AGY-A01", "ict_company": "ICT-A01", "heightened": "HDD-D05"}
"""A question of each questionnaire that takes Yes and No."""


def write(folder: Path, name: str, party: str, questionnaire: str, day: str, answer: str = "Yes") -> Path:
    facts = {
        "questionnaire": questionnaire,
        "party": party,
        "answered_on": day,
        "answers": {YES[questionnaire]: answer},
    }
    path = folder / name
    path.write_text(json.dumps(facts), encoding="utf-8")
    return path


def collected(*files: Path) -> tuple[tuple[Assessment, ...], tuple[Problem, ...]]:
    return assess_all(files, (MILL, AGENCY), load_questionnaires(), Settings())


def test_a_folder_means_its_forms_by_name(tmp_path: Path) -> None:
    for name in ("b.json", "a.xlsx", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in answer_files([tmp_path])] == ["a.xlsx", "b.json"]


@pytest.mark.parametrize("party", ["V-1", "v-1 ", "northwind demo  mill"])
def test_answers_find_their_party_by_id_or_name(party: str, tmp_path: Path) -> None:
    assessments, problems = collected(write(tmp_path, "a.json", party, "supplier", "2026-01-01"))
    assert [item.party_id for item in assessments] == ["V-1"]
    assert not problems


def test_answers_of_an_unknown_party_are_a_problem(tmp_path: Path) -> None:
    assessments, problems = collected(write(tmp_path, "a.json", "V-9", "supplier", "2026-01-01"))
    assert not assessments
    assert [(problem.code, problem.found) for problem in problems] == [(Code.ANSWERS_PARTY_UNKNOWN, "V-9")]


def test_the_newer_of_two_files_is_used_and_the_other_is_named(tmp_path: Path) -> None:
    older = write(tmp_path, "older.json", "V-1", "supplier", "2026-01-01", "No")
    newer = write(tmp_path, "newer.json", "V-1", "supplier", "2026-02-01")
    assessments, problems = collected(newer, older)
    assert [item.file for item in assessments] == ["newer.json"]
    assert [(problem.code, str(problem.where)) for problem in problems] == [(Code.ANSWERS_SUPERSEDED, "older.json")]


def test_the_questionnaire_of_the_partys_own_kind_comes_first(tmp_path: Path) -> None:
    own = write(tmp_path, "own.json", "A-1", "recruitment_agency", "2026-01-01")
    other = write(tmp_path, "other.json", "A-1", "supplier", "2026-02-01")
    assessments, _ = collected(own, other)
    assert [item.questionnaire for item in assessments] == ["recruitment_agency", "supplier"]


@pytest.mark.parametrize("questionnaire", YES)
def test_either_kind_of_party_may_answer_any_questionnaire(questionnaire: str, tmp_path: Path) -> None:
    mill = write(tmp_path, "mill.json", "V-1", questionnaire, "2026-01-01")
    agency = write(tmp_path, "agency.json", "A-1", questionnaire, "2026-01-01")
    assessments, problems = collected(mill, agency)
    assert [(item.party_id, item.questionnaire) for item in assessments] == [
        ("V-1", questionnaire),
        ("A-1", questionnaire),
    ]
    assert not problems


def test_every_questionnaire_that_a_party_answered_is_used_a_supplement_last(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{name}.json", "V-1", name, "2026-01-01") for name in sorted(YES)]
    assessments, problems = collected(*files)
    order = ["ict_company", "supplier", "recruitment_agency", "heightened"]
    assert [item.questionnaire for item in assessments] == order
    assert not problems


def test_of_two_files_of_each_questionnaire_the_older_ones_are_named(tmp_path: Path) -> None:
    newer = [write(tmp_path, f"{name}.json", "V-1", name, "2026-02-01") for name in YES]
    older = [write(tmp_path, f"{name}-old.json", "V-1", name, "2026-01-01") for name in YES]
    assessments, problems = collected(*older, *newer)
    assert {item.file for item in assessments} == {path.name for path in newer}
    assert {str(problem.where) for problem in problems} == {path.name for path in older}
