"""The page that shows every question."""

from __future__ import annotations

from duediligence.questionnaires import catalogue_markdown, languages, load_questionnaires, wording
from tests.questionnaires.builders import SMALL

PAGE = catalogue_markdown(load_questionnaires())


def test_every_question_is_there_with_its_action_and_sources() -> None:
    for questionnaire in load_questionnaires():
        assert questionnaire.introduction in PAGE
        for question in questionnaire.questions:
            assert f"**{question.id}** {question.text}" in PAGE
            assert question.action in PAGE
            assert "; ".join(question.references) in PAGE


def test_the_languages_are_named_and_drafts_are_marked() -> None:
    for code in languages():
        words = wording(SMALL, code)
        assert (f"{words.name} (`{code}`, draft)" in PAGE) == words.draft
        assert words.name in PAGE


def test_each_reference_that_is_used_says_where_it_comes_from() -> None:
    assert "- **Dhaka 4**: IHRB, Dhaka Principles" in PAGE


def test_answers_are_shown_with_credit_and_limits() -> None:
    page = catalogue_markdown((SMALL,))
    assert "- Answer: No (1) · Don't know (0.25) · Yes (0) **critical**. Weight 3." in page
    assert "- Answer: Yes · No. Not scored." in page
    assert "- Answer: number (USD), good up to 0, **critical** above 100. Weight 2." in page
    assert "- Asked if T-A01 is “Yes”" in page
    assert "- Answer: several of Help line (0.6) · Union (0.6) · Box (0.2) · None of these (0)." in page
