"""Which names the report cannot show in their own letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duediligence.errors import Code
from duediligence.model import AuditReport, CellRef, Problem, Severity
from duediligence.reports.pdf.text.sanitise import clean, lacking


def letter_problems(report: AuditReport) -> tuple[Problem, ...]:
    """A note for each name that is shown romanised: where it stands, and the name."""
    noted: dict[str, Problem] = {}
    for where, text in _names(report):
        if text not in noted and lacking(clean(text)):
            noted[text] = Problem(Code.LETTERS_WITHOUT_FONT, Severity.NOTE, where, text)
    return tuple(noted.values())


def _names(report: AuditReport) -> Iterator[tuple[CellRef | None, str]]:
    for party in report.parties:
        yield party.origin, party.name
        yield from _at(party.cell("other_names"), party.other_names)
        yield from _at(party.cell("owners"), party.owners)
    for match in report.matches:
        yield from _at(None, (match.list_name, match.matched_name))


def _at(where: CellRef | None, texts: Iterable[str]) -> Iterator[tuple[CellRef | None, str]]:
    return ((where, text) for text in texts)
