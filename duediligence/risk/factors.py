"""What a party's exposures and row say about each inherent factor, with what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duediligence.model import EvidenceRef, Exposure, Party, PartyKind, PartyPlacement, RegisterRowRef
from duediligence.risk.model import Factor, RiskModel, WorkforceSeverity


@dataclass(frozen=True, slots=True)
class FactorReading:
    """One factor of one party: severity (0..1) as best known, and the least and most it could be.

    `known` is the share (0..1) of the factor that is known; `unknown` says in words what is missing.
    """

    factor: Factor
    severity: float
    low: float
    high: float
    known: float
    evidence: tuple[EvidenceRef, ...]
    unknown: str = ""


def read_factors(party: Party, placement: PartyPlacement, model: RiskModel) -> tuple[FactorReading, ...]:
    """Every factor of the model, read for one party, in the model's order."""
    return tuple(
        _workforce(party, placement, factor, model)
        if factor.id == "workforce"
        else _from_registers(party, placement, factor, model)
        for factor in model.factors
    )


def _from_registers(party: Party, placement: PartyPlacement, factor: Factor, model: RiskModel) -> FactorReading:
    """The worst exposure counts: expected severity as best known, sure ones at the low end, any at the high end."""
    met = [exposure for exposure in placement.exposures if model.feeds(exposure, factor)]
    missing = _missing(party, placement, factor)
    if missing and not met:
        return FactorReading(factor, factor.prior, 0.0, 1.0, 0.0, (), missing)
    return FactorReading(
        factor,
        severity=_worst(exposure.severity * exposure.confidence for exposure in met),
        low=_worst(exposure.severity for exposure in met if exposure.confidence >= model.sure_confidence),
        high=1.0 if missing else _worst(exposure.severity for exposure in met),
        known=0.5 if missing else 1.0,
        evidence=tuple(register_evidence(exposure) for exposure in met),
        unknown=missing,
    )


def _worst(severities: Iterable[float]) -> float:
    return max(severities, default=0.0)


def _missing(party: Party, placement: PartyPlacement, factor: Factor) -> str:
    """What keeps the factor from being known: no country, no region where regions matter, no sector."""
    if factor.id == "goods":
        understood = any(reading.isic for reading in placement.sectors)
        return "" if understood and party.country else "what the party makes or does, or where, is not known"
    if not party.country:
        return "the country is not known"
    if factor.id == "conflict" and placement.unknown_region:
        return placement.unknown_region
    return ""


def register_evidence(exposure: Exposure) -> EvidenceRef:
    """The evidence that a met register row is: where the party's text stands, and on whose word the row stands."""
    source = RegisterRowRef(exposure.register, exposure.row, exposure.edition)
    return EvidenceRef("register row", exposure.why, source, exposure.whose_word, exposure.cell)


def _workforce(party: Party, placement: PartyPlacement, factor: Factor, model: RiskModel) -> FactorReading:
    """The worst of what the row says and of the routes, channels and tied visas it meets; see `_from_registers`.

    A party that says it has no migrant workers meets none of these registers.
    """
    said = tuple(_workforce_evidence(party, model.workforce))
    met = [] if party.migrant_share == 0 else [item for item in placement.exposures if model.feeds(item, factor)]
    told = party.migrant_share is not None or party.fee_charged is not None
    row = _worst(value for value, _ in said)
    best = max(row, _worst(item.severity * item.confidence for item in met))
    low = max(row, _worst(item.severity for item in met if item.confidence >= model.sure_confidence))
    evidence = (*(reference for _, reference in said), *map(register_evidence, met))
    if told:
        high = max(row, _worst(item.severity for item in met))
        return FactorReading(factor, best, low, high, 1.0, evidence)
    missing = "the share of migrant workers and the fees they paid are not known"
    return FactorReading(factor, max(best, factor.prior), low, 1.0, 0.5 if evidence else 0.0, evidence, missing)


def _workforce_evidence(party: Party, severity: WorkforceSeverity) -> Iterable[tuple[float, EvidenceRef]]:
    if party.fee_charged:
        text = f"Workers are charged {party.fee_charged:g}"
        yield severity.fee_charged, _cell(party, "fee_charged", text)
    if party.kind is PartyKind.AGENCY:
        yield severity.recruitment_agency, _cell(party, "name", "The party recruits workers for others")
    if party.agencies:
        text = "Workers come through " + ", ".join(party.agencies)
        yield severity.uses_agencies, _cell(party, "agencies", text)
    if party.migrant_share:
        text = f"{party.migrant_share:.0%} of the workers are migrants"
        yield severity.migrant_share * party.migrant_share, _cell(party, "migrant_share", text)


def _cell(party: Party, field: str, text: str) -> EvidenceRef:
    return EvidenceRef("cell", text, party.cell(field), "the party's file")
