"""An interview with the person at the terminal: prompts on stderr, the answer file's path on stdout."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from duediligence.cli.output import say
from duediligence.cli.questionnaires.prompt_words import explain, say_question, say_theme, wrapped
from duediligence.model import AnswerSet, EvidenceGrade, Question

if TYPE_CHECKING:
    from duediligence.questionnaires import Interview

EXPLAIN, BACK, OPEN, STOP = "?", "<", "-", "!"
INTERRUPTED = 130


class _Stopped(Exception):
    """The person wants to stop, or there is nothing more to read."""


@dataclass(slots=True)
class Talk:
    """One interview; `facts` say who answers, `path` is the answer file, `options` were given beside it."""

    interview: Interview
    facts: AnswerSet
    path: Path
    options: tuple[str, ...] = ()

    def hold(self) -> None:
        """Asks everything. However it ends, what was answered is in the file. Raises `OutputRefused`, `typer.Exit`."""
        code = 0
        try:
            self._introduce()
            self._ask_facts()
            self.interview.start()
            self._ask_all()
        except _Stopped:
            pass
        except KeyboardInterrupt:
            say()
            code = INTERRUPTED
        self._save()
        self._say_saved()
        typer.echo(str(self.path))
        if code:
            raise typer.Exit(code)

    def _introduce(self) -> None:
        words = self.interview.wording
        for text in (f"{words.title} {words.draft_mark}".strip(), words.introduction):
            say(f"{wrapped(text)}\n")
        say(wrapped(self._word("Enter goes on, ? explains, < goes back, - leaves it open, ! saves and stops.")) + "\n")

    def _ask_facts(self) -> None:
        """Who answers; only what is not known yet."""
        facts = self.facts
        if not facts.party:
            self.facts = facts = replace(facts, party=self._fact("Party id"))
        if not facts.party_name:
            self.facts = facts = replace(facts, party_name=self._fact("Party name"))
        if not facts.answered_by:
            self.facts = replace(facts, answered_by=self._fact("Answered by (role, no name)"))

    def _fact(self, label: str) -> str:
        text = self._read(f"{self._word(label)}:")
        return "" if text in (EXPLAIN, BACK, OPEN) else text

    def _ask_all(self) -> None:
        theme, goes_on = "", True
        while goes_on:
            question = self.interview.current
            if question is None:
                goes_on = self._read(f"\n{self._word(END)}") == BACK and self.interview.back()
                continue
            if question.theme != theme:
                say_theme(self.interview)
                theme = question.theme
            self._ask(question)

    def _ask(self, question: Question) -> None:
        say_question(self.interview, question)
        text = self._read(">")
        if text == EXPLAIN:
            explain(self.interview.wording, question)
        elif text == BACK:
            if not self.interview.back():
                say(self._word("This is the first question."))
        elif text in (OPEN, ""):
            self._go_on(leaving_open=text == OPEN)
        elif self.interview.give(text):
            self._save()
            self._ask_evidence()
            self._ask_note()
            self._go_on()
        else:
            say(wrapped(self._word(self.interview.expected), "   "))

    def _go_on(self, *, leaving_open: bool = False) -> None:
        if leaving_open:
            self.interview.leave_open()
        self._save()
        self.interview.forward()

    def _ask_evidence(self) -> None:
        """What stands behind the answer, where it can count."""
        given = self.interview.given
        while given and self.interview.earns:
            grade = self._word(given.evidence)
            text = self._read(self._word("Evidence, 0 to 4 (? explains, Enter for {grade}):", grade=grade))
            if text in ("", BACK, OPEN) or (text != EXPLAIN and self.interview.prove(text)):
                return
            for known in EvidenceGrade:
                say(f"   {self._word(known)}")

    def _ask_note(self) -> None:
        given = self.interview.given
        kept = bool(given and given.note)
        text = self._read(self._word("Note (Enter keeps it):" if kept else "Note (Enter for none):"))
        if text not in ("", EXPLAIN, BACK):
            self.interview.remark("" if text == OPEN else text)

    def _read(self, prompt: str) -> str:
        typer.echo(f"{prompt} ", err=True, nl=False)
        try:
            text = input().strip()
        except EOFError:
            say()
            raise _Stopped from None
        if text == STOP:
            raise _Stopped
        return text

    def _word(self, english: str, **places: object) -> str:
        return self.interview.wording.word(english).format(**places)

    def _save(self) -> None:
        from duediligence.questionnaires import write_answers

        write_answers(self.interview.answer_set(self.facts), self.path)

    def _say_saved(self) -> None:
        answered, asked = self.interview.progress
        saved = "Saved in {file}: {answered} of {asked} questions answered."
        say(self._word(saved, file=self.path.name, answered=answered, asked=asked))
        if answered < asked:
            command = ("duediligence", "questionnaire", "answer", self.facts.questionnaire, "--resume", str(self.path))
            say(self._word("To go on later: {command}", command=shlex.join((*command, *self.options))))


END = "All questions are asked. Go back with <, or press Enter to finish."
