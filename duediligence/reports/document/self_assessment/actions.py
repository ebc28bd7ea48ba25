"""What to do: first what cannot wait, then all else by weight, each with who asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from duediligence.questionnaires import Standing
from duediligence.reports.document.blocks import (
    NEW_LINE,
    Block,
    Callout,
    Column,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
)
from duediligence.reports.document.self_assessment.answers_view import Own

WEIGHTS = {3.0: "The heart of it", 2.0: "Important", 1.0: "Useful"}
"""What a weight is called; any other is told as a figure."""

MOST_NAMED = 4
"""Standards named beside a step; all of them stand at the end."""


def first_steps(own: Own) -> Iterator[Block]:
    """The critical answers, a card each."""
    yield Heading(own.word("Do this first"), 1, anchor="first")
    if not own.first:
        text = own.word("None of your answers speaks of something that cannot wait. The steps below go by weight.")
        yield Paragraph(plain(text), "lead")
        return
    text = own.word(
        "These answers speak of something that can harm people now. Begin here, whatever else is good, and take care "
        "that nobody suffers for having spoken. If somebody is in danger, get help first."
    )
    yield Paragraph(plain(text), "lead", introduces=True)
    for number, item in enumerate(own.first, start=1):
        yield Callout(f"{number}.  {own.wording.question(item.question.id).text}", tuple(_card(own, item)), Tone.HIGH)


def _card(own: Own, item: Standing) -> Iterator[Span]:
    words = own.wording.question(item.question.id)
    yield Span(own.word("Your answer: {answer}", answer=shown(own, item)), strong=True)
    lines = (
        ("What to do: {action}", words.action, Tone.BODY),
        ("Why it matters: {why}", words.why, Tone.BODY),
        ("What would show the change: {evidence}", words.evidence_expected, Tone.BODY),
        ("Asked for by: {standards}", standards(own, item), Tone.MUTED),
    )
    for label, text, tone in lines:
        if text:
            name = label[label.index("{") + 1 : -1]
            yield from (NEW_LINE, Span(own.word(label, **{name: text}), tone=tone))


def next_steps(own: Own) -> Iterator[Block]:
    """All other answers that leave something to do, in groups by weight."""
    if not own.then:
        return
    yield Heading(own.word("Then, by weight"), 2, anchor="then")
    text = own.word("You need not do all of it at once. A few steps a month, with a role and a date, go a long way.")
    yield Paragraph(plain(text, Tone.MUTED), "small", introduces=True)
    columns = (
        Column(own.word("Question and your answer"), 2.7),
        Column(own.word("What to do"), 2.8),
        Column(own.word("Who asks for it"), 2.2),
        Column(own.word("Role and date"), 1.0),
    )
    yield Table(columns, tuple(_rows(own)))


def _rows(own: Own) -> Iterator[tuple[Text, ...]]:
    for weight, items in groupby(own.then, key=lambda item: item.question.weight):
        name = own.word(WEIGHTS[weight]) if weight in WEIGHTS else f"{weight:g}"
        yield (plain(name, Tone.ACCENT),)
        for item in items:
            words = own.wording.question(item.question.id)
            asked = (Span(words.text), NEW_LINE, Span(shown(own, item), strong=True))
            yield asked, plain(words.action), plain(standards(own, item, MOST_NAMED), Tone.MUTED), plain("")


def standards(own: Own, item: Standing, most: int = 99) -> str:
    """Who asks for it, the first of them by name."""
    names = item.question.references
    more = own.word("and {count} more", count=len(names) - most) if len(names) > most else ""
    return "; ".join(filter(None, (*names[:most], more)))


def shown(own: Own, item: Standing) -> str:
    """The answer in the words of who answered, with its unit."""
    question, words = item.question, own.wording
    if not item.answer:
        return ""
    if question.choices:
        return "; ".join(words.choice(question.id, value) for value in item.answer.value.split("; "))
    return f"{item.answer.value} {words.unit(question.unit)}".strip()
