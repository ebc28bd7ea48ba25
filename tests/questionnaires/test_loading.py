"""A questionnaire that does not hold together is refused, and the question named."""

from __future__ import annotations

import copy
import hashlib
import importlib
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import PackagedDataBroken
from duediligence.model import Questionnaire
from duediligence.questionnaires.content.loader import load_references, read_questionnaire
from duediligence.resources import load_yaml

FAULTS = load_yaml(Path(__file__).parents[1] / "cases" / "questionnaire_faults.yaml")


def written(content: dict[str, Any], folder: Path) -> Questionnaire:
    path = folder / "test.yaml"
    path.write_text(importlib.import_module("yaml").safe_dump(content, sort_keys=False), encoding="utf-8")
    return read_questionnaire(path, load_references())


def changed(case: dict[str, Any]) -> dict[str, Any]:
    whole: dict[str, Any] = copy.deepcopy(FAULTS["whole"])
    target = next((question for question in whole["questions"] if question["id"] == case["of"]), whole)
    target.update(case["set"])
    return whole


def test_the_unchanged_questionnaire_loads_with_its_hash(tmp_path: Path) -> None:
    read = written(FAULTS["whole"], tmp_path)
    assert [question.id for question in read.questions] == ["T-A01", "T-A02", "T-B01", "T-B02"]
    assert read.sha256 == hashlib.sha256((tmp_path / "test.yaml").read_bytes()).hexdigest()
    assert [choice.alone for choice in read.questions[3].choices] == [False, False, True]


@pytest.mark.parametrize("case", FAULTS["cases"], ids=lambda case: f"{case['of'] or 'whole'}: {case['set']}")
def test_a_fault_is_refused_by_name(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(PackagedDataBroken) as refused:
        written(changed(case), tmp_path)
    assert case["says"] in refused.value.detail
    named = case.get("names", case["of"])
    assert refused.value.where == (f"test.yaml › {named}" if named else "test.yaml")
