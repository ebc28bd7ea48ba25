"""Answers on their way through an audit: several forms of a party, what contradicts, what is still to be asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from duediligence.cli.app import app

SUPPLIERS = (
    "Supplier no,Supplier name,Country,Province,% Migrant Workers,Labour agency used\n"
    "V-1,Harbour Demo Knits,India,Jammu and Kashmir,70%,Lotus Demo Overseas\n"
)
AGENCIES = "Ref,Agency name,Country,Licence No\nA-1,Lotus Demo Overseas,India,L-9\n"
FORMS: dict[str, dict[str, Any]] = {
    "supplier": {"SUP-E02": "No", "SUP-E03": "No", "SUP-A01": {"value": "Yes", "evidence": "4"}},
    "recruitment_agency": {"AGY-E01": "Yes"},
    "heightened": {"HDD-D12": "No"},
}


def audit(folder: Path, *forms: str) -> dict[str, Any]:
    """The audit with those forms; the party of each is the one of its kind."""
    (folder / "suppliers.csv").write_text(SUPPLIERS, encoding="utf-8")
    (folder / "agencies.csv").write_text(AGENCIES, encoding="utf-8")
    answers = folder / "answers"
    answers.mkdir()
    for form in forms:
        party = "A-1" if form == "recruitment_agency" else "V-1"
        whole = {"questionnaire": form, "party": party, "answered_on": "2026-11-01", "answers": FORMS[form]}
        (answers / f"{form}.json").write_text(json.dumps(whole), encoding="utf-8")
    call = ["audit", "suppliers.csv", "--agencies", "agencies.csv", "--answers", "answers", "--format", "json"]
    arguments = [str(folder / item) if (folder / item).exists() else item for item in call]
    done = CliRunner().invoke(app, [*arguments, "--as-of", "2026-11-24", "--out", str(folder / "out")])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads((folder / "out" / "audit.json").read_text(encoding="utf-8"))["audit"]
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return audit(tmp_path_factory.mktemp("whole"), *FORMS)


def rules(found: dict[str, Any], party: str) -> list[str]:
    return [finding["rule"] for finding in found["findings"] if finding["party_id"] == party]


def test_form_agency_and_spreadsheet_are_held_against_each_other(whole: dict[str, Any]) -> None:
    found = {item["rule"]: item for item in whole["contradictions"]}
    assert set(found) == {"CON-T01", "CON-L01"}
    assert found["CON-T01"]["first"]["where"] == "supplier.json › SUP-E02"
    assert found["CON-T01"]["second"] == {
        "party_id": "V-1",
        "text": "Migrant workers: 70 %",
        "where": "suppliers.csv › E2",
    }
    assert found["CON-L01"]["second"]["where"] == "recruitment_agency.json › AGY-E01"


def test_all_forms_of_a_party_are_assessed_and_count_in_its_controls(whole: dict[str, Any]) -> None:
    forms = {item["questionnaire"]: item for item in whole["assessments"] if item["party_id"] == "V-1"}
    assert list(forms) == ["supplier", "heightened"]
    answered = sum(item["weight_answered"] for item in forms.values())
    earned = sum(item["weight_answered"] * item["control"] for item in forms.values())
    (profile,) = [item for item in whole["profiles"] if item["party_id"] == "V-1"]
    assert profile["control"] == pytest.approx(earned / answered, abs=1e-4)


def test_a_contradiction_lowers_no_score(whole: dict[str, Any], tmp_path: Path) -> None:
    alone = audit(tmp_path, "supplier", "heightened")
    profiles = {item["party_id"]: item for item in whole["profiles"]}
    assert [item["rule"] for item in alone["contradictions"]] == ["CON-T01"]
    assert [item for item in alone["profiles"] if item["party_id"] == "V-1"] == [profiles["V-1"]]


def test_in_a_conflict_area_the_heightened_questionnaire_is_asked_for_until_it_came(
    whole: dict[str, Any], tmp_path: Path
) -> None:
    assert "heightened_answers_missing" not in rules(whole, "V-1")
    without = audit(tmp_path, "supplier")
    assert "heightened_due_diligence" in rules(without, "V-1")
    (finding,) = [item for item in without["findings"] if item["rule"] == "heightened_answers_missing"]
    assert "questionnaire form heightened" in finding["action"]
    assert finding["due"] == "2026-12-24"
