"""`duediligence questionnaire compare`: answers held against earlier ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from duediligence.cli.options import JsonOption
from duediligence.cli.output import print_json, print_table, say, say_problems
from duediligence.cli.questionnaires.scores import share
from duediligence.model import AnswerSet, Assessment, ThemeScore

if TYPE_CHECKING:
    from duediligence.questionnaires import Change, Comparison


def answers_in(path: Path) -> AnswerSet:
    """The answers in a file, with its problems said. Raises `InputRefused` where there is none."""
    from duediligence.errors import Code, InputRefused
    from duediligence.questionnaires import read_answers
    from duediligence.settings import load_settings

    answers, problems = read_answers(path, load_settings())
    if answers is None:
        raise InputRefused(Code.ANSWERS_EMPTY, where=path.name)
    say_problems(problems)
    return answers


def earlier_answers(name: str, path: Path) -> AnswerSet | None:
    """The answers to go on from, with the file's problems said; new answers have a day of their own.

    Raises `InputRefused` (DD-QN-001) for a file that answers another questionnaire.
    """
    from duediligence.errors import Code, InputRefused
    from duediligence.questionnaires import read_answers
    from duediligence.settings import load_settings

    found, problems = read_answers(path, load_settings())
    say_problems(problems)
    if found and found.questionnaire != name:
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=path.name, detail=f"it answers “{found.questionnaire}”")
    return found


def compare(
    before: Annotated[Path, typer.Argument(help="The earlier form (xlsx) or answer file (json).")],
    after: Annotated[Path, typer.Argument(help="The later one, of the same questionnaire.")],
    as_json: JsonOption = False,
) -> None:
    """What changed between two answer files: question by question, with scores before and after.

    Example: duediligence questionnaire compare answers-2025.xlsx answers-2026.json
    """
    from duediligence.questionnaires import compare_answers, questionnaire

    earlier, later = answers_in(before), answers_in(after)
    found = compare_answers(questionnaire(later.questionnaire), earlier, later)
    if as_json:
        print_json(_as_json(found))
        return
    _show_scores(found)
    print_table(("question", "", "before", "after", "text"), map(_row, found.changes))
    if not found.changes:
        say("No answer changed.")


def _show_scores(found: Comparison) -> None:
    rows: list[tuple[object, ...]] = [
        (one.theme, one.title, share(one.control), share(two.control), share(one.coverage), share(two.coverage))
        for one, two in found.themes
    ]
    first, second = found.before, found.after
    whole = (share(first.control), share(second.control), share(first.coverage), share(second.coverage))
    headers = ("", "theme", "control before", "after", "answered before", "after")
    print_table(headers, [*rows, ("", "Whole", *whole)])


def _row(change: Change) -> tuple[str, ...]:
    before = _with_evidence(change.before, change.evidence_before)
    return change.question, str(change.move), before, _with_evidence(change.after, change.evidence_after), change.text


def _with_evidence(value: str, evidence: str | None) -> str:
    return f"{value} [{evidence}]" if value else "–"


def _as_json(found: Comparison) -> dict[str, object]:
    themes = [
        {"theme": one.theme, "title": one.title, "before": _score(one), "after": _score(two)}
        for one, two in found.themes
    ]
    changes = [
        {
            "question": change.question,
            "theme": change.theme,
            "text": change.text,
            "move": str(change.move),
            "before": _side(change.before, change.evidence_before, change.earned_before),
            "after": _side(change.after, change.evidence_after, change.earned_after),
        }
        for change in found.changes
    ]
    return {
        "questionnaire": found.after.questionnaire,
        "before": {"file": found.before.file} | _score(found.before),
        "after": {"file": found.after.file} | _score(found.after),
        "themes": themes,
        "changes": changes,
    }


def _score(of: Assessment | ThemeScore) -> dict[str, object]:
    return {"control": of.control, "coverage": of.coverage}


def _side(value: str, evidence: str | None, earned: float | None) -> dict[str, object] | None:
    """One side of a change; null where there is no answer."""
    counted = None if earned is None else round(earned, 4)
    return {"value": value, "evidence": str(evidence), "earned": counted} if value else None


REPORTS = ("self-assessment.pdf", "self-assessment.html")


def report(
    file: Annotated[Path, typer.Argument(help="An answered form (xlsx) or answer file (json).")],
    out: Annotated[Path, typer.Option("--out", help="A file ending in .pdf or .html, or a folder for both.")],
    before: Annotated[
        Path | None, typer.Option("--before", help="Earlier answers to the same questionnaire, to show the progress.")
    ] = None,
    language: Annotated[str, typer.Option("--language", help="The report's language, such as fr.")] = "en",
) -> None:
    """Write a self-assessment for who answered: where they stand, what to do first, which standard asks for it.

    Made from the answers alone; it holds nothing from lists or registers. Example:
    duediligence questionnaire report answers.json --before answers-2025.json --out self-assessment.pdf
    """
    from duediligence.questionnaires import questionnaire, wording
    from duediligence.reports import self_assessment, write_self_assessment

    answers = answers_in(file)
    words = wording(questionnaire(answers.questionnaire), language)
    document = self_assessment(words, answers, answers_in(before) if before else None)
    for path in _reports(out):
        write_self_assessment(document, path)
        typer.echo(str(path))


def _reports(out: Path) -> tuple[Path, ...]:
    """The files to write; a folder is made where it is not there."""
    from duediligence.errors import Code, OutputRefused

    one_file = out.suffix.lower() in (".pdf", ".html")
    try:
        (out.parent if one_file else out).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused(Code.OUTPUT_UNWRITABLE, where=out.name, detail=error.strerror or "") from error
    return (out,) if one_file else tuple(out / name for name in REPORTS)
