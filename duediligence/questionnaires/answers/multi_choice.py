"""Options answered on lines of their own → one answer of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from duediligence.errors import Code
from duediligence.model import AnswerType, Choice, Problem, Question, Questionnaire, Severity
from duediligence.questionnaires.answers.form_reader import RawAnswer
from duediligence.questionnaires.answers.values import is_blank, read_value
from duediligence.questionnaires.forms.layout import TICKS, option_id
from duediligence.questionnaires.translations.answer_words import IN_ENGLISH, Spoken, plain

Marked = Mapping[Choice, RawAnswer]

# A tick is read as an answer to this question, so that the same words and short forms hold.
_TICK = Question("", "", "", AnswerType.YES_NO, 1.0, choices=tuple(Choice(tick, None) for tick in TICKS))
YES, NO = TICKS


def join_ticks(
    questionnaire: Questionnaire, raw: Sequence[RawAnswer], words: Spoken = IN_ENGLISH, *, same_version: bool = True
) -> tuple[tuple[RawAnswer, ...], tuple[Problem, ...]]:
    """The lines with those of options put into their question's own; an answer in one cell stays as it is.

    An option is the one whose words stand on the line; in a form of the same version its number is enough. Lines of
    options that are neither stay.
    """
    joiner = _Joiner({line.id: line for line in raw}, words, same_version)
    for question in questionnaire.questions:
        if question.type is AnswerType.SEVERAL_OF:
            joiner.join(question)
    return tuple(joiner.lines.values()), tuple(joiner.problems)


@dataclass(slots=True)
class _Joiner:
    """The lines of one form by id, and the problems met."""

    lines: dict[str, RawAnswer]
    words: Spoken
    same_version: bool
    problems: list[Problem] = field(default_factory=list)

    def join(self, question: Question) -> None:
        """Joins the question's options, if any is marked."""
        marked = dict(self._take_marked(question))
        if marked:
            own = self.lines.get(question.id) or RawAnswer(question.id, None, next(iter(marked.values())).where)
            self.lines[question.id] = self._joined(question, own, marked)
            self.problems.extend(self._doubts(own, marked))

    def _take_marked(self, question: Question) -> Iterator[tuple[Choice, RawAnswer]]:
        """The options beside which something stands; the lines of all that are known leave `lines`."""
        for line in [line for line in self.lines.values() if line.id.startswith(option_id(question, ""))]:
            choice = self._option(question, line)
            if choice:
                del self.lines[line.id]
                if not is_blank(line.value):
                    yield choice, line

    def _option(self, question: Question, line: RawAnswer) -> Choice | None:
        named = self.words.chosen(question, plain(line.text.lstrip(" •")))
        if named or not self.same_version:
            return named
        numbered = {option_id(question, number): choice for number, choice in enumerate(question.choices, start=1)}
        return numbered.get(line.id)

    def _joined(self, question: Question, own: RawAnswer, marked: Marked) -> RawAnswer:
        """The question's own line with the options that were answered Yes; with its lone choice if all others are No.

        With some No and no Yes it stays unsettled: `No` is none of its choices, and becomes a problem.
        """
        ticks = {choice: self._tick(line) for choice, line in marked.items()}
        chosen = [choice for choice, tick in ticks.items() if tick == YES]
        if not chosen and all(ticks.get(choice) == NO for choice in question.choices if not choice.alone):
            chosen = [choice for choice in question.choices if choice.alone]
        first = next((marked[choice] for choice in chosen if choice in marked), None)
        where = (first or next(iter(marked.values()))).where
        unsettled = NO if NO in ticks.values() else None
        return replace(own, value=[choice.value for choice in chosen] or unsettled, where=where)

    def _tick(self, line: RawAnswer) -> str:
        return read_value(_TICK, line.value, self.words).text

    def _doubts(self, own: RawAnswer, marked: Marked) -> Iterator[Problem]:
        if not is_blank(own.value):
            advice = "The lines below it are used; leave this cell empty."
            yield Problem(Code.ANSWER_INVALID, Severity.WARNING, own.where, str(own.value), advice)
        for line in marked.values():
            if not self._tick(line):
                advice = f"Write {YES} or {NO}."
                yield Problem(Code.ANSWER_INVALID, Severity.WARNING, line.where, str(line.value), advice)
