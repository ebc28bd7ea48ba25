"""What is good already, what only needs to be shown, what is open, and what does not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from duediligence.model import Contradiction
from duediligence.questionnaires import ENGLISH, Standing, contradiction_rules, contradictions_within
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
)
from duediligence.reports.document.self_assessment.actions import shown
from duediligence.reports.document.self_assessment.answers_view import Own


def strengths(own: Own) -> Iterator[Block]:
    """What the party does well, with what shows it."""
    if not own.proved:
        return
    yield Heading(own.word("What you do well"), 2, anchor="well")
    yield Paragraph(plain(own.word("Good answers with a record or more behind them. Keep them up.")), introduces=True)
    columns = (
        Column(own.word("Question"), 4.6),
        Column(own.word("Your answer"), 2.0),
        Column(own.word("What stands behind it"), 2.0),
    )
    rows = (
        (plain(own.wording.question(item.question.id).text), plain(shown(own, item)), plain(_grade(own, item)))
        for item in own.proved
    )
    yield Table(columns, tuple(rows))


def to_show(own: Own) -> Iterator[Block]:
    """Good answers that nothing shows yet."""
    if not own.unproved:
        return
    yield Heading(own.word("Good, and only to be shown"), 2, anchor="show")
    text = own.word("These answers are good. With something to show for them they would count for more.")
    yield Paragraph(plain(text), introduces=True)
    columns = (Column(own.word("Question and your answer"), 4.3), Column(own.word("What could show it"), 4.3))
    yield Table(columns, tuple(_to_show(own, item) for item in own.unproved))


def _to_show(own: Own, item: Standing) -> tuple[Text, ...]:
    words = own.wording.question(item.question.id)
    return _asked_and_said(own, item), plain(words.evidence_expected or own.word("A record kept at the time."))


def _grade(own: Own, item: Standing) -> str:
    """The grade without its figure."""
    grade = own.word(item.answer.evidence) if item.answer else ""
    return grade.partition(" ")[2] or grade


def still_open(own: Own) -> Iterator[Block]:
    """The questions without an answer, by theme."""
    if not own.open:
        return
    yield Heading(own.word("Still open"), 2, anchor="open")
    text = own.word("Not answered is neither yes nor no: it counts against nobody, and shows nothing either.")
    yield Paragraph(plain(text), introduces=True)
    columns = (Column(own.word("Question"), 5.2), Column(own.word("What could show it"), 3.4))
    yield Table(columns, tuple(_open_rows(own)))


def _open_rows(own: Own) -> Iterator[tuple[Text, ...]]:
    for theme, items in groupby(own.open, key=lambda item: item.question.theme):
        yield (plain(own.wording.theme(theme)[0], Tone.ACCENT),)
        for item in items:
            words = own.wording.question(item.question.id)
            yield plain(words.text), plain(words.evidence_expected, Tone.MUTED)


def look_again(own: Own) -> Iterator[Block]:
    """Answers that do not fit together, with the question they raise."""
    found = contradictions_within(own.assessment)
    if not found:
        return
    yield Heading(own.word("Please look again"), 2, anchor="again")
    text = own.word("Two answers do not quite fit together. One may be a slip, or there is more to tell in the note.")
    yield Paragraph(plain(text), introduces=True)
    columns = (
        Column(own.word("One answer"), 3),
        Column(own.word("The other"), 3),
        Column(own.word("A question on it"), 3),
    )
    yield Table(columns, tuple(_clash(own, item) for item in found))


def _clash(own: Own, found: Contradiction) -> tuple[Text, ...]:
    """Both answers in the words of who answered; the question is written in English alone."""
    rule = next(rule for rule in contradiction_rules() if rule.id == found.rule)
    by_id = {item.question.id: item for item in own.every}
    first, second = (_asked_and_said(own, by_id[fact.answer]) for fact in rule.facts)
    return first, second, plain(found.ask if own.wording.language == ENGLISH else "", Tone.ACCENT)


def _asked_and_said(own: Own, item: Standing) -> Text:
    return Span(own.wording.question(item.question.id).text), NEW_LINE, Span(shown(own, item), strong=True)
