"""Inherent × control → residual, with an interval, a coverage and drivers that add up to the score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log, prod

from duediligence.model import (
    Assessment,
    Driver,
    EvidenceRef,
    FieldRef,
    Match,
    MatchBand,
    Override,
    Party,
    PartyPlacement,
    RiskProfile,
    Topic,
)
from duediligence.risk.factors import FactorReading, read_factors
from duediligence.risk.model import RiskModel

GRAVEST_TOPICS = frozenset({str(Topic.TRAFFICKING), str(Topic.FORCED_LABOUR), str(Topic.CHILD_RECRUITMENT)})


def profile(
    party: Party,
    placement: PartyPlacement,
    matches: Sequence[Match],
    assessment: Assessment | None,
    model: RiskModel,
) -> RiskProfile:
    """One party's risk.

    inherent = 100 × (1 − Π (1 − weight × severity)); residual = inherent × (1 − m × control × coverage).
    Low and high take every unknown at its best and at its worst; unanswered questions earn nothing at the
    high end and full marks at the low end.
    """
    readings = read_factors(party, placement, model)
    inherent = _inherent(readings, [reading.severity for reading in readings])
    shown, possible = _control(assessment)
    mitigation = model.control.largest_mitigation
    residual = round(inherent * (1 - mitigation * shown), 1)
    overrides = tuple(_overrides(party, matches, assessment, model))
    return RiskProfile(
        party_id=party.party_id,
        inherent=inherent,
        control=assessment.control if assessment else None,
        residual=residual,
        low=round(_inherent(readings, [reading.low for reading in readings]) * (1 - mitigation * possible), 1),
        high=round(_inherent(readings, [reading.high for reading in readings]) * (1 - mitigation * shown), 1),
        coverage=_coverage(readings, assessment, model),
        band=max([model.band(residual), *(rule.band for rule in overrides)], key=lambda band: band.rank),
        drivers=(*_drivers(readings, inherent), *_control_driver(assessment, residual - inherent, model)),
        overrides=overrides,
        unknown=tuple(_unknown(readings, assessment)),
    )


def _inherent(readings: Sequence[FactorReading], severities: Sequence[float]) -> float:
    pairs = zip(readings, severities, strict=True)
    return round(100 * (1 - prod(1 - reading.factor.weight * severity for reading, severity in pairs)), 1)


def _control(assessment: Assessment | None) -> tuple[float, float]:
    """The control shown by answers, and the control there could be if every missing answer were good; 0..1."""
    if assessment is None:
        return 0.0, 1.0
    shown = (assessment.control or 0.0) * assessment.coverage
    return shown, shown + (1 - assessment.coverage)


def _coverage(readings: Sequence[FactorReading], assessment: Assessment | None, model: RiskModel) -> float:
    known = sum(reading.factor.weight * reading.known for reading in readings)
    total = sum(reading.factor.weight for reading in readings) + model.control.weight
    answered = model.control.weight * (assessment.coverage if assessment else 0.0)
    return round((known + answered) / total, 3)


def _drivers(readings: Sequence[FactorReading], inherent: float) -> tuple[Driver, ...]:
    """Each factor's share of the inherent score.

    Safety is a product, so its logarithm is a sum: a factor's share is its part of that sum.
    """
    parts = [-log(1 - reading.factor.weight * reading.severity) for reading in readings]
    return tuple(
        Driver(reading.factor.id, reading.factor.label, points, reading.known > 0, reading.evidence)
        for reading, points in zip(readings, split_points(inherent, parts), strict=True)
    )


def split_points(total: float, parts: Sequence[float]) -> list[float]:
    """`total` in tenths shared out by `parts` so that the rounded shares add up to it exactly."""
    whole = sum(parts)
    if whole == 0:
        return [0.0] * len(parts)
    tenths = round(round(total, 1) * 10)
    exact = [tenths * part / whole for part in parts]
    shares = [int(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (shares[index] - exact[index], index))
    for index in by_remainder[: tenths - sum(shares)]:
        shares[index] += 1
    return [share / 10 for share in shares]


def _control_driver(assessment: Assessment | None, points: float, model: RiskModel) -> Iterable[Driver]:
    if assessment is None:
        return
    text = f"Answers to {assessment.questionnaire} {assessment.version}, {assessment.coverage:.0%} answered"
    evidence = EvidenceRef("answers", text, FieldRef(assessment.file), "the party's own answers")
    yield Driver("control", model.control.label, round(points, 1) + 0.0, assessment.coverage > 0, (evidence,))


def _overrides(
    party: Party, matches: Sequence[Match], assessment: Assessment | None, model: RiskModel
) -> Iterable[Override]:
    strong = [match for match in matches if match.band is MatchBand.STRONG]
    applies = {
        "match_for_trafficking": any(GRAVEST_TOPICS.intersection(match.listed_for) for match in strong),
        "strong_match": bool(strong),
        "possible_match": any(match.band is MatchBand.POSSIBLE for match in matches),
        "critical_answer": bool(assessment and assessment.critical),
        "fee_charged": bool(party.fee_charged),
    }
    for rule, holds in applies.items():
        if holds:
            yield Override(rule, model.overrides[rule].band, model.overrides[rule].reason)


def _unknown(readings: Sequence[FactorReading], assessment: Assessment | None) -> Iterable[str]:
    yield from (f"{reading.factor.label}: {reading.unknown}" for reading in readings if reading.unknown)
    if assessment is None:
        yield "Controls: no questionnaire has been answered"
    elif assessment.coverage < 1:
        yield f"Controls: {1 - assessment.coverage:.0%} of the questionnaire is not answered"
