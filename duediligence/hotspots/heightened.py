"""When conflict around a party asks for heightened due diligence (UNGP 7 and 23; UNDP and UN Working Group, 2022)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from duediligence.model import Exposure, PartyPlacement
from duediligence.resources import data_file, load_validated


@dataclass(frozen=True, slots=True)
class AreaRule:
    """A register that names areas, and the least sureness (0..1) with which one must be met."""

    register: str
    least_confidence: float


@dataclass(frozen=True, slots=True)
class ViolenceRule:
    """A figure of a register, and the number from which on it counts."""

    register: str
    measure: str
    least: int


@dataclass(frozen=True, slots=True)
class ResponseRule:
    """A class of OECD Annex II: which findings and list topics fall into it, and the response it calls for."""

    kind: str
    findings: tuple[str, ...]
    topics: tuple[str, ...]
    response: str

    @property
    def clause(self) -> str:
        """How a finding names it."""
        return f"OECD Annex II ({self.kind})"

    @property
    def sentence(self) -> str:
        """The whole of it."""
        return f"{self.clause} calls for this response: {self.response}."


@dataclass(frozen=True, slots=True)
class HeighteningRule:
    """heightened.yaml; see the comments there."""

    edition: date
    citation: str
    areas: AreaRule
    violence: ViolenceRule
    responses: tuple[ResponseRule, ...]


@cache
def heightening_rule() -> HeighteningRule:
    """The packaged rule."""
    return load_validated(data_file("watchlists", "hotspots", "heightened.yaml"), HeighteningRule)


def heightened(placement: PartyPlacement) -> tuple[Exposure, ...]:
    """The exposures that ask for heightened due diligence; none means that the rule does not fire."""
    rule = heightening_rule()
    return tuple(item for item in placement.exposures if _in_area(item, rule.areas) or _violent(item, rule.violence))


def annex_response(finding: str, topics: Iterable[str] = (), *, in_conflict: bool) -> ResponseRule | None:
    """What OECD Annex II asks for; None where no class fits.

    By the finding's id where the rule of heightened due diligence fires, or by a list entry's topics wherever it is.
    """
    listed = frozenset(topics)
    for rule in heightening_rule().responses:
        if (in_conflict and finding in rule.findings) or not listed.isdisjoint(rule.topics):
            return rule
    return None


def _in_area(exposure: Exposure, rule: AreaRule) -> bool:
    return exposure.register == rule.register and exposure.confidence >= rule.least_confidence


def _violent(exposure: Exposure, rule: ViolenceRule) -> bool:
    return exposure.register == rule.register and int(dict(exposure.measures).get(rule.measure, "0")) >= rule.least
