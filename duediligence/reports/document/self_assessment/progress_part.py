"""What has changed since the last answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duediligence.model import Question
from duediligence.questionnaires import Change, Comparison, Move
from duediligence.reports.document.blocks import Block, Column, Heading, Paragraph, Table, Text, Tone, plain, strong
from duediligence.reports.document.self_assessment.answers_view import Own

TITLES = {
    Move.BETTER: "Better",
    Move.NEW: "Answered now",
    Move.CHANGED: "Changed",
    Move.WORSE: "Not as good as before",
    Move.GONE: "No longer answered",
}


def progress(own: Own) -> Iterator[Block]:
    """The changes, what is better first."""
    found = own.comparison
    if found is None:
        return
    yield Heading(own.word("Since {day}", day=own.day(found.before.answered_on)), 1, anchor="progress")
    yield Paragraph(plain(_sentence(own, found)), "lead")
    if found.changes:
        columns = (
            Column(own.word("Question"), 4.2),
            Column(own.word("Before"), 2.2),
            Column(own.word("Now"), 2.2),
        )
        yield Table(columns, tuple(_rows(own, found)))


def _sentence(own: Own, found: Comparison) -> str:
    if not found.changes:
        return own.word("No answer has changed.")
    moves = Counter(change.move for change in found.changes)
    told = " · ".join(f"{own.word(title)}: {moves[move]}" for move, title in TITLES.items() if moves[move])
    honest = own.word("An answer that is more honest than the last one is progress, too.")
    return f"{told}. {honest}" if moves[Move.WORSE] else f"{told}."


def _rows(own: Own, found: Comparison) -> Iterator[tuple[Text, ...]]:
    for move, title in TITLES.items():
        changes = [change for change in found.changes if change.move is move]
        if changes:
            yield (plain(own.word(title), Tone.ACCENT),)
            for change in changes:
                yield _row(own, change)


def _row(own: Own, change: Change) -> tuple[Text, ...]:
    question = next(item for item in own.wording.questionnaire.questions if item.id == change.question)
    return (
        plain(own.wording.question(question.id).text),
        plain(_side(own, question, change.before, change.evidence_before), Tone.MUTED),
        strong(_side(own, question, change.after, change.evidence_after)),
    )


def _side(own: Own, question: Question, value: str, evidence: str | None) -> str:
    if not value:
        return own.word("no answer")
    words = own.wording
    if question.choices:
        value = "; ".join(words.choice(question.id, part) for part in value.split("; "))
    return f"{value} ({own.word(evidence).partition(' ')[2]})" if evidence else value
