"""A report for the company or agency that answered: where it stands, what to do first, who asks for it.

It is made from the party's own answers alone. No list, register or risk band enters it: this package is given none.
"""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import AnswerSet
from duediligence.questionnaires import ENGLISH, Wording
from duediligence.reports.document.blocks import Block, Document, PageBreak
from duediligence.reports.document.self_assessment.actions import first_steps, next_steps
from duediligence.reports.document.self_assessment.answers_view import Own
from duediligence.reports.document.self_assessment.method import method
from duediligence.reports.document.self_assessment.overview import progress, standing
from duediligence.reports.document.self_assessment.strengths import look_again, still_open, strengths, to_show

__all__ = ["self_assessment"]


def self_assessment(wording: Wording, answers: AnswerSet, before: AnswerSet | None = None) -> Document:
    """The report on the answers, in the language of `wording`, with the progress since those of `before`.

    Raises `InputRefused` (DD-QN-020) where the two are of different questionnaires.
    """
    own = Own(wording, answers, before)
    foot = own.word("Made from your own answers alone. Nothing in it comes from a list or a register.")
    return Document(
        title=" · ".join(filter(None, (own.word("Self-assessment"), answers.party_name or answers.party))),
        as_of=own.word("Answered on {day}", day=own.day(answers.answered_on)),
        running=(foot, ""),
        subject=wording.title,
        blocks=tuple(_blocks(own)),
        language="en-GB" if wording.language == ENGLISH else wording.language,
        direction=wording.direction,
        page=wording.word("Page {number} of {count}"),
    )


def _blocks(own: Own) -> Iterator[Block]:
    yield from standing(own)
    yield PageBreak()
    yield from first_steps(own)
    yield from next_steps(own)
    yield from progress(own)
    yield from look_again(own)
    yield from strengths(own)
    yield from to_show(own)
    yield from still_open(own)
    yield from method(own)
