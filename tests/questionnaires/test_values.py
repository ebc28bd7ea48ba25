"""What people write in an answer, and what it is read as."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.model import EvidenceGrade
from duediligence.questionnaires.answers.values import read_evidence, read_value
from duediligence.questionnaires.scoring.credit import worth
from duediligence.resources import load_yaml
from tests.questionnaires.builders import LETTERS, QUESTIONS

CASES = load_yaml(Path(__file__).parents[1] / "cases" / "answer_values.yaml")
BY_ID = {question.id: question for question in QUESTIONS}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['question']} {case['written']}")
def test_a_written_value_is_read_or_refused_with_advice(case: dict[str, Any]) -> None:
    reading = read_value(BY_ID[case["question"]], case["written"])
    assert reading.text == (case["read"] or "")
    assert bool(reading.suggestion) == (case["read"] is None)


@given(st.sampled_from(QUESTIONS), st.text(LETTERS, min_size=1) | st.floats() | st.integers() | st.booleans())
def test_whatever_is_written_is_read_as_an_allowed_answer_or_refused(question: Any, value: Any) -> None:
    reading = read_value(question, value)
    assert not reading.text or worth(question, reading.text) is not None


@pytest.mark.parametrize("written", ["2 record", "2", 2, "Record", " RECORD "])
def test_evidence_is_known_by_its_digit_or_words(written: object) -> None:
    assert read_evidence(written) is EvidenceGrade.RECORD


def test_no_evidence_is_a_claim_and_unknown_evidence_is_none() -> None:
    assert read_evidence(None) is EvidenceGrade.CLAIM
    assert read_evidence("my word") is None
