"""The risk model and the finding rules, loaded from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from duediligence.model import Concern, Exposure, FindingSeverity, HotspotKind, RiskBand
from duediligence.resources import load_validated, package_file


@dataclass(frozen=True, slots=True)
class Factor:
    """One inherent factor. `weight` and `prior` are 0..1; `registers` names the hotspot registers that feed it."""

    id: str
    label: str
    weight: float
    prior: float
    registers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnRowRule:
    """Rows of a user's own register, by kind and (unless it names none) by concern, feed the factor of that id."""

    kind: HotspotKind
    factor: str
    concerns: tuple[Concern, ...] = ()

    def fits(self, exposure: Exposure) -> bool:
        """Whether the met row is one of these."""
        return exposure.kind is self.kind and (not self.concerns or exposure.concern in self.concerns)


@dataclass(frozen=True, slots=True)
class WorkforceSeverity:
    """Severities (0..1) of what a row says about its workforce."""

    fee_charged: float
    recruitment_agency: float
    uses_agencies: float
    migrant_share: float


@dataclass(frozen=True, slots=True)
class ControlRule:
    """How much answers may take away (0..1), and their weight in the coverage figure."""

    label: str
    largest_mitigation: float
    weight: float


@dataclass(frozen=True, slots=True)
class OverrideRule:
    """The least band while something is open, and why."""

    band: RiskBand
    reason: str


@dataclass(frozen=True, slots=True)
class RiskModel:
    """Every number of the risk model; see model.yaml."""

    version: str
    edition: date
    basis: str
    factors: tuple[Factor, ...]
    own_rows: tuple[OwnRowRule, ...]
    workforce: WorkforceSeverity
    control: ControlRule
    sure_confidence: float
    bands: dict[RiskBand, float]
    overrides: dict[str, OverrideRule]

    def feeds(self, exposure: Exposure, factor: Factor) -> bool:
        """Whether a met row counts in the factor: by its register's name, or a user's own by what it is."""
        if not exposure.own:
            return exposure.register in factor.registers
        return next((rule.factor for rule in self.own_rows if rule.fits(exposure)), "") == factor.id

    def band(self, residual: float) -> RiskBand:
        """The band of a residual score (0..100)."""
        return max((band for band, start in self.bands.items() if residual >= start), key=lambda band: band.rank)


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One kind of finding; see findings.yaml."""

    title: str
    severity: FindingSeverity
    clauses: tuple[str, ...]
    action: str
    due_days: int

    def due(self, as_of: date) -> date:
        """The day by which the action is due."""
        return as_of + timedelta(days=self.due_days)


@cache
def risk_model() -> RiskModel:
    """The packaged risk model."""
    return load_validated(package_file("risk", "model.yaml"), RiskModel)


@cache
def finding_rules() -> dict[str, FindingRule]:
    """The packaged finding rules by id."""
    return load_validated(package_file("risk", "findings.yaml"), dict[str, FindingRule])
