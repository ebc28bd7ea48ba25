"""A file of pairs scored and, where it is labelled, measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from duediligence.screening.pairs.compare import compare_pair
from duediligence.screening.pairs.read import PairTable
from duediligence.screening.score.compare import Scales
from duediligence.settings import Settings

THRESHOLDS = tuple(round(0.30 + 0.05 * step, 2) for step in range(14))


@dataclass(frozen=True, slots=True)
class Figures:
    """At one threshold. `flagged` pairs score at or above it, `found` of them are labelled a match.

    `precision` is found ÷ flagged, None where nothing is flagged; `recall` is found ÷ all labelled matches, None where
    there are none; `f_score` is their harmonic mean, None without both.
    """

    threshold: float
    flagged: int
    found: int
    precision: float | None
    recall: float | None
    f_score: float | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Validation:
    """Labelled pairs measured. `average_precision` is None without a match; equal scores are taken as one step."""

    pairs: int
    matches: int
    average_precision: float | None
    by_threshold: tuple[Figures, ...]
    at_limits: tuple[Figures, ...]


def validate(labelled: Sequence[tuple[float, bool]], settings: Settings) -> Validation:
    """Measures scores (0..1) with their labels at `THRESHOLDS` and at the three limits of the settings."""
    limits = (
        ("reported", settings.min_score),
        ("possible", settings.possible_score),
        ("strong", settings.strong_score),
    )
    return Validation(
        pairs=len(labelled),
        matches=sum(label for _, label in labelled),
        average_precision=average_precision(labelled),
        by_threshold=tuple(figures_at(labelled, threshold) for threshold in THRESHOLDS),
        at_limits=tuple(figures_at(labelled, threshold, name) for name, threshold in limits),
    )


def figures_at(labelled: Sequence[tuple[float, bool]], threshold: float, name: str = "") -> Figures:
    """The figures at one threshold."""
    flagged = sum(score >= threshold for score, _ in labelled)
    found = sum(label and score >= threshold for score, label in labelled)
    matches = sum(label for _, label in labelled)
    precision = found / flagged if flagged else None
    recall = found / matches if matches else None
    f_score = 2 * found / (flagged + matches) if flagged and matches else None
    return Figures(threshold, flagged, found, precision, recall, f_score, name)


def average_precision(labelled: Sequence[tuple[float, bool]]) -> float | None:
    """Σ (recall gained × precision) over falling scores; pairs of one score come in together, so order is nothing."""
    matches = sum(label for _, label in labelled)
    total, found, flagged = 0.0, 0, 0
    for _, step in groupby(sorted(labelled, reverse=True), key=lambda item: item[0]):
        labels = [label for _, label in step]
        flagged += len(labels)
        found += sum(labels)
        total += sum(labels) * found / flagged
    return total / matches if matches else None


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
