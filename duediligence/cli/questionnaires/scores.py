"""How scores of answers are shown: as a table with what to act on first, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from duediligence.cli.output import print_json, print_table, say
from duediligence.model import Assessment, Contradiction, CriticalAnswer, Said


def show_scores(assessment: Assessment, found: Sequence[Contradiction], *, as_json: bool) -> None:
    """The scores by theme and whole; what overrides them; what does not fit together and should be asked."""
    if as_json:
        print_json(_scores(assessment) | {"questions": [_question(item) for item in found]})
        return
    rows = [
        (item.theme, item.title, share(item.control), share(item.coverage), item.critical or "")
        for item in assessment.themes
    ]
    whole = (share(assessment.control), share(assessment.coverage), len(assessment.critical) or "")
    print_table(("", "theme", "control", "answered", "critical"), [*rows, ("", "Whole", *whole)])
    if assessment.critical:
        say("Whatever the score: each critical answer is a finding, and holds the risk band at high or above.")
    for critical in assessment.critical:
        say(f"Act first: {critical.text} – “{critical.value}” ({critical.cell}). {critical.action}")
    for item in found:
        say(f"Ask: {item.ask} {_quoted(item.first)}; {_quoted(item.second)}. [{item.rule}]")


def share(value: float | None) -> str:
    """A score or coverage in percent; a dash where there is none."""
    return "–" if value is None else f"{value:.0%}"


def _quoted(said: Said) -> str:
    return f"{said.text} ({said.where})"


def _scores(assessment: Assessment) -> dict[str, Any]:
    return {
        "party": assessment.party_id,
        "questionnaire": assessment.questionnaire,
        "version": assessment.version,
        "control": assessment.control,
        "coverage": assessment.coverage,
        "themes": [
            {
                "theme": item.theme,
                "title": item.title,
                "control": item.control,
                "coverage": item.coverage,
                "critical": item.critical,
            }
            for item in assessment.themes
        ],
        "critical": [_critical(item) for item in assessment.critical],
    }


def _critical(item: CriticalAnswer) -> dict[str, str]:
    return {"question": item.question, "value": item.value, "where": str(item.cell), "action": item.action}


def _question(item: Contradiction) -> dict[str, Any]:
    said = [{"text": one.text, "where": str(one.where)} for one in (item.first, item.second)]
    return {"rule": item.rule, "between": str(item.between), "said": said, "ask": item.ask}
