"""`questionnaire answer`: what is typed is asked for, understood and kept, however the interview ends."""

from __future__ import annotations

import builtins
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from duediligence.cli.app import app
from duediligence.model import AnswerType, Questionnaire
from duediligence.questionnaires import (
    Interview,
    load_questionnaires,
    questionnaire,
    quick_form,
    read_answers,
    wording,
)
from duediligence.settings import Settings

WHO = ("V-1", "Northwind Demo Mill", "HR manager")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "answers.json"


def hold(out: Path, *typed: str, name: str = "supplier", options: tuple[str, ...] = ()) -> Result:
    call = ["questionnaire", "answer", name, "--out", str(out), "--as-of", "2026-11-24", *options]
    return CliRunner().invoke(app, call, input="\n".join(typed) + "\n")


def kept(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def values(out: Path) -> dict[str, Any]:
    return {name: given.get("value") for name, given in kept(out)["answers"].items()}


def test_who_answers_and_what_is_answered_reads_back_as_an_answer_file(out: Path) -> None:
    done = hold(out, *WHO, "1", "2", "seen in May", "3", "", "!")
    assert (done.exit_code, done.stdout.strip()) == (0, str(out))
    answers, problems = read_answers(out, Settings())
    assert answers and not problems
    assert (answers.party, answers.party_name, answers.answered_by) == WHO
    assert str(answers.answered_on) == "2026-11-24"
    (policy, manager) = answers.answers
    assert (policy.value, policy.evidence, policy.note) == ("Yes", "2 record", "seen in May")
    assert (manager.value, manager.note) == ("No", "")
    assert "Saved in answers.json: 2 of 69 questions answered." in done.stderr
    assert "To go on later: duediligence questionnaire answer supplier --resume" in done.stderr


def test_a_bad_answer_is_not_asked_for_evidence(out: Path) -> None:
    assert "Evidence, 0 to 4" not in hold(out, *WHO, "3", "", "!").stderr
    assert "Evidence, 0 to 4" in hold(out.with_name("b.json"), *WHO, "1", "", "", "!").stderr


def test_help_stands_on_demand_and_the_question_is_asked_again(out: Path) -> None:
    question = questionnaire("supplier").questions[0]
    done = hold(out, *WHO, "?", "!")
    told = " ".join(done.stderr.split())
    for text in (question.help, question.why, question.evidence_expected):
        assert text in told
    assert told.count("1 of 69") == 2


def test_evidence_is_explained_by_its_grades(out: Path) -> None:
    done = hold(out, *WHO, "1", "?", "nine", "4", "", "!")
    assert done.stderr.count("3 third party, in date") == 2
    assert kept(out)["answers"]["SUP-A01"]["evidence"] == "4 worker voice or on-site check"


def test_back_shows_the_answer_that_enter_keeps_and_a_dash_takes_back(out: Path) -> None:
    done = hold(out, *WHO, "1", "", "", "<", "", "<", "-", "!")
    assert done.stderr.count("Now: Yes. Enter keeps it.") == 2
    assert values(out) == {}
    assert "This is the first question." in hold(out.with_name("b.json"), *WHO, "<", "!").stderr


def test_what_is_not_understood_is_told_and_asked_again(out: Path) -> None:
    done = hold(out, *WHO, "perhaps", "1", "", "", "!")
    assert "Choose one by its number." in done.stderr
    assert values(out) == {"SUP-A01": "Yes"}


def test_skipped_questions_stay_open_and_closed_ones_are_not_asked(out: Path) -> None:
    skipped = [""] * 7
    done = hold(out, *WHO, *skipped, "2", "", "!")
    assert values(out) == {"SUP-B04": "No"}
    assert "list of all subcontractors" not in done.stderr
    assert "In the last 12 months, have you looked for the risk" in " ".join(done.stderr.split())


def test_the_end_of_what_is_typed_saves_and_stops(out: Path) -> None:
    done = CliRunner().invoke(app, ["questionnaire", "answer", "supplier", "--out", str(out)], input="V-1\n\n\n1\n2")
    assert done.exit_code == 0
    assert kept(out)["answers"] == {"SUP-A01": {"value": "Yes", "evidence": "2 record"}}


def typing(*texts: str, then: type[BaseException] = EOFError) -> Any:
    rest: Iterator[str] = iter(texts)

    def read() -> str:
        for text in rest:
            return text
        raise then

    return read


def test_an_interrupt_saves_and_ends_with_130(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "input", typing(*WHO, "1", "2", then=KeyboardInterrupt))
    done = hold(out)
    assert done.exit_code == 130
    assert kept(out)["answers"] == {"SUP-A01": {"value": "Yes", "evidence": "2 record"}}
    assert "To go on later" in done.stderr


def test_every_answer_is_in_the_file_before_the_next_question(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    texts = typing(*WHO, *["3", ""] * 3)

    def read() -> str:
        seen.append(len(kept(out)["answers"]) if out.exists() else 0)
        return str(texts())

    monkeypatch.setattr(builtins, "input", read)
    hold(out)
    assert seen == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3]


def test_it_goes_on_where_it_was_left_off_and_keeps_what_it_does_not_ask(out: Path) -> None:
    hold(out, *WHO, "1", "2", "seen in May", "", "2", "", "", "!")
    call = ["questionnaire", "answer", "supplier", "--resume", str(out), "--quick"]
    done = CliRunner().invoke(app, call, input="!\n")
    assert done.exit_code == 0, done.output
    assert "Party id" not in done.stderr
    assert "--resume" in done.stderr and "--quick" in done.stderr
    assert values(out) == {"SUP-A01": "Yes", "SUP-A03": "Some of them"}
    assert (kept(out)["party_name"], kept(out)["answers"]["SUP-A01"]["note"]) == ("Northwind Demo Mill", "seen in May")


def test_a_form_can_be_gone_on_with_and_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    form = tmp_path / "form.xlsx"
    hold(tmp_path / "first.json", *WHO, "1", "", "", "!")
    runner = CliRunner()
    runner.invoke(
        app, ["questionnaire", "form", "supplier", "--out", str(form), "--answers", str(tmp_path / "first.json")]
    )
    before = form.read_bytes()
    done = runner.invoke(app, ["questionnaire", "answer", "supplier", "--resume", str(form)], input="2\n\n\n!\n")
    assert done.exit_code == 0, done.output
    assert values(tmp_path / "answers.json") == {"SUP-A01": "Yes", "SUP-A02": "Partly"}
    assert form.read_bytes() == before


TYPED = {AnswerType.DATE: "2026-03-01", AnswerType.TEXT: "Rest days.", AnswerType.SEVERAL_OF: "1,2"}


def typed_to(interview: Interview) -> Iterator[str]:
    """What somebody types who answers everything, by number, with a record and a note where these are asked for."""
    interview.start()
    while interview.current:
        yield TYPED.get(interview.current.type, "1")
        assert interview.give(TYPED.get(interview.current.type, "1"))
        if interview.earns:
            yield "2"
            interview.prove("2")
        yield "seen"
        interview.remark("seen")
        interview.forward()
    yield ""


@pytest.mark.parametrize("quick", [False, True], ids=["whole", "quick"])
@pytest.mark.parametrize("form", load_questionnaires(), ids=lambda form: form.id)
def test_an_interview_answered_to_its_end_reads_back_as_the_same_answers(
    form: Questionnaire, quick: bool, out: Path
) -> None:
    interview = Interview(wording(quick_form(form) if quick else form))
    typed = list(typed_to(interview))
    done = hold(out, *WHO, *typed, name=form.id, options=("--quick",) if quick else ())
    assert done.exit_code == 0
    assert "All questions are asked." in done.stderr
    assert "To go on later" not in done.stderr
    answers, problems = read_answers(out, Settings())
    assert answers and not problems
    assert {item.question: replace(item, cell=None) for item in answers.answers} == interview.answers


def test_in_another_language_the_file_holds_the_same_answers(out: Path) -> None:
    words = wording(questionnaire("supplier"), "fr")
    done = hold(out, *WHO, "Oui", "", "", "2", "", "", "!", options=("--language", "fr"))
    told = " ".join(done.stderr.split())
    assert " ".join(words.question("SUP-A01").text.split()) in told
    assert words.draft_mark in told
    assert values(out) == {"SUP-A01": "Yes", "SUP-A02": "Partly"}


@pytest.mark.parametrize(
    ("name", "options", "code", "exit_code"),
    [
        ("nobody", (), "DD-QN-007", 3),
        ("supplier", ("--language", "xx"), "DD-QN-009", 3),
        ("recruitment_agency", ("--resume", "SAVED"), "DD-QN-001", 3),
    ],
)
def test_what_cannot_be_asked_is_refused(
    name: str, options: tuple[str, ...], code: str, exit_code: int, out: Path
) -> None:
    saved = out.with_name("saved.json")
    hold(saved, *WHO, "1", "", "", "!")
    done = hold(out, name=name, options=tuple(str(saved) if item == "SAVED" else item for item in options))
    assert (done.exit_code, code in done.stderr) == (exit_code, True)


def test_a_file_that_is_there_is_never_written_over(out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    done = hold(out, *WHO, "1", "!")
    assert (done.exit_code, out.read_text(encoding="utf-8")) == (3, "mine")
    assert "DD-QN-021" in done.stderr


def test_a_folder_that_is_not_there_is_told_before_the_first_question(out: Path) -> None:
    done = hold(out.parent / "none" / "a.json", *WHO, "1", "!")
    assert done.exit_code == 1
    assert "DD-OUT-002" in done.stderr
    assert "1 of 69" not in done.stderr
