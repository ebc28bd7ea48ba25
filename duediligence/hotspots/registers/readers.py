"""Each register's own rows → hotspots, with the severity that its register.yaml puts into words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from duediligence.hotspots.registers.metadata import RegisterFolder
from duediligence.model import Concern, Hotspot, HotspotKind
from duediligence.places import alpha2, country_name, current_code
from duediligence.resources import load_validated

COUNTRY_CONFIDENCE = 0.5
"""A figure for a whole country says half as much of one place in it. Own judgement."""

LAST_YEAR_DEATHS = "state-based and one-sided deaths in the last year"

_TIERS = {"Tier 3": 1.0, "Special Case": 0.9, "Tier 2 Watch List": 0.7, "Tier 2": 0.4, "Tier 1": 0.1}
_DEATH_STEPS = ((1000, 0.8), (100, 0.3), (25, 0.15))
_INFORM_HIGH = 5.0
_ONE_YEAR, _STATE_BASED, _ONE_SIDED = "2023", "1", "3"


@dataclass(frozen=True, slots=True)
class CodeNote:
    """A region code that cannot be taken as it stands; see eu-cahra/code_notes.yaml."""

    regions: tuple[str, ...]
    confidence: float
    note: str


def cahra(source: RegisterFolder) -> Iterable[Hotspot]:
    """The EU's areas: regions, or whole countries."""
    notes = load_validated(source.folder / "code_notes.yaml", dict[str, CodeNote])
    for row in source.rows():
        code = row["iso3166_2"] or row["iso2"]
        plain = CodeNote((current_code(row["iso3166_2"]) if row["iso3166_2"] else "",), 1.0, "")
        reading = notes.get(code, plain)
        high_risk_only = row["conflict_affected"] == "no"
        for region in reading.regions:
            yield Hotspot(
                register=source.about.register,
                row=code,
                kind=HotspotKind.PLACE,
                label=row["region_name"] if region else country_name(row["iso2"]),
                pattern="high-risk area" if high_risk_only else "conflict-affected area",
                severity=0.8 if high_risk_only else 1.0,
                concern=source.about.concern,
                country=row["iso2"],
                region=region,
                confidence=reading.confidence,
                note=reading.note,
            )


def dol_goods(source: RegisterFolder) -> Iterable[Hotspot]:
    """Goods by country, with our own mapping of goods to ISIC and HS."""
    mapping = {row["good"]: row for row in source.rows("goods_to_isic_hs_our_mapping.csv")}
    for row in source.rows():
        codes = mapping[row["good"]]
        severity, pattern, concern = _dol_severity(row)
        yield Hotspot(
            register=source.about.register,
            row=f"{row['iso3']}/{row['good']}",
            kind=HotspotKind.SECTOR,
            label=f"{row['good']} from {country_name(alpha2(row['iso3']))}",
            pattern=pattern,
            severity=severity,
            concern=concern,
            country=alpha2(row["iso3"]),
            isic=tuple(codes["isic_rev4_classes"].split(";")),
            hs=tuple(filter(None, codes["hs2022_headings"].split(";"))),
            goods=(row["good"],),
            measures=(("sector", row["sector"]),),
        )


def _dol_severity(row: Mapping[str, str]) -> tuple[float, str, Concern]:
    """Forced labour, child labour, and goods made downstream of either are three things and stay apart."""
    if row["forced_labor"] == "Yes":
        both = " and child labour" if row["child_labor"] == "Yes" else ""
        return 1.0, f"forced labour{both} in production", Concern.FORCED_LABOUR
    if row["derived_labor_exploitation"] == "Yes":
        origin = row["derived_country"]
        return 0.7, f"made with inputs tied to child or forced labour in {origin}", Concern.FORCED_LABOUR
    return 0.6, "child labour in production", Concern.CHILD_LABOUR


def ucdp(source: RegisterFolder) -> Iterable[Hotspot]:
    """Deaths by country over five years, and in the last of them."""
    total: dict[str, int] = defaultdict(int)
    last: dict[str, int] = defaultdict(int)
    last_state_or_one_sided: dict[str, int] = defaultdict(int)
    for row in source.rows():
        country, deaths = alpha2(row["iso3"]), int(row["best_deaths"])
        total[country] += deaths
        if row["year"] == _ONE_YEAR:
            last[country] += deaths
            if row["type_of_violence"] in (_STATE_BASED, _ONE_SIDED):
                last_state_or_one_sided[country] += deaths
    for country, deaths in sorted(total.items()):
        severity = next((step for least, step in _DEATH_STEPS if last[country] >= least), 0.0)
        measures = (
            ("deaths 2019–2023", str(deaths)),
            (f"deaths {_ONE_YEAR}", str(last[country])),
            (LAST_YEAR_DEATHS, str(last_state_or_one_sided[country])),
        )
        yield _whole_country(source, country, severity, measures)


def tip(source: RegisterFolder) -> Iterable[Hotspot]:
    """Tiers by country."""
    for row in source.rows():
        measures = (("tier", f"{row['tier']} ({row['tip_report_year']})"),)
        yield _whole_country(source, alpha2(row["iso3"]), _TIERS[row["tier"]], measures, confidence=1.0)


def inform(source: RegisterFolder) -> Iterable[Hotspot]:
    """The overall score by country; below the class `high` a row is kept but weighs nothing."""
    for row in source.rows():
        score = float(row["inform_risk_0_10"])
        severity = round(score / 10, 2) if score >= _INFORM_HIGH else 0.0
        yield _whole_country(source, row["iso2"], severity, (("INFORM Risk", f"{score:.1f} of 10"),))


def _whole_country(
    source: RegisterFolder,
    country: str,
    severity: float,
    measures: tuple[tuple[str, str], ...],
    *,
    confidence: float = COUNTRY_CONFIDENCE,
) -> Hotspot:
    return Hotspot(
        register=source.about.register,
        row=country,
        kind=source.about.kind,
        label=country_name(country),
        pattern=source.about.pattern,
        severity=severity,
        concern=source.about.concern,
        country=country,
        measures=measures,
        confidence=confidence,
    )


READERS: Mapping[str, Callable[[RegisterFolder], Iterable[Hotspot]]] = {
    "EU-CAHRA": cahra,
    "US-DOL-TVPRA": dol_goods,
    "UCDP-GED": ucdp,
    "US-TIP": tip,
    "US-TIP-2023": tip,
    "INFORM": inform,
}
