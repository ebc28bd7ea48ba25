"""Small parties, placements, matches and assessments for the risk tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from duediligence.model import (
    Assessment,
    Basis,
    CellRef,
    Concern,
    CriticalAnswer,
    Exposure,
    HotspotKind,
    Match,
    MatchBand,
    Nearness,
    Party,
    PartyKind,
    PartyPlacement,
    SectorReading,
    Topic,
)

AS_OF = date(2026, 11, 24)


def party(**fields: Any) -> Party:
    values: dict[str, Any] = {
        "party_id": "P1",
        "kind": PartyKind.SUPPLIER,
        "name": "Harbour Knits",
        "origin": CellRef("suppliers.xlsx", "Vendors", 6, 2),
        "country": "IN",
    }
    return Party(**(values | fields))


def exposure(register: str = "EU-CAHRA", **fields: Any) -> Exposure:
    values: dict[str, Any] = {
        "party_id": "P1",
        "register": register,
        "row": "IN-JK",
        "kind": HotspotKind.PLACE,
        "basis": Basis.OFFICIAL,
        "label": "Jammu and Kashmir",
        "pattern": "conflict-affected or high-risk area",
        "concern": Concern.INTO_CONFLICT,
        "nearness": Nearness.SAME_REGION,
        "severity": 0.8,
        "confidence": 1.0,
        "why": "Jammu and Kashmir (IN-JK) is on the list.",
        "edition": date(2026, 6, 27),
        "cell": "suppliers.xlsx › Vendors!F6",
    }
    return Exposure(**(values | fields))


KNITWEAR = SectorReading("knitwear", ("1430",), "Manufacture of knitted apparel", 1.0, "synonym")


def placement(*exposures: Exposure, **fields: Any) -> PartyPlacement:
    values: dict[str, Any] = {"party_id": "P1", "exposures": exposures, "sectors": (KNITWEAR,)}
    return PartyPlacement(**(values | fields))


def match(band: MatchBand = MatchBand.STRONG, **fields: Any) -> Match:
    values: dict[str, Any] = {
        "party_id": "P1",
        "party_name": "Harbour Knits",
        "kind": "supplier",
        "row": CellRef("suppliers.xlsx", "Vendors", 6, 2),
        "list": "CBP-WRO",
        "list_entry_id": "WRO-1",
        "list_name": "Harbor Knits",
        "matched_name": "Harbor Knits",
        "party_name_compared": "Harbour Knits",
        "score": 0.95,
        "band": band,
        "country_party": "IN",
        "country_entry": ("IN",),
        "listed_for": (str(Topic.OTHER),),
        "evidence": (),
        "explanation": "Potential match.",
    }
    return Match(**(values | fields))


CRITICAL = CriticalAnswer(
    "SUP-G01", "Does anyone keep workers' passports?", "Yes", CellRef("a.xlsx", "Questions", 9, 5), (), (), ""
)


def assessment(control: float | None = 1.0, coverage: float = 1.0, *critical: CriticalAnswer) -> Assessment:
    return Assessment("P1", "supplier", "1", control, coverage, (), critical, file="a.xlsx")
