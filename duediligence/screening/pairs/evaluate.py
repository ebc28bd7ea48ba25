"""A file of pairs scored and, where it is labelled, measured."""

from __future__ import annotations

from collections.abc import Sequence

from duediligence.screening.pairs.compare import compare_pair
from duediligence.screening.pairs.read import PairTable
from duediligence.screening.pairs.validation_part import Validation, validate
from duediligence.screening.score.compare import Scales
from duediligence.settings import Settings

PairScores = Sequence[tuple[str, float | None]]
"""Id and score of each row, in the file's order; None where a row has no pair."""


def score_pairs(table: PairTable) -> PairScores:
    """The score of each row. It depends on nothing but the row: not on the other pairs, not on a list."""
    scales = Scales()
    return [(row.pair_id, compare_pair(row.pair, scales).score if row.pair else None) for row in table.rows]


def validate_pairs(table: PairTable, scores: PairScores, settings: Settings) -> Validation:
    """The figures over the rows that have both a label and a score."""
    return validate(
        [
            (score, row.label)
            for row, (_, score) in zip(table.rows, scores, strict=True)
            if score is not None and row.label is not None
        ],
        settings,
    )
