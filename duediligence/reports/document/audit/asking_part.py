"""What a party said that does not fit together, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import Contradiction, Said
from duediligence.reports.document.audit.view import Case
from duediligence.reports.document.blocks import (
    NEW_LINE,
    Block,
    Column,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
    strong,
)

MEANT = (
    "Two things that were said do not fit together. That accuses nobody: a question may have been misread, or the "
    "figures are of different days. It changes no score. Ask openly, and never say who said otherwise."
)


def questions_to_ask(case: Case) -> Iterator[Block]:
    """The party's contradictions as a table, each with its question."""
    if not case.contradictions:
        return
    yield Heading("Questions to ask", 2)
    yield Paragraph(plain(MEANT, Tone.MUTED), "small", introduces=True)
    columns = (Column("What was said", 3), Column("What does not fit with it", 3), Column("Ask next", 2.6))
    yield Table(columns, tuple(_row(found, case.party.party_id) for found in case.contradictions))


def _row(found: Contradiction, page: str) -> tuple[Text, ...]:
    """`page` is the party whose page it is: where another one is to be asked, that is said."""
    whom = "" if found.party_id == page else f" To ask of {found.party_id}."
    return _said(found.first), _said(found.second), (*strong(found.ask), Span(f"{whom} {found.rule}", tone=Tone.MUTED))


def _said(said: Said) -> Text:
    return Span(said.text), NEW_LINE, Span(said.where, tone=Tone.MUTED)
