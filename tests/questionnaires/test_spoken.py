"""Answers in the words of any language: the form's own first, then English, then the rest."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from duediligence.model import EvidenceGrade, Question
from duediligence.questionnaires import languages, load_questionnaires, wording
from duediligence.questionnaires.answers.values import read_evidence, read_value
from duediligence.questionnaires.translations import files as language_files
from duediligence.questionnaires.translations.answer_words import Spoken, plain, western
from tests.questionnaires.builders import LANGUAGES, QUESTIONS

BY_ID = {question.id: question for question in QUESTIONS}


@pytest.fixture
def quex(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_files, "language_folder", lambda: LANGUAGES)


@pytest.mark.usefixtures("quex")
@pytest.mark.parametrize(
    ("question", "written", "read"),
    [
        ("T-A01", "Ay", "Yes"),
        ("T-A02", "TEILS.", "Partly"),
        ("T-A02", "Halb", ""),
        ("T-B01", "Bund؛ Draht", "Help line; Union"),
        ("T-B01", "Bund; Flöte", ""),
        ("T-A03", "wer  weiss", "Don't know"),
    ],
)
def test_a_word_of_any_language_is_read(question: str, written: str, read: str) -> None:
    assert read_value(BY_ID[question], written).text == read


@pytest.mark.usefixtures("quex")
def test_evidence_is_known_in_any_language_and_figures() -> None:
    assert read_evidence("Papier") is read_evidence("٢") is read_evidence("২ record") is EvidenceGrade.RECORD
    assert read_evidence("2 Zettel") is None


def test_a_forms_own_words_come_first() -> None:
    own = Spoken({"2 record": "2 old paper"}, {"Yes": "Sure"}, {("T-A03", "Don't know"): "Yes"})
    assert read_value(BY_ID["T-A01"], "sure", own).text == "Yes"
    assert read_value(BY_ID["T-A03"], "Yes", own).text == "Don't know"
    assert read_evidence("old paper", own) is EvidenceGrade.RECORD


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("  Don’t   KNOW. ", "don't know"),
        ("Sí", "si"),
        ("\u200fنَعَم\u200f", "نعم"),
        ("হ্যাঁ।", plain("হ্যাঁ")),
        ("য়", plain("\u09af\u09bc")),
    ],
)
def test_texts_are_compared_without_case_accents_and_unseen_marks(written: str, compared: str) -> None:
    assert plain(written) == compared


def test_bengali_vowels_and_joins_are_no_accents() -> None:
    assert len({plain(text) for text in ("কি", "কী", "কু", "ক", "ক্")}) == 5


def test_figures_of_other_scripts_are_ours() -> None:
    assert western("٣٫٥٪ · ৪২ · 7") == "3.5% · 42 · 7"


def chosen() -> Iterable[tuple[str, Question]]:
    for item in load_questionnaires():
        for question in item.questions:
            if question.choices:
                yield item.id, question


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_every_choice_of_a_shipped_language_is_read_in_a_file_that_names_no_language(code: str) -> None:
    words = {item.id: wording(item, code) for item in load_questionnaires()}
    for name, question in chosen():
        for choice in question.choices:
            text = words[name].choice(question.id, choice.value)
            assert read_value(question, text).text == choice.value, (question.id, text)
