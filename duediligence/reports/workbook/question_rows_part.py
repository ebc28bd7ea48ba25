"""The sheet of questions to ask where answers do not fit together."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.reports.document.audit.view import View
from duediligence.tables import Value

QUESTION_COLUMNS = (
    *("party_id", "party_name", "between", "what was said", "where", "what does not fit with it", "where else"),
    *("ask next", "rule", "answer", "asked on"),
)
QUESTION_WIDTHS = (10, 30, 24, 50, 30, 50, 30, 50, 10, 40, 12)


def question_rows(view: View) -> Iterator[tuple[Value, ...]]:
    """What does not fit together, once each, under the party to ask; the answer is for the officer to fill in."""
    for case in view.cases:
        for item in case.contradictions:
            if item.party_id == case.party.party_id:
                said = (item.first.text, item.first.where, item.second.text, item.second.where)
                yield (item.party_id, case.party.name, str(item.between), *said, item.ask, item.rule, None, None)
