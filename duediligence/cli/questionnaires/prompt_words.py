"""What an interview says of a question, in the language of the person who answers."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

from duediligence.cli.output import say
from duediligence.model import Answer, Question

if TYPE_CHECKING:
    from duediligence.questionnaires import Interview, Wording

WIDEST = 100
"""Letters of a line; longer ones are hard to read."""


def wrapped(text: str, indent: str = "") -> str:
    """The text in lines that fit the terminal."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    lines = (
        textwrap.wrap(line, width, initial_indent=indent, subsequent_indent=indent) or [""]
        for line in text.splitlines() or [""]
    )
    return "\n".join(line for some in lines for line in some)


def say_theme(interview: Interview) -> None:
    """The theme of the current question, and how far the interview is."""
    if interview.current is None:
        return
    words, theme = interview.wording, interview.current.theme
    title, about = words.theme(theme)
    answered, asked = interview.progress
    say("\n" + wrapped(f"{theme}. {title}. {about}"))
    say(words.word("{answered} of {asked} questions answered").format(answered=answered, asked=asked))


def say_question(interview: Interview, question: Question) -> None:
    """The question with its number, its choices, and the answer that is there already."""
    words, given = interview.wording, interview.given
    number, asked = interview.number
    count = words.word("{number} of {asked}").format(number=number, asked=asked)
    say("\n" + wrapped(f"{count}  {words.question(question.id).text}"))
    for place, choice in enumerate(question.choices, start=1):
        say(f"   {place}  {words.choice(question.id, choice.value)}")
    if not question.choices and question.unit:
        say(f"   ({words.unit(question.unit)})")
    if given and given.value:
        say(wrapped(words.word("Now: {answer}. Enter keeps it.").format(answer=_shown(words, question, given))))


def explain(words: Wording, question: Question) -> None:
    """How to answer, why it is asked, and what could be shown for it."""
    own = words.question(question.id)
    why = words.word("Why we ask: {why}").format(why=own.why) if own.why else ""
    evidence = words.word("Evidence could be: {evidence}").format(evidence=own.evidence_expected)
    texts = [text for text in (own.help, why, evidence if own.evidence_expected else "") if text]
    for text in texts or [words.word("There is nothing more to explain.")]:
        say(wrapped(text, "   "))


def _shown(words: Wording, question: Question, given: Answer) -> str:
    if not question.choices:
        return f"{given.value} {words.unit(question.unit)}".strip()
    return "; ".join(words.choice(question.id, value) for value in given.value.split("; "))
