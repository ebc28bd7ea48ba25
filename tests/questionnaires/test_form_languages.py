"""Every form in every language: filled in by its own lists, read back in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.model import Answer, AnswerSet, EvidenceGrade, Questionnaire
from duediligence.questionnaires import (
    FormKind,
    languages,
    load_questionnaires,
    quick_form,
    read_answers,
    wording,
    write_form,
)
from duediligence.questionnaires.forms import workbook as form
from duediligence.questionnaires.translations.completeness import FIELDS, question_stamp
from duediligence.questionnaires.translations.files import interface_words
from duediligence.questionnaires.translations.schema import LanguageShape, QuestionnaireWords, QuestionWords, ThemeWords
from duediligence.questionnaires.translations.wording import Wording
from duediligence.settings import Settings
from tests.questionnaires.builders import SMALL
from tests.questionnaires.filling import DAY, chosen_answer, chosen_grade, fill_in

AS_OF = date(2026, 11, 24)
FORMS = [
    pytest.param(item, FormKind(code, quick), id=f"{item.id}-{code}{'-quick' if quick else ''}")
    for item in load_questionnaires()
    for code in languages()
    for quick in (False, True)
    if not quick or any(question.quick for question in item.questions)
]


def asked(questionnaire: Questionnaire, kind: FormKind) -> Questionnaire:
    return quick_form(questionnaire) if kind.quick else questionnaire


def values(answers: AnswerSet | None) -> dict[str, str]:
    assert answers is not None
    return {answer.question: answer.value for answer in answers.answers}


@pytest.mark.parametrize(("item", "kind"), FORMS)
def test_a_form_filled_in_by_its_lists_is_read_in_english(item: Questionnaire, kind: FormKind, tmp_path: Path) -> None:
    path, turn = tmp_path / "form.xlsx", len(kind.language + item.id) + kind.quick + ord(kind.language[0])
    write_form(item, path, AS_OF, kind=kind)
    wanted = fill_in(path, asked(item, kind), turn)
    answers, problems = read_answers(path, Settings())
    assert not problems
    assert values(answers) == wanted
    assert answers is not None
    assert {answer.evidence for answer in answers.answers} == {chosen_grade(turn)}
    assert (answers.party, answers.answered_on, answers.answered_by) == ("V-1", DAY, "HR manager")


@pytest.mark.parametrize(("item", "kind"), FORMS)
def test_answers_that_are_already_known_go_round_unchanged(item: Questionnaire, kind: FormKind, tmp_path: Path) -> None:
    given = tuple(
        Answer(question.id, chosen_answer(question, turn), chosen_grade(turn), "- seen")
        for turn, question in enumerate(asked(item, kind).questions)
    )
    path = tmp_path / "form.xlsx"
    write_form(item, path, AS_OF, "V-1", "Mill", given, DAY, answered_by="HR manager", kind=kind)
    answers, problems = read_answers(path, Settings())
    assert not problems
    assert answers is not None
    wanted = AnswerSet(item.id, item.version, "V-1", "Mill", DAY, given, path.name, "HR manager")
    assert replace(answers, answers=tuple(replace(answer, cell=None) for answer in answers.answers)) == wanted


@pytest.mark.parametrize("code", languages())
def test_a_form_is_written_the_way_its_language_is(code: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    item = load_questionnaires()[-1]
    write_form(item, tmp_path / "form.xlsx", AS_OF, kind=FormKind(code))
    book = load_workbook(tmp_path / "form.xlsx")
    words = wording(item, code)
    start, questions, hidden = book.worksheets
    assert [bool(sheet.sheet_view.rightToLeft) for sheet in (start, questions)] == [words.direction == "rtl"] * 2
    assert (start["B1"].value, start["B3"].value) == (words.title, words.draft_mark or None)
    assert questions["C3"].alignment.readingOrder == (2 if words.direction == "rtl" else 0)
    facts = {row[0].value: row[1].value for row in hidden.iter_rows(max_col=2, max_row=6)}
    assert facts == {
        "duediligence answer form": "2",
        "questionnaire": item.id,
        "version": item.version,
        "sha256": item.sha256,
        "language": code,
        "form": "full",
    }
    assert all(len(sheet.title) <= 31 for sheet in book.worksheets)
    footer = questions.oddFooter
    assert footer is not None
    assert str(footer.left.text).startswith(words.title)
    assert str(footer.left.text).endswith(words.draft_mark)


MARK = "ø "
CURRENT = {question.id: question for question in SMALL.questions}


def shouting() -> LanguageShape:
    """A language in which every text of the small questionnaire and every interface word begins with a mark."""
    choices = {choice.value for question in SMALL.questions for choice in question.choices}
    own = QuestionnaireWords(
        title=MARK + SMALL.title,
        introduction=MARK + SMALL.introduction,
        themes={theme.id: ThemeWords(MARK + theme.title, MARK + theme.about) for theme in SMALL.themes},
        questions={
            question.id: QuestionWords(
                english=question_stamp(question), **{name: MARK + getattr(question, name) for name in FIELDS}
            )
            for question in SMALL.questions
        },
    )
    return LanguageShape(
        "qy", "Quey", "ltr", "draft", AS_OF, "Apache-2.0",
        choices={choice: MARK + choice for choice in choices},
        units={"USD": MARK + "USD"},
        interface={word: MARK + word for word in interface_words()},
        questionnaires={"small": own},
    )  # fmt: skip


def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *answers: Answer) -> Any:
    from openpyxl import load_workbook

    marked = tuple(replace(question, help="Help.", why="Reason.", quick=True) for question in SMALL.questions)
    small = replace(SMALL, questions=marked)
    monkeypatch.setattr(form, "wording", lambda item, _: Wording(item, shouting()))
    write_form(small, tmp_path / "form.xlsx", AS_OF, "", "", answers, kind=FormKind("qy", quick=True))
    return load_workbook(tmp_path / "form.xlsx")


def test_no_word_that_a_reader_sees_stays_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = written(tmp_path, monkeypatch, Answer("T-A03", "Yes", EvidenceGrade.RECORD))
    start, questions, hidden = book.worksheets
    assert (start.title, questions.title) == (MARK + "Start", MARK + "Questions")
    seen = [cell.value for sheet in (start, questions) for row in sheet.iter_rows() for cell in row if cell.value]
    ids = {line for question in SMALL.questions for line in (question.id, question.theme)}
    texts = [text for text in seen if isinstance(text, str) and text not in ids and not text.startswith("T-B01/")]
    assert len(texts) > 80
    assert [text for text in texts if MARK not in text and not text.startswith("=IF(AND($H")] == ["=1"] * 7
    rules = [rule for sheet in (start, questions) for rule in sheet.data_validations.dataValidation]
    assert all(rule.error.startswith(MARK) and rule.errorTitle.startswith(MARK) for rule in rules)
    lists = [cell.value for row in hidden.iter_rows(min_col=5) for cell in row if cell.value]
    assert all(text.startswith(MARK) for text in lists)


def test_a_form_is_read_by_its_own_words_when_the_translation_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: Questionnaire
) -> None:
    written(tmp_path, monkeypatch, Answer("T-A03", "Yes", EvidenceGrade.RECORD), Answer("T-B01", "Union; Box"))
    answers, problems = read_answers(tmp_path / "form.xlsx", Settings())
    assert values(answers) == {"T-A03": "Yes", "T-B01": "Union; Box"}
    assert answers is not None
    assert answers.answers[0].evidence is EvidenceGrade.RECORD
    assert not problems


def test_a_question_whose_translation_is_behind_shows_the_english_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    words = shouting()
    changed = replace(
        SMALL, questions=(replace(SMALL.questions[0], text="Do agents find workers?"), *SMALL.questions[1:])
    )
    monkeypatch.setattr(form, "wording", lambda item, _: Wording(item, words))
    write_form(changed, tmp_path / "form.xlsx", AS_OF, kind=FormKind("qy"))
    sheet = load_workbook(tmp_path / "form.xlsx").worksheets[1]
    assert str(sheet["D3"].value).endswith("since this was translated: Do agents find workers?")
    assert "since this was translated" not in str(sheet["D4"].value)
