"""How answers are weighed: the numbers of scoring.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from duediligence.model import EvidenceGrade
from duediligence.questionnaires.content.schema import ScoringShape
from duediligence.resources import load_validated, package_file

DECIMALS = 4
"""Of a control score and a coverage."""


@cache
def scoring() -> ScoringShape:
    """The packaged numbers."""
    return load_validated(package_file("questionnaires", "scoring", "parameters.yaml"), ScoringShape)


@cache
def evidence_factors() -> Mapping[EvidenceGrade, float]:
    """The share of an answer's credit that counts, by the evidence behind it."""
    factors = scoring().evidence_factors
    return {grade: factors[int(grade[0])] for grade in EvidenceGrade}
