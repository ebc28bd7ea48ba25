"""Answering in a real browser: what is asked, what is kept, what is said."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from duediligence.model import Answer, Condition, EvidenceGrade, Questionnaire
from duediligence.questionnaires import load_questionnaires
from duediligence.questionnaires.scoring.status import asked_questions
from tests.questionnaires.builders import QUESTIONS, SMALL
from tests.questionnaires.page.conftest import Open
from tests.questionnaires.page.phone import Phone

CHAIN = replace(
    SMALL,
    questions=(
        *QUESTIONS[:2],
        replace(QUESTIONS[2], asked_if=(Condition("T-A02", ("Partly", "No")),)),
        *QUESTIONS[3:],
    ),
)


def test_a_question_is_hidden_and_comes_back_with_its_answer_as_the_one_before_it_decides(open_page: Open) -> None:
    sheet = open_page()
    sheet.answer("T-A02", "Partly")
    assert sheet.text("#progress") == "1 of 8 answered"
    sheet.answer("T-A01", "No")
    assert "T-A02" not in sheet.shown()
    assert sheet.text("#progress") == "1 of 7 answered"
    assert set(sheet.copied_answers()) == {"T-A01"}
    sheet.answer("T-A01", "Yes")
    assert sheet.copied_answers()["T-A02"]["value"] == "Partly"


def test_a_question_behind_a_hidden_one_is_hidden_too(open_page: Open) -> None:
    sheet = open_page(CHAIN)
    sheet.answer("T-A02", "No")
    assert "T-A03" in sheet.shown()
    sheet.answer("T-A01", "No")
    assert not {"T-A02", "T-A03"} & set(sheet.shown())
    sheet.answer("T-A01", "Yes")
    sheet.answer("T-A02", "Yes")
    assert "T-A02" in sheet.shown()
    assert "T-A03" not in sheet.shown()


ANSWER_ALL = """answers => {
  for (const [id, value] of answers) {
    const card = document.getElementById(id);
    if (value) [...card.querySelectorAll(".choice input")].find(one => one.value === value).click();
    else card.querySelector(".clear").click();
  }
}"""


@pytest.mark.parametrize("item", load_questionnaires(), ids=lambda item: item.id)
def test_the_page_asks_exactly_what_the_score_counts(item: Questionnaire, open_page: Open) -> None:
    sheet, chance = open_page(item), random.Random(20261124)
    gates = list(dict.fromkeys(one.question for question in item.questions for one in question.asked_if))
    for _ in range(25):
        given = {name: chance.choice(["", *_choices(item, name)]) for name in gates}
        sheet.page.evaluate(ANSWER_ALL, list(given.items()))
        answers = [Answer(name, value) for name, value in given.items() if value]
        assert sheet.shown() == [question.id for question in asked_questions(item, answers)]


def _choices(item: Questionnaire, name: str) -> list[str]:
    question = item.question(name)
    return [choice.value for choice in question.choices] if question else []


def test_a_part_that_concerns_nobody_says_so(open_page: Open) -> None:
    gated = tuple(
        replace(question, asked_if=(Condition("T-A01", ("Yes",)),)) if question.theme == "B" else question
        for question in QUESTIONS
    )
    sheet = open_page(replace(SMALL, questions=gated))
    sheet.answer("T-A01", "No")
    sheet.go("theme-B")
    assert sheet.page.locator("#theme-B .nothing").is_visible()
    sheet.go("start")
    assert sheet.text('[data-theme="theme-B"]') == "does not concern you"


def test_answers_outlive_the_page_and_stay_with_their_party(open_page: Open) -> None:
    sheet = open_page(party_id="P1")
    sheet.answer("T-A01", "Yes", evidence="2 record", note="two of three")
    sheet.answer("T-B02", "a lot")
    sheet.go("start")
    sheet.page.fill("#answered_by", "HR manager")
    sheet.page.reload()
    assert sheet.text("#begin") == "Go on where you left off"
    assert sheet.page.input_value("#answered_by") == "HR manager"
    sheet.go("T-B02")
    assert sheet.page.input_value("#T-B02-answer") == "a lot"
    assert sheet.text("#T-B02-error").startswith("Write the number")
    record = {"value": "Yes", "evidence": "2 record", "note": "two of three"}
    assert sheet.copied_answers() == {"T-A01": record}
    assert open_page(party_id="P2").copied_answers() == {}


def test_answers_can_be_deleted_from_the_device_and_only_after_a_second_word(open_page: Open) -> None:
    sheet = open_page()
    sheet.answer("T-A01", "Yes")
    sheet.go("end")
    sheet.page.click("#delete")
    sheet.page.click("#delete-not")
    assert sheet.page.locator("#sure").is_hidden()
    assert sheet.text("#progress") == "1 of 8 answered"
    sheet.page.click("#delete")
    sheet.page.click("#delete-now")
    assert sheet.text("#deleted") == "Your answers are deleted from this device."
    assert sheet.text("#progress") == "0 of 8 answered"
    sheet.page.reload()
    assert sheet.page.evaluate("localStorage.length") == 0
    assert sheet.copied_answers() == {}


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"


def test_a_browser_that_keeps_nothing_is_told_and_the_file_still_comes(own_phone: Phone, open_page: Open) -> None:
    own_phone.context.add_init_script(BLOCKED)
    sheet = open_page()
    assert sheet.page.locator("#not-kept").is_visible()
    sheet.answer("T-A01", "Yes")
    assert set(sheet.copied_answers()) == {"T-A01"}
    sheet.page.click("#delete")
    sheet.page.click("#delete-now")
    assert sheet.text("#progress") == "0 of 8 answered"


def test_a_browser_that_keeps_nothing_asks_before_what_is_not_saved_is_lost(own_phone: Phone, open_page: Open) -> None:
    own_phone.context.add_init_script(BLOCKED)
    for saved, asked in ((False, ["beforeunload"]), (True, [])):
        sheet = open_page()
        sheet.answer("T-A01", "Yes")
        if saved:
            sheet.save()
        assert sheet.closed() == asked


def test_a_page_sent_with_earlier_answers_shows_them_until_they_are_changed_here(open_page: Open) -> None:
    earlier = [
        Answer("T-A01", "Yes", EvidenceGrade.RECORD, "seen"),
        Answer("T-B03", "0.5"),
        Answer("T-B01", "Union; Box"),
    ]
    sheet = open_page(answers=earlier)
    assert sheet.text("#progress") == "3 of 8 answered"
    assert sheet.copied_answers() == {
        "T-A01": {"value": "Yes", "evidence": "2 record", "note": "seen"},
        "T-B01": {"value": "Union; Box"},
        "T-B03": {"value": "0.5%"},
    }
    sheet.answer("T-A01", "No")
    sheet.page.reload()
    assert sheet.copied_answers()["T-A01"]["value"] == "No"


def test_a_choice_that_stands_alone_puts_out_the_others_and_they_put_out_it(open_page: Open) -> None:
    sheet = open_page()
    sheet.answer("T-B01", "Help line", "Box")
    assert sheet.text("#told") == ""
    sheet.answer("T-B01", "None of these")
    assert sheet.text("#told") == "One of these answers cannot stand beside others; what did not fit was cleared."
    assert sheet.copied_answers()["T-B01"]["value"] == "None of these"
    sheet.answer("T-B01", "Union")
    assert sheet.copied_answers()["T-B01"]["value"] == "Union"


def test_what_is_typed_is_read_in_any_digits(open_page: Open) -> None:
    sheet = open_page()
    for question, text, read in (
        ("T-B02", "1450", 1450),
        ("T-B02", "1 450.5", 1450.5),
        ("T-B02", "١٤٥٠", 1450),
        ("T-B02", "১২,৫", 12.5),
        ("T-B03", "0,5 %", "0.5%"),
        ("T-B03", "٧٠٪", "70%"),
        ("T-B03", "1", "1%"),
        ("T-B04", "2026-03-01", "2026-03-01"),
    ):
        sheet.answer(question, text)
        assert sheet.copied_answers()[question]["value"] == read
        assert sheet.page.locator(f"#{question}-answer").get_attribute("aria-invalid") is None


NUMBER = "Write the number with digits only, such as 1450 or 12.5."


def test_what_cannot_be_read_is_told_beside_the_field_and_at_the_end_and_is_not_in_the_file(open_page: Open) -> None:
    sheet = open_page()
    for question, text, told in (
        ("T-B02", "1,450", NUMBER),
        ("T-B02", "-5", NUMBER),
        ("T-B02", "about 20", NUMBER),
        ("T-B03", "101", "Write a percentage from 0% to 100%."),
        ("T-B04", "1026-03-01", "Write the whole date: day, month and year."),
    ):
        sheet.answer(question, text)
        assert sheet.text(f"#{question}-error") == told
        assert sheet.page.locator(f"#{question}-answer").get_attribute("aria-invalid") == "true"
    assert sheet.saved_answers() == {}
    doubtful = sheet.page.locator("#doubtful a").evaluate_all("all => all.map(one => one.hash)")
    assert doubtful == ["#T-B02", "#T-B03", "#T-B04"]
    assert "not in it: 3" in sheet.text("#saved")
    sheet.answer("T-B02", "20")
    assert sheet.text("#T-B02-error") == ""


def test_a_half_written_date_is_told(open_page: Open) -> None:
    sheet = open_page()
    sheet.go("T-B04")
    sheet.page.focus("#T-B04-answer")
    sheet.page.keyboard.type("12")
    sheet.page.keyboard.press("Tab")
    sheet.page.locator("#T-B04-answer").blur()
    assert sheet.text("#T-B04-error") == "Write the whole date: day, month and year."


def test_the_end_names_what_is_open_part_by_part_and_leads_there(open_page: Open) -> None:
    sheet = open_page()
    sheet.answer("T-A01", "No")
    sheet.go("end")
    assert sheet.page.locator("#open summary").all_inner_texts() == ["People · open: 1", "Ways · open: 5"]
    sheet.page.click("#open a >> text=What was paid?")
    assert sheet.page.evaluate("document.activeElement.id") == "T-B02-answer"
    assert sheet.page.locator("#theme-B").is_visible()


def test_when_all_is_answered_the_page_thanks(open_page: Open) -> None:
    sheet = open_page(replace(SMALL, questions=QUESTIONS[:1], themes=SMALL.themes[:1]))
    sheet.answer("T-A01", "Yes")
    sheet.go("end")
    assert sheet.page.locator("#complete").is_visible()
    assert sheet.page.locator("#open").is_hidden()
    sheet.go("T-A01")
    sheet.page.click("#T-A01 .clear")
    assert sheet.text("#progress") == "0 of 1 answered"
