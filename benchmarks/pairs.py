"""Labelled pairs of names: how well the score sorts same parties before different ones."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from logic_v2 import is_installed, pair_score

from duediligence.model import NameType
from duediligence.screening import compare

_TYPES = {"person": NameType.PERSON, "company": NameType.ORGANISATION, "organisation": NameType.ORGANISATION}
Scored = tuple[str, float, bool]


Scorer = Callable[[dict[str, str], dict[str, list[str]]], float]


def scored_pairs(path: Path, score: Scorer) -> list[Scored]:
    """Group, score and label of every pair."""
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(pair["group"], score(pair["query"], pair["target"]), pair["label"] == "match") for pair in pairs]


def our_score(query: dict[str, str], target: dict[str, list[str]]) -> float:
    """Of several names of one target the best counts."""
    kind = _TYPES.get(query["type"], NameType.UNKNOWN)
    return max(compare(query["name"], name, kind).score for name in target["names"])


def average_precision(pairs: Sequence[Scored]) -> float:
    """The mean, over the same parties, of the precision at their score; ties share the worst place."""
    total = seen = same = 0
    area = 0.0
    by_score: defaultdict[float, list[bool]] = defaultdict(list)
    for _, score, label in pairs:
        by_score[score].append(label)
        total += label
    for _, labels in sorted(by_score.items(), reverse=True):
        seen += len(labels)
        same += sum(labels)
        area += sum(labels) * same / seen
    return area / total if total else 0.0


def tell_pairs(path: Path) -> None:
    """The average precision in all and by group, and the mean over the groups, of ours and where it is of logic-v2."""
    for title, score in (("ours", our_score), *([("logic-v2", pair_score)] if is_installed() else [])):
        _tell(title, scored_pairs(path, score))


def _tell(title: str, pairs: Sequence[Scored]) -> None:
    groups = sorted({group for group, _, _ in pairs})
    by_group = {group: average_precision([pair for pair in pairs if pair[0] == group]) for group in groups}
    print(f"\nlabelled pairs, {title}: average precision {average_precision(pairs):.4f} of {len(pairs)}")
    print(f"  mean over the groups {sum(by_group.values()) / len(groups):.4f}: ", end="")
    print(", ".join(f"{group} {figure:.3f}" for group, figure in by_group.items()))
