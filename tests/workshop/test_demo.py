"""The workshop set: sixty suppliers, twelve agencies, and everything that is planted in them is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.audit import AuditRequest, run_audit
from duediligence.model import AuditReport, MatchBand, PartyKind
from duediligence.risk import finding_rules
from duediligence.workshop import demo_set, write_demo_inputs
from duediligence.workshop.demo import Planted

AS_OF = date(2026, 11, 24)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> AuditReport:
    inputs = write_demo_inputs(tmp_path_factory.mktemp("demo"), AS_OF)
    return run_audit(AuditRequest(inputs.suppliers, AS_OF, inputs.agencies, inputs.answers))


def planted(kind: str) -> list[Planted]:
    return [item for item in demo_set().planted if getattr(item, kind)]


def by_party(item: Planted) -> str:
    return item.party


def test_the_set_is_as_large_as_it_says(report: AuditReport) -> None:
    kinds = [party.kind for party in report.parties]
    assert kinds.count(PartyKind.SUPPLIER) == 60
    assert kinds.count(PartyKind.AGENCY) == 12
    assert len(report.assessments) >= 5


def test_no_row_is_lost(report: AuditReport) -> None:
    assert sum(table.rows for table in report.tables) == len(report.parties) + sum(
        table.problem_rows for table in report.tables
    )


@pytest.mark.parametrize("item", planted("listed"), ids=by_party)
def test_a_listed_name_is_found(report: AuditReport, item: Planted) -> None:
    found = [match for match in report.matches if match.party_id == item.party and match.list == item.listed["list"]]
    if "entry" in item.listed:
        found = [match for match in found if match.list_entry_id == item.listed["entry"]]
    bands = {item.listed["band"]} if "band" in item.listed else {MatchBand.STRONG, MatchBand.POSSIBLE}
    assert any(match.band in bands for match in found), found


@pytest.mark.parametrize("item", planted("finding"), ids=by_party)
def test_a_planted_finding_is_drawn(report: AuditReport, item: Planted) -> None:
    assert item.finding in {finding.rule for finding in report.findings if finding.party_id == item.party}


@pytest.mark.parametrize("item", planted("absent"), ids=by_party)
def test_a_finding_that_must_not_be_drawn_is_not(report: AuditReport, item: Planted) -> None:
    assert item.absent in finding_rules()
    assert item.absent not in {finding.rule for finding in report.findings if finding.party_id == item.party}


@pytest.mark.parametrize("item", planted("unmet"), ids=by_party)
def test_a_register_that_must_not_be_met_is_not(report: AuditReport, item: Planted) -> None:
    (placement,) = (found for found in report.placements if found.party_id == item.party)
    assert item.unmet in {register.register for register in report.registers}
    assert item.unmet not in {exposure.register for exposure in placement.exposures}


@pytest.mark.parametrize("item", planted("innocent"), ids=by_party)
def test_an_innocent_look_alike_has_no_strong_match(report: AuditReport, item: Planted) -> None:
    strong = [match for match in report.matches if match.party_id == item.party and match.band is MatchBand.STRONG]
    assert not strong


def test_no_invented_name_is_a_listed_one_by_accident(report: AuditReport) -> None:
    meant = {item.party for item in planted("listed")}
    strong = {match.party_id for match in report.matches if match.band is MatchBand.STRONG}
    assert strong <= meant


def test_the_untidy_cells_become_problems_with_an_address(report: AuditReport) -> None:
    codes = {problem.code.name for problem in report.problems}
    assert {"CELL_ERROR", "COUNTRY_UNKNOWN", "COUNTRY_AMBIGUOUS", "NAME_EMPTY", "PARTY_ID_REPEATED"} <= codes
    assert {"ROW_NOT_A_PARTY", "COLUMN_NOT_UNDERSTOOD", "AGENCY_UNKNOWN", "LIST_STALE"} <= codes


def test_the_inputs_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = (write_demo_inputs(tmp_path / name, AS_OF) for name in ("one", "two"))
    for left, right in zip(first.all_files, second.all_files, strict=True):
        assert left.read_bytes() == right.read_bytes(), left.name
