"""What the methodology page promises of the control score, on the packaged questionnaires, from the answer file on."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duediligence.errors import InputRefused
from duediligence.model import Assessment, EvidenceGrade, Question
from duediligence.questionnaires import assess, questionnaire, read_answers
from duediligence.questionnaires.answers.values import read_value
from duediligence.questionnaires.scoring.credit import worth
from duediligence.questionnaires.scoring.parameters import evidence_factors
from duediligence.settings import Settings
from tests.questionnaires.answer_strategies import answer_files, values, wild_files
from tests.questionnaires.by_hand import recompute

ROUNDING = 2e-4
"""Two figures of four decimals multiplied are this exact."""

File = dict[str, Any]
one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.json"


def scored(file: File, path: Path) -> Assessment:
    path.write_text(json.dumps(file), encoding="utf-8")
    answers, problems = read_answers(path, Settings())
    assert answers is not None and not problems
    return assess(questionnaire(answers.questionnaire), answers, "P1")


def shown(assessment: Assessment) -> float:
    """What the risk model credits: control × coverage."""
    return (assessment.control or 0.0) * assessment.coverage


def questions_of(file: File) -> dict[str, Question]:
    return {question.id: question for question in questionnaire(file["questionnaire"]).questions}


def credit_of(question: Question, value: Any) -> float | None:
    found = worth(question, read_value(question, value).text)
    return found.credit if found else None


@one_folder
@given(answer_files())
def test_the_score_can_be_recomputed_by_hand_from_the_answer_file(path: Path, file: File) -> None:
    found, expected = scored(file, path), recompute(file)
    assert found.control == (None if expected.control is None else pytest.approx(expected.control, abs=6e-5))
    assert found.coverage == pytest.approx(expected.coverage, abs=6e-5)
    assert tuple(item.question for item in found.critical) == expected.critical


@one_folder
@given(answer_files(), st.data())
def test_a_better_answer_in_place_of_a_worse_one_never_lowers_the_control(
    path: Path, file: File, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(file["answers"])))
    question, other = questions_of(file)[name], copy.deepcopy(file)
    other["answers"][name]["value"] = data.draw(values(question))
    both = [(credit_of(question, one["answers"][name]["value"]), scored(one, path).control) for one in (file, other)]
    if all(credit is not None and control is not None for credit, control in both):
        (_, worse), (_, better) = sorted(both, key=lambda pair: pair[0] or 0.0)
        assert (worse or 0.0) <= (better or 0.0)


def open_questions(file: File) -> list[Question]:
    return [item for name, item in questions_of(file).items() if item.is_scored and name not in file["answers"]]


@one_folder
@given(answer_files(), st.data())
def test_a_good_and_proved_answer_in_place_of_none_never_lowers_the_control(
    path: Path, file: File, data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(open_questions(file)))
    good = data.draw(values(question).filter(lambda value: credit_of(question, value) == 1))
    before = scored(file, path)
    file["answers"][question.id] = {"value": good, "evidence": str(EvidenceGrade.WORKER_VOICE)}
    assert (scored(file, path).control or 0.0) >= (before.control or 0.0)


@one_folder
@given(answer_files(), st.data())
def test_any_answer_in_place_of_none_never_lowers_what_the_risk_model_credits(
    path: Path, file: File, data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(open_questions(file)))
    value = data.draw(values(question).filter(lambda value: credit_of(question, value) is not None))
    before = scored(file, path)
    file["answers"][question.id] = {"value": value, "evidence": "0"}
    assert shown(scored(file, path)) >= shown(before) - ROUNDING


@one_folder
@given(answer_files(), st.data())
def test_more_evidence_never_lowers_the_control(path: Path, file: File, data: st.DataObject) -> None:
    before, grades = scored(file, path), [str(grade) for grade in EvidenceGrade]
    for given_answer in file["answers"].values():
        better = grades[grades.index(given_answer["evidence"]) :]
        given_answer["evidence"] = data.draw(st.sampled_from(better))
    assert (scored(file, path).control or 0.0) >= (before.control or 0.0)


@one_folder
@given(answer_files(), st.data())
def test_the_order_of_the_answers_in_the_file_does_not_matter(path: Path, file: File, data: st.DataObject) -> None:
    shuffled = {**file, "answers": dict(data.draw(st.permutations(list(file["answers"].items()))))}
    assert scored(file, path) == scored(shuffled, path)


@one_folder
@given(wild_files())
def test_whatever_stands_in_an_answer_file_it_is_scored_or_refused(path: Path, file: Any) -> None:
    path.write_text(json.dumps(file), encoding="utf-8")
    try:
        answers, problems = read_answers(path, Settings())
    except InputRefused:
        return
    if answers is None:
        assert problems
        return
    found = assess(questionnaire(answers.questionnaire), answers, "P1")
    assert found.control is None or 0 <= found.control <= 1
    assert 0 <= found.coverage <= 1


def test_a_good_answer_without_evidence_may_lower_an_average_that_was_proved(path: Path) -> None:
    """What does not hold, kept here so that the methodology page stays honest."""
    proved = {"SUP-G01": {"value": "No", "evidence": "4"}}
    bare = {**proved, "SUP-G05": {"value": "No", "evidence": "0"}}
    first, second = (scored({"questionnaire": "supplier", "answers": answers}, path) for answers in (proved, bare))
    assert (first.control, second.control) == (1.0, 0.84)
    assert shown(second) > shown(first)


METHODOLOGY = (Path(__file__).parents[2] / "docs" / "methodology.md").read_text(encoding="utf-8")


def test_the_example_in_the_methodology_comes_to_the_figures_that_are_given_there(path: Path) -> None:
    example, told = METHODOLOGY.split("```json\n")[1].split("```", 1)
    found = scored(json.loads(example), path)
    assert f"5.455 ÷ 12 = {found.control}" in " ".join(told.split())
    assert f"12 ÷ 103 = {found.coverage}" in " ".join(told.split())
    counted = [line.split("|") for line in told.splitlines() if line.startswith("| SUP-") and "not scored" not in line]
    weights, counts = (sum(float(cells[place]) for cells in counted) for place in (2, 5))
    assert weights == 12
    assert counts == pytest.approx(5.455)


def test_the_methodology_names_the_evidence_factors_in_force() -> None:
    for grade, factor in evidence_factors().items():
        assert f"{grade} × {factor:.2f}" in " ".join(METHODOLOGY.split())
