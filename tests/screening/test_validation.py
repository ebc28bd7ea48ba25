from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.screening.pairs.evaluate import average_precision, figures_at, validate
from duediligence.settings import Settings

LABELLED = [(0.9, True), (0.8, False), (0.7, True), (0.2, True)]
labelled = st.lists(st.tuples(st.sampled_from([0.0, 0.3, 0.5, 0.64, 0.8, 1.0]), st.booleans()), max_size=12)


def test_the_figures_at_a_threshold_are_the_textbooks() -> None:
    found = figures_at(LABELLED, 0.7)
    assert (found.flagged, found.found) == (3, 2)
    assert (found.precision, found.recall, found.f_score) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_the_average_precision_is_the_textbooks() -> None:
    assert average_precision(LABELLED) == pytest.approx((1 + 2 / 3 + 3 / 4) / 3)
    assert average_precision([(0.5, True), (0.5, False)]) == average_precision([(0.5, False), (0.5, True)]) == 0.5


def test_what_cannot_be_divided_is_none() -> None:
    nothing, no_match = validate([], Settings()), figures_at([(0.9, False)], 0.5)
    assert (nothing.pairs, nothing.average_precision) == (0, None)
    assert (nothing.by_threshold[0].precision, nothing.by_threshold[0].f_score) == (None, None)
    assert (no_match.precision, no_match.recall, no_match.f_score) == (0.0, None, None)


def test_the_limits_of_the_settings_are_among_the_figures() -> None:
    limits = validate(LABELLED, Settings(min_score=0.1, possible_score=0.7, strong_score=0.85)).at_limits
    assert [(item.name, item.threshold, item.found) for item in limits] == [
        ("reported", 0.1, 3),
        ("possible", 0.7, 2),
        ("strong", 0.85, 1),
    ]


@given(labelled)
def test_recall_never_grows_with_the_threshold(pairs: list[tuple[float, bool]]) -> None:
    recalls = [item.recall for item in validate(pairs, Settings()).by_threshold if item.recall is not None]
    assert recalls == sorted(recalls, reverse=True)
