"""Two names without any list: the same score as in screening, told in words."""

from __future__ import annotations

import re

import pytest

from duediligence.model import MatchBand, NameType
from duediligence.screening import NamePair, aligned_line, compare, compare_pair, filed_sentence, screen
from duediligence.settings import Settings
from tests.screening.builders import entry, party

LEFT, RIGHT = "Sahara Manpower Ltd", "Saharah Manpower"


def pair(left: str = LEFT, right: str = RIGHT, ours: str = "", theirs: str = "") -> NamePair:
    return NamePair(left, right, NameType.ORGANISATION, tuple(ours.split()), tuple(theirs.split()))


def doubt_taken_away(before: float, after: float) -> float:
    return (after - before) / ((1 - before) * before)


def test_without_countries_it_is_the_score_of_the_names() -> None:
    assert compare_pair(pair()).score == compare(LEFT, RIGHT, NameType.ORGANISATION).score
    assert compare_pair(pair(ours="AE")).score == compare_pair(pair()).score


def test_a_country_moves_a_pair_as_it_moves_a_match() -> None:
    for theirs in ("AE", "FR"):
        screened = [
            match.score
            for country in ("", "AE")
            for match in screen([party(LEFT, country=country)], [entry(RIGHT, country=theirs)], Settings(min_score=0))
        ]
        compared = [compare_pair(pair(ours=country, theirs=theirs)).score for country in ("", "AE")]
        if theirs == "AE":
            assert doubt_taken_away(*compared) == pytest.approx(doubt_taken_away(*screened), abs=0.003)
        else:
            assert compared[1] / compared[0] == pytest.approx(screened[1] / screened[0], abs=0.001)


def test_one_country_of_several_that_agrees_is_enough() -> None:
    assert compare_pair(pair(ours="FR AE", theirs="AE OM")).score == compare_pair(pair(ours="AE", theirs="AE")).score
    assert compare_pair(pair(ours="FR", theirs="AE OM")).score < compare_pair(pair()).score


def test_the_sides_do_not_matter() -> None:
    one = compare_pair(pair(ours="FR AE", theirs="AE"))
    assert one.score == compare_pair(pair(RIGHT, LEFT, ours="AE", theirs="FR AE")).score


def test_of_several_names_in_one_text_the_best_two_count() -> None:
    found = compare_pair(pair(right="Qarbeza Staff t/a Saharah Manpower"))
    assert found.score == compare_pair(pair()).score
    assert found.comparison.right == RIGHT


def test_the_score_is_the_sum_of_its_evidence() -> None:
    found = compare_pair(pair(ours="AE", theirs="AE"))
    added = sum(item.effect for item in found.evidence if item.feature not in ("missing", "contradiction"))
    assert found.score == pytest.approx(added, abs=0.002)


def test_the_line_tells_what_met_what() -> None:
    met = aligned_line(compare_pair(pair("Zelmira Sahara Manpower Ltd", "Zelmira Saharah Manpower Ltd", "AE", "AE")))
    words = r"Zelmira · Sahara ≈ Saharah 0\.9\d · Manpower \(common\) · Ltd \(legal form\)"
    assert re.fullmatch(words + r"( · little to compare)? · country agrees", met)
    numbers = aligned_line(compare_pair(pair("Varuna Plant 2", "Varuna Plant 3", "AE", "OM")))
    assert "2 (number) stands against it in the first · 3 (number) stands against it in the second" in numbers
    assert numbers.endswith("country differs (AE, OM)")
    assert aligned_line(compare_pair(pair(LEFT, "Sahara"))).startswith("Sahara · Manpower (common) only in the first")


def test_the_sentence_has_names_score_band_and_limits() -> None:
    found = compare_pair(pair())
    sentence = filed_sentence(found, Settings())
    assert sentence.startswith(
        f"As names of organisations, “{LEFT}” and “{RIGHT}” score {found.score:.2f} of 1, {found.band(Settings())} "
        f"(strong from 0.80, possible from 0.64): {aligned_line(found)}."
    )
    assert filed_sentence(compare_pair(NamePair("A", "B")), Settings()).startswith("As names, “A” and “B” score")


@pytest.mark.parametrize(
    ("possible", "strong", "band"),
    [(0.5, 0.55, MatchBand.STRONG), (0.55, 0.99, MatchBand.POSSIBLE), (0.98, 0.99, MatchBand.WEAK)],
)
def test_the_band_follows_the_settings(possible: float, strong: float, band: MatchBand) -> None:
    assert compare_pair(pair()).band(Settings(possible_score=possible, strong_score=strong)) is band
