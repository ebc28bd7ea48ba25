"""`duediligence questionnaire answer`: the questions one by one, in a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duediligence.cli.options import AsOfOption, day
from duediligence.cli.questionnaires.answers import earlier_answers
from duediligence.cli.questionnaires.prompts import Talk
from duediligence.model import AnswerSet

DEFAULT = Path("answers.json")


def answer(
    name: Annotated[str, typer.Argument(help="A questionnaire's id.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", help="The answer file to write. [default: answers.json, or the one gone on with]"),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Only the most important questions.")] = False,
    language: Annotated[str, typer.Option("--language", help="The language of the questions, such as fr.")] = "en",
    resume: Annotated[Path | None, typer.Option("--resume", help="An answer file or form to go on with.")] = None,
    party_id: Annotated[str, typer.Option("--party-id", help="Whom the answers are for: id.")] = "",
    party_name: Annotated[str, typer.Option("--party-name", help="Whom the answers are for: name.")] = "",
    as_of: AsOfOption = None,
) -> None:
    """Ask the questions one by one in the terminal; the answer file is saved after every answer.

    Example: duediligence questionnaire answer recruitment_agency --quick --out answers.json
    """
    from duediligence.questionnaires import Interview, questionnaire, quick_form, wording

    form = questionnaire(name)
    words = wording(quick_form(form) if quick else form, language)
    earlier = earlier_answers(name, resume) if resume else None
    path = _path(out, resume)
    facts = AnswerSet(
        questionnaire=form.id,
        version=form.version,
        party=party_id or (earlier.party if earlier else ""),
        party_name=party_name or (earlier.party_name if earlier else ""),
        answered_on=day(as_of),
        answers=(),
        answered_by=earlier.answered_by if earlier else "",
    )
    known = {item.question: item for item in earlier.answers} if earlier else {}
    options = (*(("--quick",) if quick else ()), *(("--language", language) if language != "en" else ()))
    Talk(Interview(words, known), facts, path, options).hold()


def _path(out: Path | None, resume: Path | None) -> Path:
    """Where to write: back to the answer file that is gone on with, else to a file that is not there yet."""
    from duediligence.errors import Code, InputRefused, OutputRefused

    written_back = resume if resume and resume.suffix.lower() == ".json" else DEFAULT
    path = out or written_back
    if path.exists() and not (resume and path.resolve() == resume.resolve()):
        raise InputRefused(Code.ANSWERS_THERE, where=path.name)
    if not path.parent.is_dir():
        raise OutputRefused(Code.OUTPUT_UNWRITABLE, where=path.name, detail="the folder is not there")
    return path
