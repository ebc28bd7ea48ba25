"""How it was worked out, and the whole names of the standards."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from duediligence.questionnaires import InstrumentShape, evidence_factors, load_references
from duediligence.reports.document.blocks import (
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
from duediligence.reports.document.self_assessment.answers_view import Own


def method(own: Own) -> Iterator[Block]:
    """The last part's blocks."""
    yield Heading(own.word("How this was worked out"), 2, anchor="method")
    yield Paragraph(plain(own.word(HOW)))
    factors = "; ".join(f"{own.word(grade)}: {factor:.0%}" for grade, factor in evidence_factors().items())
    yield Paragraph(plain(own.word("What counts of a good answer: {factors}.", factors=factors)))
    form = own.wording.questionnaire
    version = own.word("Questionnaire {name}, version {version}.", name=form.id, version=form.version)
    yield Paragraph(plain(version), "small")
    yield from _standards(own)


HOW = (
    "Each answer earns between nothing and full credit; what stands behind it decides how much of that counts; the "
    "heavier the question, the more it weighs. A bar is what was earned of what could be. Questions that do not "
    "concern you are left out, and open ones change no bar. Weights and credits are the judgement of those who wrote "
    "the questions, and open to challenge."
)


def _standards(own: Own) -> Iterator[Block]:
    """The standards that the steps name, each instrument once with its clauses."""
    named = {name for item in (*own.first, *own.then) for name in item.question.references}
    rows = tuple(row for item in load_references().instruments if (row := _instrument(item, named)))
    if rows:
        yield Heading(own.word("The standards in full"), 2, anchor="standards")
        columns = (Column(own.word("Short name"), 1.2), Column(own.word("Title, and what it asks for"), 7))
        yield Table(columns, rows)


def _instrument(item: InstrumentShape, named: Collection[str]) -> tuple[Text, ...]:
    """Its names and those of its clauses that are named; nothing where none is."""
    clauses = zip(item.references(), item.clauses.items(), strict=True)
    told = [about or clause for name, (clause, about) in clauses if name in named]
    if not told:
        return ()
    return strong(item.short), (Span(f"{item.title}. "), Span("; ".join(told), tone=Tone.MUTED))
