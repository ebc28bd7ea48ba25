"""An audit as a document: what is said, in which order, in which words. Renderers add only its looks."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import AuditReport
from duediligence.reports.document.audit.cover import cover
from duediligence.reports.document.audit.listings import all_parties, problems
from duediligence.reports.document.audit.map import where
from duediligence.reports.document.audit.method import method
from duediligence.reports.document.audit.party import party_page
from duediligence.reports.document.audit.sources import sources
from duediligence.reports.document.audit.summary import summary
from duediligence.reports.document.audit.view import View, view
from duediligence.reports.document.blocks import Block, Document, PageBreak
from duediligence.reports.document.wording import lists_line, long_date

__all__ = ["audit_document"]


def audit_document(report: AuditReport) -> Document:
    """The whole audit as blocks."""
    seen = view(report)
    return Document(
        title=report.title,
        as_of=f"As of {long_date(report.as_of)}",
        running=lists_line(seen),
        subject="Due diligence against human trafficking in conflict",
        blocks=tuple(_blocks(seen)),
    )


def _blocks(seen: View) -> Iterator[Block]:
    yield from cover(seen)
    yield PageBreak()
    yield from summary(seen)
    yield from where(seen)
    for case in seen.with_page:
        yield from party_page(case, seen)
    yield from all_parties(seen)
    yield from problems(seen)
    yield from sources(seen)
    yield from method(seen)
