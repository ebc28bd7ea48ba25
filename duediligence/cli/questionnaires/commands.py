"""`duediligence questionnaire`: the questionnaires, their forms and what answers come to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duediligence.cli.options import AsOfOption, JsonOption, day
from duediligence.cli.output import fail, print_json, print_table, say_problems
from duediligence.cli.questionnaires.answers import compare, earlier_answers, report
from duediligence.cli.questionnaires.interview import answer
from duediligence.cli.questionnaires.scores import show_scores

app = typer.Typer(help="The questionnaires: forms out, answers in, scores.", no_args_is_help=True)


@app.command("list")
def show_all(as_json: JsonOption = False) -> None:
    """Each questionnaire with its audience, version and number of questions."""
    from duediligence.questionnaires import load_questionnaires

    rows = [
        {
            "id": item.id,
            "title": item.title,
            "audience": str(item.audience),
            "version": item.version,
            "questions": len(item.questions),
        }
        for item in load_questionnaires()
    ]
    if as_json:
        print_json(rows)
    else:
        print_table(list(rows[0]), [list(row.values()) for row in rows])


@app.command("show")
def show_one(name: Annotated[str, typer.Argument(help="A questionnaire's id.")]) -> None:
    """Every question with its theme, type, weight and references."""
    from duediligence.questionnaires import questionnaire

    found = questionnaire(name)
    rows = [
        (item.id, item.theme, item.text, item.type, f"{item.weight:g}", "; ".join(item.references))
        for item in found.questions
    ]
    print_table(("id", "theme", "question", "answer", "weight", "references"), rows, title=found.title)


@app.command("form")
def make_form(
    name: Annotated[str, typer.Argument(help="A questionnaire's id.")],
    out: Annotated[Path, typer.Option("--out", help="The file to write: .xlsx, or .html for a page.")],
    party_id: Annotated[str, typer.Option("--party-id", help="Whom the answers will be for: id.")] = "",
    party_name: Annotated[str, typer.Option("--party-name", help="Whom the answers will be for: name.")] = "",
    language: Annotated[str, typer.Option("--language", help="The form's language, such as fr.")] = "en",
    quick: Annotated[bool, typer.Option("--quick", help="Only the most important questions.")] = False,
    answers: Annotated[
        Path | None, typer.Option("--answers", help="An earlier form or answer file to carry over, of any version.")
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Write a form that a person fills in: a workbook with drop-downs, or one HTML page that works on a phone.

    The page needs no network and no server; it keeps the answers on the device and gives out an answer file.

    Example: duediligence questionnaire form recruitment_agency --out form.html --language bn
    """
    from duediligence.questionnaires import FormKind, questionnaire, write_form, write_page

    suffix = out.suffix.lower()
    if suffix not in (".xlsx", ".html"):
        raise typer.BadParameter(f"{out.name} ends neither in .xlsx nor in .html", param_hint="--out")
    form, earlier = questionnaire(name), earlier_answers(name, answers) if answers else None
    party = (party_id or (earlier.party if earlier else ""), party_name or (earlier.party_name if earlier else ""))
    given, kind = earlier.answers if earlier else (), FormKind(language, quick)
    role = earlier.answered_by if earlier else ""
    if suffix == ".html":
        write_page(form, out, *party, given, answered_by=role, kind=kind)
    else:
        write_form(form, out, day(as_of), *party, given, answered_by=role, kind=kind)
    typer.echo(str(out))


@app.command("check")
def check(
    language: Annotated[str, typer.Argument(help="A language's code, such as fr; all of them without.")] = "",
    as_json: JsonOption = False,
) -> None:
    """What the translations lack and what in them is no longer current; exit code 1 if there is anything.

    With a stale item stands the stamp to write once its translation was read against the English.
    """
    from duediligence.questionnaires import ENGLISH, language_gaps, language_words, languages, load_questionnaires

    codes = [language] if language else [code for code in languages() if code != ENGLISH]
    rows = [
        {"language": code, "item": gap.where, "state": str(gap.state), "write": gap.write}
        for code in codes
        for gap in language_gaps(language_words(code), load_questionnaires())
    ]
    if as_json:
        print_json(rows)
    elif rows:
        print_table(list(rows[0]), [list(row.values()) for row in rows])
    if rows:
        fail(f"{len(rows)} items to look at.", 1)


@app.command("score")
def score(
    file: Annotated[Path, typer.Argument(help="An answered form (xlsx) or answer file (json).")],
    save: Annotated[
        Path | None, typer.Option("--save-answers", help="Also write what was read as an answer file (json).")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """What the answers come to: by theme and whole, with coverage, what to act on first and what does not fit."""
    from duediligence.questionnaires import assess, contradictions_within, questionnaire, read_answers, write_answers
    from duediligence.settings import load_settings

    answers, problems = read_answers(file, load_settings())
    if answers:
        if save:
            write_answers(answers, save)
        found = assess(questionnaire(answers.questionnaire), answers, answers.party)
        show_scores(found, contradictions_within(found), as_json=as_json)
    say_problems(problems)


app.command("compare")(compare)
app.command("answer")(answer)
app.command("report")(report)
