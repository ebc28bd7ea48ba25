"""Invented audits: one with everything that makes a report hard (scripts, long names, markup, formulas, gaps), a calm
one and an empty one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from duediligence.model import (
    AuditReport,
    Basis,
    FindingSeverity,
    Match,
    MatchBand,
    QuestionnaireUse,
    RiskBand,
    SourceFile,
)
from tests.reports.parts import (
    AS_OF,
    FILE,
    NAMES,
    assessment,
    edition,
    finding,
    match,
    party,
    placement,
    problems,
    profile,
    register,
    table,
)


def empty_report() -> AuditReport:
    """An audit of a file that gave no party, against no list."""
    return AuditReport(
        title="Due diligence audit",
        as_of=AS_OF,
        software="duediligence 0.1.0",
        settings={"min_score": "0.6", "possible_score": "0.72", "strong_score": "0.88", "list_max_age_days": "30"},
        inputs=(SourceFile(FILE, 4242, "ef" * 32),),
        tables=(table(0, 1),),
        parties=(),
        editions=(),
        registers=(),
        questionnaires=(),
        matches=(),
        placements=(),
        assessments=(),
        profiles=(),
        findings=(),
        problems=problems()[1:2],
        notices=(),
        risk_model="2026.3",
    )


def calm_report() -> AuditReport:
    """An audit in which nothing is of concern."""
    calm = party(1, "Plain Case Cables GmbH", "DE")
    return replace(
        empty_report(),
        tables=(table(1, 0),),
        parties=(replace(calm, fee_charged=None),),
        editions=(edition("UN", AS_OF),),
        profiles=(replace(profile(1, RiskBand.LOW), overrides=()),),
        problems=(),
    )


def rich_report(parties: int = len(NAMES)) -> AuditReport:
    """An audit with every kind of thing in it; beyond the named parties the rest are plain ones of low risk."""
    numbers = range(1, len(NAMES) + 1)
    bands = [list(RiskBand)[3 - number % 4] for number in numbers]
    plain = range(len(NAMES) + 1, parties + 1)
    named = [party(number, name, country) for number, (name, country) in zip(numbers, NAMES, strict=True)]
    return replace(
        empty_report(),
        title="Supplier and agency audit, autumn 2026",
        inputs=(SourceFile(FILE, 4242, "ef" * 32), SourceFile("answers.xlsx", 999, "01" * 32)),
        tables=(table(len(NAMES) + len(plain), 1),),
        parties=(*named, *(party(number, f"Plain Supplier {number} Ltd", "DE") for number in plain)),
        editions=(
            edition("OFAC-SDN", date(2026, 11, 20)),
            edition("UN", date(2026, 8, 1), packaged=True),
            edition("EU", None),
        ),
        registers=(register("EU-CAHRA", Basis.OFFICIAL), register("UCDP-GED", Basis.DATASET)),
        questionnaires=(QuestionnaireUse("supplier", "2026.1", "Supplier questionnaire", "23" * 32),),
        matches=tuple(_matches(numbers)),
        placements=tuple(placement(number) for number in (*numbers, *plain)),
        assessments=(assessment(1), assessment(3)),
        profiles=(
            *(profile(number, band) for number, band in zip(numbers, bands, strict=True)),
            *(profile(number, RiskBand.LOW) for number in plain),
        ),
        findings=tuple(
            finding(number, severity, NAMES[number - 1][0])
            for number, severity in zip(numbers, [*FindingSeverity] * 4, strict=False)
            if number % 2
        ),
        problems=problems(),
        notices=("The list is older than the permitted age: “UN 2026-08-01”.",),
    )


def _matches(numbers: range) -> list[Match]:
    found = []
    for number in numbers:
        name = NAMES[number - 1][0]
        if number in (2, 4, 6):
            found.append(match(number, name, MatchBand.STRONG, 0.93125))
        if number % 3 == 0:
            found.append(match(number, name, MatchBand.POSSIBLE, 0.75))
        if number % 4 == 0:
            found.append(match(number, name, MatchBand.WEAK, 0.6123))
    return found
