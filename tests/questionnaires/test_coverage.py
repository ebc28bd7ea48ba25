"""What the questionnaires cover, and the page that says so."""

from __future__ import annotations

import pytest

from docs.coverage import clauses_covered, clauses_of, coverage, indicators_covered
from duediligence.questionnaires import load_questionnaires
from duediligence.questionnaires.content.loader import load_references

ALL = load_questionnaires()
PAGE = coverage(ALL)
PRINCIPLES = {
    "IRIS": ("A", "B", *map(str, range(1, 6))),
    "Dhaka": ("A", "B", *map(str, range(1, 11))),
    "UNGP": tuple(map(str, range(15, 25))),
    "OECD RBC": tuple(f"step {number}" for number in range(1, 7)),
}


def test_each_of_the_eleven_ilo_indicators_is_looked_for() -> None:
    rows = list(indicators_covered(ALL))
    assert [row[0].split()[2] for row in rows] == [str(number) for number in range(1, 12)]
    assert all(any(row[1:]) for row in rows)


@pytest.mark.parametrize("instrument", PRINCIPLES)
def test_each_principle_is_there(instrument: str) -> None:
    names = {row[0] for row in clauses_covered(ALL, instrument)}
    assert {f"{instrument} {number}" for number in PRINCIPLES[instrument]} <= names


@pytest.mark.parametrize("instrument", [item.short for item in load_references().instruments])
def test_each_clause_that_we_name_is_asked_about(instrument: str) -> None:
    for name, _, *questions in clauses_covered(ALL, instrument):
        assert any(questions), name


def test_each_instrument_says_where_it_was_checked() -> None:
    for item in load_references().instruments:
        assert f"Checked: {item.checked}." in PAGE


def test_each_question_stands_with_its_indicators_and_clauses() -> None:
    for questionnaire in ALL:
        for question in questionnaire.questions:
            numbers = ", ".join(indicator.removeprefix("FL") for indicator in question.indicators)
            cells = (question.id, question.text, "quick" if question.quick else "", numbers)
            assert f"| {' | '.join((*cells, '; '.join(clauses_of(question))))} |" in PAGE


def test_a_question_is_under_each_of_its_clauses_and_under_no_other() -> None:
    for instrument in load_references().instruments:
        for name, _, *columns in clauses_covered(ALL, instrument.short):
            listed = [question for column in columns for question in column.split(", ") if question]
            meant = [question.id for item in ALL for question in item.questions if name in question.references]
            assert listed == meant
