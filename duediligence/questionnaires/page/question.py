"""One question of a page: its text, its help, its answer and what stands behind the answer."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from duediligence.model import Question
from duediligence.questionnaires.page.content import Content, live
from duediligence.questionnaires.page.controls import answer_control, evidence_control
from duediligence.questionnaires.page.elements import element

BEHIND = "The English has changed since this was translated: {english}"


def question_card(content: Content, question: Question) -> Element:
    """A group under the question's text, so that each control in it is read out with its question."""
    wording = content.wording.question(question.id)
    text = content.told("span", wording.text, question.text, class_="text")
    group = element(
        "fieldset",
        element("legend", element("span", question.id, class_="code"), text),
        element("p", content.word(BEHIND, english=question.text), class_="hint") if wording.stale else None,
        _help(content, question),
        answer_control(content, question),
        element("p", id=f"{question.id}-error", class_="error", role="alert"),
        _backing(content, question),
        live("button", content.word("Clear this answer"), type="button", class_="quiet clear", hidden=True),
    )
    return element("div", group, id=question.id, class_="question", data_type=question.type)


def _help(content: Content, question: Question) -> Element | None:
    wording = content.wording.question(question.id)
    if not question.help and not question.why:
        return None
    summary = "Help and why we ask" if question.why else "Help"
    return element(
        "details",
        content.said("summary", summary),
        content.told("p", wording.help, question.help) if question.help else None,
        content.labelled("Why we ask: {why}", "why", wording.why, question.why) if question.why else None,
        class_="help",
    )


def _backing(content: Content, question: Question) -> Element:
    expected, english = content.wording.question(question.id).evidence_expected, question.evidence_expected
    evidence, note = f"{question.id}-evidence", f"{question.id}-note"
    state = element("span", class_="state")
    return element(
        "details",
        element("summary", content.said("span", "Evidence and note"), " ", state),
        content.said("label", "What could you show for it?", for_=evidence),
        content.labelled("Evidence could be: {evidence}", "evidence", expected, english) if expected else None,
        evidence_control(content, evidence),
        content.said("label", "Note", for_=note),
        element("textarea", id=note, rows="2", dir="auto"),
        class_="backing",
    )
