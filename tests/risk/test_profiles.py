"""The risk formula: bounded, monotone, honest about what is unknown, and the sum of its drivers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.model import Concern, HotspotKind, MatchBand, RiskBand, RiskProfile, Topic
from duediligence.risk import profile, risk_model
from duediligence.risk.profiles import split_points
from tests.risk.builders import CRITICAL, assessment, exposure, match, party, placement

MODEL = risk_model()
SHARES = st.floats(0, 1, allow_nan=False)


def weigh_one(*exposures: object, **fields: object) -> RiskProfile:
    return profile(party(migrant_share=0.0, **fields), placement(*exposures), (), None, MODEL)  # type: ignore[arg-type]


def test_a_party_that_meets_no_register_has_no_inherent_points_but_keeps_its_gaps() -> None:
    weighed = weigh_one()
    assert weighed.inherent == 0
    assert weighed.unknown == ("Controls: no questionnaire has been answered",)
    assert weighed.coverage < 1


def test_the_inherent_score_is_the_published_formula() -> None:
    weighed = weigh_one(exposure(severity=0.8), exposure("US-DOL-TVPRA", severity=1.0, confidence=0.5))
    conflict, goods = (next(f for f in MODEL.factors if f.id == name) for name in ("conflict", "goods"))
    assert weighed.inherent == pytest.approx(
        100 * (1 - (1 - conflict.weight * 0.8) * (1 - goods.weight * 0.5)), abs=0.05
    )


def test_unknown_is_not_low() -> None:
    known = weigh_one()
    unknown = profile(party(country=""), placement(sectors=()), (), None, MODEL)
    assert unknown.residual > known.residual
    assert unknown.high > unknown.residual > unknown.low
    assert unknown.coverage == 0
    assert "Conflict around the place: the country is not known" in unknown.unknown


def test_an_unknown_region_widens_the_interval_upwards() -> None:
    gap = "region unknown: 2 regions of India are on the list"
    sure = profile(party(migrant_share=0.0), placement(), (), None, MODEL)
    open_ = profile(party(migrant_share=0.0), placement(unknown_region=gap), (), None, MODEL)
    assert open_.high > sure.high
    assert open_.coverage < sure.coverage


def test_an_unsure_mapping_counts_in_part_and_widens_both_ends() -> None:
    weighed = weigh_one(exposure("US-DOL-TVPRA", severity=1.0, confidence=0.6))
    assert weighed.low == 0
    assert weighed.high > weighed.inherent > 0


def test_good_answers_lower_the_residual_and_never_below_the_permitted_share() -> None:
    bare = weigh_one(exposure())
    answered = profile(party(migrant_share=0.0), placement(exposure()), (), assessment(1.0, 1.0), MODEL)
    assert answered.residual == pytest.approx(bare.inherent * (1 - MODEL.control.largest_mitigation), abs=0.05)
    assert answered.inherent == bare.inherent


def test_unanswered_questions_earn_nothing_and_widen_the_interval() -> None:
    half = profile(party(migrant_share=0.0), placement(exposure()), (), assessment(1.0, 0.5), MODEL)
    whole = profile(party(migrant_share=0.0), placement(exposure()), (), assessment(1.0, 1.0), MODEL)
    assert half.residual > whole.residual
    assert half.low == whole.residual


@pytest.mark.parametrize(
    ("matches", "answers", "least"),
    [
        ([match(MatchBand.POSSIBLE)], None, RiskBand.MEDIUM),
        ([match(MatchBand.STRONG)], None, RiskBand.HIGH),
        ([match(MatchBand.STRONG, listed_for=(str(Topic.TRAFFICKING),))], None, RiskBand.CRITICAL),
        ([match(MatchBand.WEAK)], None, RiskBand.LOW),
        ([], assessment(1.0, 1.0, CRITICAL), RiskBand.HIGH),
    ],
)
def test_open_matters_hold_the_band_without_touching_the_score(matches: list, answers: object, least: RiskBand) -> None:  # type: ignore[type-arg]
    weighed = profile(party(migrant_share=0.0), placement(), matches, answers, MODEL)  # type: ignore[arg-type]
    assert weighed.band is least
    assert weighed.residual == 0


def test_fees_in_the_row_hold_the_band() -> None:
    assert weigh_one(fee_charged=800.0).band.rank >= RiskBand.HIGH.rank


@given(
    st.lists(st.tuples(st.sampled_from(["EU-CAHRA", "US-TIP", "US-DOL-TVPRA"]), SHARES, SHARES), max_size=4),
    SHARES,
    SHARES,
)
def test_drivers_add_up_and_the_interval_holds_the_score(
    met: list[tuple[str, float, float]], control: float, coverage: float
) -> None:
    exposures = [exposure(register, severity=severity, confidence=sure) for register, severity, sure in met]
    weighed = profile(party(), placement(*exposures), (), assessment(control, coverage), MODEL)
    assert 0 <= weighed.low <= weighed.residual <= weighed.high <= 100
    assert sum(driver.points for driver in weighed.drivers) == pytest.approx(weighed.residual, abs=1e-6)
    assert 0 <= weighed.coverage <= 1


@given(SHARES, SHARES, SHARES)
def test_more_severe_exposure_never_lowers_the_risk(lower: float, higher: float, sure: float) -> None:
    lower, higher = sorted((lower, higher))
    mild = weigh_one(exposure(severity=lower, confidence=sure))
    grave = weigh_one(exposure(severity=higher, confidence=sure))
    assert grave.residual >= mild.residual


@given(st.floats(0, 100), st.lists(st.floats(0, 10), min_size=1, max_size=6))
def test_split_points_share_out_the_whole(total: float, parts: list[float]) -> None:
    points = split_points(total, parts)
    expected = round(total, 1) if sum(parts) else 0
    assert sum(points) == pytest.approx(expected, abs=0.051)


def test_every_register_feeds_a_factor_and_every_register_of_the_model_exists() -> None:
    from duediligence.hotspots import load_registers

    named = {register for factor in MODEL.factors for register in factor.registers}
    loaded = {register.register for register in load_registers().registers}
    assert named == loaded


def test_routes_and_channels_weigh_on_the_workforce_unless_the_party_has_no_migrants() -> None:
    met = placement(exposure("CORRIDORS", severity=1.0, confidence=0.95))
    weighed = profile(party(migrant_share=0.1), met, (), None, MODEL)
    without = profile(party(migrant_share=0.0), met, (), None, MODEL)
    workforce = next(factor for factor in MODEL.factors if factor.id == "workforce")
    assert weighed.inherent == pytest.approx(100 * workforce.weight * 0.95, abs=0.05)
    assert without.inherent == 0


OWN = [
    (HotspotKind.PLACE, Concern.INTO_CONFLICT, "conflict"),
    (HotspotKind.PLACE, Concern.DECEPTIVE_RECRUITMENT, "conflict"),
    (HotspotKind.PLACE, Concern.WEAK_PROTECTION, "protection"),
    (HotspotKind.PLACE, Concern.TIED_VISA, "workforce"),
    (HotspotKind.SECTOR, Concern.FORCED_LABOUR, "goods"),
    (HotspotKind.SECTOR, Concern.INTO_CONFLICT, "goods"),
    (HotspotKind.CORRIDOR, Concern.DECEPTIVE_RECRUITMENT, "workforce"),
    (HotspotKind.CHANNEL, Concern.DECEPTIVE_RECRUITMENT, "workforce"),
]


@pytest.mark.parametrize(("kind", "concern", "factor"), OWN)
def test_a_row_of_an_own_register_weighs_as_a_packaged_one_of_its_kind_and_is_marked(
    kind: HotspotKind, concern: Concern, factor: str
) -> None:
    packaged = next(item for item in MODEL.factors if item.id == factor).registers[0]
    own = exposure("OUR-LIST", kind=kind, concern=concern, severity=0.7, confidence=0.95, own=True)
    weighed, like = (
        profile(party(migrant_share=0.1), placement(met), (), None, MODEL)
        for met in (own, exposure(packaged, kind=kind, concern=concern, severity=0.7, confidence=0.95))
    )
    assert (weighed.inherent, weighed.low, weighed.high) == (like.inherent, like.low, like.high)
    assert weighed.inherent > 0
    (driver,) = [item for item in weighed.drivers if any("OUR-LIST" in str(found.where) for found in item.evidence)]
    assert driver.factor == factor
    assert driver.evidence[-1].basis == "own register, official list"


def test_every_kind_of_own_row_has_a_factor_and_every_factor_of_own_rows_exists() -> None:
    factors = {factor.id for factor in MODEL.factors}
    assert {rule.factor for rule in MODEL.own_rows} <= factors
    assert {rule.kind for rule in MODEL.own_rows if not rule.concerns} == set(HotspotKind)


@given(st.sampled_from([*HotspotKind]), st.sampled_from([*Concern]), SHARES)
def test_a_register_that_is_not_the_users_own_weighs_only_by_its_name(
    kind: HotspotKind, concern: Concern, severity: float
) -> None:
    assert weigh_one(exposure("NOT-IN-THE-MODEL", kind=kind, concern=concern, severity=severity)).inherent == 0
