"""The first page: who answered, where they stand as a whole and theme by theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duediligence.model import Question, ThemeScore
from duediligence.questionnaires import Change, Comparison, Move
from duediligence.reports.document.blocks import (
    Block,
    Column,
    Cover,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Table,
    Text,
    Tone,
    plain,
    strong,
)
from duediligence.reports.document.figures import Meter, Meters
from duediligence.reports.document.self_assessment.answers_view import Own

THANKS = (
    "Thank you for these answers. This report is made from them alone and is meant for you: nothing in it comes from "
    "anywhere else, and it is no verdict. An honest “No” is respected here: it shows where to begin."
)


def standing(own: Own) -> Iterator[Block]:
    """The page's blocks."""
    answers = own.answers
    made = own.word("Answered on {day}", day=own.day(answers.answered_on))
    by = f" · {answers.answered_by}" if answers.answered_by else ""
    head = " · ".join(filter(None, (own.word("Self-assessment"), own.wording.draft_mark)))
    yield Cover(answers.party_name or answers.party or own.wording.title, own.wording.title, f"{made}{by}", head)
    yield Paragraph(plain(own.word(THANKS)), "lead")
    yield KeyFigures(tuple(_figures(own)))
    yield Heading(own.word("Where you stand"), 2)
    yield Paragraph(plain(_legend(own), Tone.MUTED), "small", introduces=True)
    yield Meters(tuple(_meters(own)))


def _figures(own: Own) -> Iterator[KeyFigure]:
    before = own.comparison.before.control if own.comparison else None
    since = own.word("in what you have answered")
    if before is not None:
        since = own.word("{share} last time", share=share(before))
    yield KeyFigure(share(own.assessment.control), own.word("safeguards shown"), since)
    answered, asked = len(own.asked) - len(own.open), len(own.asked)
    of = "of {asked} in the short form" if own.is_quick else "of {asked} that concern you"
    yield KeyFigure(f"{answered}", own.word("questions answered"), own.word(of, asked=asked))
    yield KeyFigure(f"{len(own.first)}", own.word("to act on first"), own.word("whatever the rest says"))
    yield KeyFigure(f"{len(own.proved)}", own.word("good and shown"), own.word("with a record or more"))


def _legend(own: Own) -> str:
    legend = own.word("A full bar: everything asked for is in place, and workers or a check on the spot confirm it.")
    if own.comparison is None:
        return legend
    day = own.day(own.comparison.before.answered_on)
    return f"{legend} {own.word('The notch: where you stood on {day}.', day=day)}"


def _meters(own: Own) -> Iterator[Meter]:
    earlier = {theme.theme: theme for theme in own.comparison.before.themes} if own.comparison else {}
    for theme in own.assessment.themes:
        before = earlier.get(theme.theme)
        title, _ = own.wording.theme(theme.theme)
        urgent = own.word("{count} to act on first", count=theme.critical) if theme.critical else ""
        yield Meter(title, theme.control, _words(own, theme), before.control if before else None, urgent)


def _words(own: Own, theme: ThemeScore) -> str:
    asked = [item for item in own.asked if item.question.theme == theme.theme]
    answered = sum(bool(item.value) for item in asked)
    if not asked:
        return own.word("nothing here concerns you")
    told = own.word("{answered} of {asked} answered", answered=answered, asked=len(asked))
    return told if theme.control is None else f"{share(theme.control)} · {told}"


def share(value: float | None) -> str:
    """A share in percent, a dash where it is not known."""
    return "–" if value is None else f"{value:.0%}"


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
