"""The questionnaire as one HTML file: what is in it, without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code, InputRefused, OutputRefused
from duediligence.model import Answer, EvidenceGrade, Questionnaire
from duediligence.questionnaires import FormKind, languages, load_questionnaires, write_page
from duediligence.questionnaires.page.facts import script_words
from duediligence.questionnaires.translations.files import interface_words
from duediligence.questionnaires.translations.wording import Wording
from tests.questionnaires.builders import QUESTIONS, SMALL
from tests.questionnaires.page.elements import Node, addresses, html_of, parsed

HOSTILE = "</script><img src=x onerror=alert(1)>\"'&<!--"
real = pytest.mark.parametrize(
    ("item", "code"),
    [pytest.param(item, code, id=f"{item.id}-{code}") for item in load_questionnaires() for code in languages()],
)


def facts_of(page: Node) -> dict[str, Any]:
    return dict(json.loads(page.one("script", id="facts").text))


def ids(nodes: Iterable[Node]) -> list[str]:
    return [node.attributes["id"] for node in nodes]


def offered(card: Node) -> list[str]:
    return [node.attributes["value"] for node in card.all("input") if node.attributes["type"] in ("radio", "checkbox")]


@real
def test_every_question_is_there_under_its_theme_and_its_choices_are_english_inside(
    item: Questionnaire, code: str
) -> None:
    page = parsed(html_of(item, code))
    assert ids(page.all("div", "question")) == [question.id for question in item.questions]
    assert ids(page.all("section", "theme")) == [f"theme-{theme.id}" for theme in item.themes]
    for question in item.questions:
        card = page.one("div", "question", id=question.id)
        assert offered(card) == [choice.value for choice in question.choices]
        assert [node.attributes["value"] for node in card.all("option")] == list(EvidenceGrade)


@real
def test_a_page_is_small_whole_and_forbids_itself_everything_else(item: Questionnaire, code: str) -> None:
    html = html_of(item, code, party_id="V-0101", party_name="Northwind Demo Mill")
    assert len(html.encode()) < 300_000
    assert addresses(html) == []
    page = parsed(html)
    data, script = page.all("script")
    assert (data.attributes["type"], script.attributes) == ("application/json", {})
    policy = page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    own = {"style-src": page.one("style"), "script-src": script}
    assert policy.split("; ") == [
        "default-src 'none'",
        *(f"{name} 'sha256-{_digest(node.text)}'" for name, node in own.items()),
        "form-action 'none'",
        "base-uri 'none'",
    ]
    for node in page.all():
        assert not [name for name in node.attributes if name.startswith("on") or name in ("style", "src", "action")]


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@real
def test_everything_that_is_pointed_to_is_there_once(item: Questionnaire, code: str) -> None:
    page = parsed(html_of(item, code))
    known = ids(node for node in page.all() if "id" in node.attributes)
    assert len(set(known)) == len(known)
    pointers = [node.attributes.get(name, "") for node in page.all() for name in POINTERS]
    assert {name for pointer in pointers for name in pointer.split()} <= set(known)
    assert {node.attributes["href"].removeprefix("#") for node in page.all("a")} <= set(known)


POINTERS = ("for", "aria-describedby", "aria-labelledby", "data-theme")


def test_each_control_has_a_label_and_each_question_a_legend() -> None:
    page = parsed(html_of(SMALL))
    labelled = {node.attributes["for"] for node in page.all("label") if "for" in node.attributes}
    wrapped = {id(field) for label in page.all("label") for field in label.all("input")}
    for tag in ("input", "select", "textarea"):
        assert all(id(node) in wrapped or node.attributes["id"] in labelled for node in page.all(tag))
    legends = [card.one("legend").one("span", "text").text for card in page.all("div", "question")]
    assert legends == [question.text for question in QUESTIONS]


def test_a_figure_has_its_unit_and_a_choice_that_stands_alone_is_marked() -> None:
    page = parsed(html_of(SMALL))
    assert page.one("label", **{"for": "T-B02-answer"}).text == "Answer with a number (USD)."
    assert page.one("div", id="T-B03").one("span", "unit").text == "%"
    alone = [node.attributes["value"] for node in page.all("input") if "data-alone" in node.attributes]
    assert alone == ["None of these"]


def test_help_reason_and_evidence_are_there_to_open() -> None:
    item = replace(
        SMALL, questions=(replace(QUESTIONS[0], help="Any.", why="It matters.", evidence_expected="A list"),)
    )
    card = parsed(html_of(item)).one("div", "question")
    assert [node.text for node in card.one("details", "help").all("p")] == ["Any.", "Why we ask: It matters."]
    assert card.one("details", "backing").one("p").text == "Evidence could be: A list"
    assert not list(parsed(html_of(SMALL)).one("div", "question").all("details", "help"))


def test_hostile_texts_stay_texts() -> None:
    item = replace(
        SMALL, title=HOSTILE, introduction=HOSTILE, questions=(replace(QUESTIONS[0], text=HOSTILE, help=HOSTILE),)
    )
    page = parsed(html_of(item, party_id=HOSTILE, party_name=HOSTILE))
    assert not list(page.all("img"))
    assert len(list(page.all("script"))) == 2
    assert (page.one("h1").text, page.one("title").text, page.one("legend").text) == (HOSTILE, HOSTILE, "Who answers")
    assert page.one("div", "question").one("span", "text").text == HOSTILE
    assert page.one("input", id="party_name").attributes["value"] == HOSTILE
    assert facts_of(page)["party"] == HOSTILE


def test_the_page_knows_which_questionnaire_it_is_and_which_answers_open_a_question() -> None:
    facts = facts_of(parsed(html_of(SMALL, party_id="P1")))
    named = ("questionnaire", "version", "sha256", "language", "party")
    assert [facts[name] for name in named] == ["small", "1", "abc", "en", "P1"]
    assert facts["conditions"] == {"T-A02": [["T-A01", ["Yes"]]]}
    assert facts["gates"] == {"T-A01": ["Yes", "No"]}


@pytest.mark.parametrize("item", load_questionnaires(), ids=lambda item: item.id)
def test_nothing_that_judges_an_answer_goes_out_with_the_page(item: Questionnaire) -> None:
    page = parsed(html_of(item))
    texts = {node.text for node in page.one("body").all("p")}
    assert not [question.id for question in item.questions if question.action and question.action in texts]
    assert set(facts_of(page)) == {
        *("questionnaire", "version", "sha256", "language", "quick", "party", "party_name"),
        *("earlier", "elsewhere", "conditions", "gates", "words"),
    }
    marks = {name for card in page.all("div", "question") for node in card.all() for name in node.attributes}
    alone = any(choice.alone for question in item.questions for choice in question.choices)
    assert {name for name in marks if name.startswith("data-")} == ({"data-alone"} if alone else set())


def test_whom_the_sender_named_cannot_be_written_over() -> None:
    named, open_to_all = parsed(html_of(SMALL, party_id="P1", party_name="Mill")), parsed(html_of(SMALL))
    assert named.one("p", "party").text == "For Mill"
    assert all("readonly" in named.one("input", id=name).attributes for name in ("party", "party_name"))
    assert not [name for name in ("party", "party_name") if "readonly" in open_to_all.one(id=name).attributes]


@pytest.mark.usefixtures("quex")
def test_another_language_runs_its_own_way_and_marks_what_is_still_english() -> None:
    page = parsed(html_of(SMALL, "qx"))
    assert page.one("html").attributes == {"lang": "qx", "dir": "rtl"}
    assert page.one("p", "draft").text == "Entwurf (draft translation)"
    first = page.one("div", "question", id="T-A01")
    assert first.one("span", "text").text == "Finden Agenturen Arbeiter?"
    assert [node.text for node in first.all("label", "choice")] == ["Ay", "Nix"]
    assert offered(first) == ["Yes", "No"]
    english = page.one("div", "question", id="T-B05").one("span", "text")
    assert (english.text, english.attributes["lang"], english.attributes["dir"]) == ("What is better?", "en", "ltr")
    assert "lang" not in first.one("span", "text").attributes
    assert facts_of(page)["words"]["{answered} of {asked} questions answered"] == "{asked} Fragen, {answered} fertig"


@pytest.mark.usefixtures("quex")
def test_a_translation_that_is_behind_shows_the_english_beside_it() -> None:
    page = parsed(html_of(SMALL, "qx"))
    hints = [card.attributes["id"] for card in page.all("div", "question") if "has changed since" in card.text]
    assert hints == ["T-A02", "T-A03"]
    assert "Are licences checked?" in page.one("div", "question", id="T-A02").text


def test_a_page_can_open_with_the_answers_of_an_earlier_form() -> None:
    earlier = [Answer("T-A01", "Yes", EvidenceGrade.RECORD, "seen"), Answer("T-B03", "1"), Answer("T-B02", "12.5")]
    page = parsed(html_of(SMALL, answers=earlier, answered_by="HR manager"))
    assert facts_of(page)["earlier"] == {
        "T-A01": {"value": "Yes", "evidence": "2 record", "note": "seen"},
        "T-B03": {"value": "1%"},
        "T-B02": {"value": 12.5},
    }
    role = page.one("input", id="answered_by").attributes
    assert (role["value"], "readonly" in role) == ("HR manager", False)


def test_english_carries_no_mark_of_a_draft_and_no_foreign_language() -> None:
    page = parsed(html_of(SMALL))
    assert not list(page.all("p", "draft"))
    assert [node.tag for node in page.all() if "lang" in node.attributes] == ["html"]


def test_every_word_of_the_page_is_there_for_translators(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()
    word = Wording.word

    def heard(self: Wording, english: str) -> str:
        said.add(str(english))
        return word(self, english)

    monkeypatch.setattr(Wording, "word", heard)
    quick = replace(SMALL, questions=tuple(replace(question, quick=True, help="a", why="b") for question in QUESTIONS))
    html_of(quick, quick=True, party_id="P1")
    html_of(replace(SMALL, questions=(replace(QUESTIONS[0], help="a", evidence_expected="c"),)))
    assert len(script_words()) > 10
    assert said >= set(script_words())
    assert said <= set(interface_words())


def test_the_quick_form_has_the_quick_questions_and_knows_the_others() -> None:
    marked = tuple(replace(question, quick=question.id in ("T-A02", "T-B01")) for question in QUESTIONS)
    page = parsed(html_of(replace(SMALL, questions=marked), quick=True))
    assert ids(page.all("div", "question")) == ["T-A02", "T-B01"]
    assert page.one("p", "party").text == "Quick form"
    assert set(facts_of(page)["elsewhere"]) == {question.id for question in QUESTIONS} - {"T-A02", "T-B01"}
    with pytest.raises(InputRefused) as refused:
        html_of(SMALL, quick=True)
    assert refused.value.code is Code.QUICK_FORM_MISSING


def test_the_same_page_is_the_same_bytes_and_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_page(SMALL, tmp_path / "a.html", party_id="P1")
    assert (tmp_path / "a.html").read_bytes() == html_of(SMALL, party_id="P1").encode()
    with pytest.raises(OutputRefused):
        write_page(SMALL, tmp_path / "nowhere" / "a.html")
    with pytest.raises(InputRefused):
        write_page(SMALL, tmp_path / "b.html", kind=FormKind("xx"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
