"""The first step of a page: what it is, what happens to the answers, who answers."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from duediligence.questionnaires.page.content import Content, linked, live
from duediligence.questionnaires.page.elements import element
from duediligence.questionnaires.page.steps import START, theme_id, theme_list

HOW_TO = (
    "Answer what you know, in any order, and come back whenever you like.",
    "Leave a question empty if you do not know, and say why in the note. Empty is not counted as a bad answer.",
    "Do not write the name of any worker, here or in a note.",
    "Nothing is sent: this page does not use the internet. You save your answers as a file and decide who gets it.",
)
DANGER = (
    "If somebody is in danger, do not wait for this form: call for help first, and ask no questions that could put the "
    "person at risk."
)
SHARED = (
    "Your answers are kept on this device as you write. If others use it too, save the file when you stop, and then "
    "delete your answers here."
)


def opening(content: Content) -> Element:
    """The step that the page opens on."""
    english = content.questionnaire.introduction
    return element(
        "section",
        content.told("p", content.wording.introduction, english, class_="introduction"),
        content.said("p", DANGER, class_="notice danger"),
        content.said("h2", "Before you begin", id="start-title", tabindex="-1"),
        element("ul", *(content.said("li", line) for line in HOW_TO), class_="how-to"),
        content.said("p", SHARED, class_="live notice device"),
        _who(content),
        _earlier(content),
        live("p", linked(content, "Begin", theme_id(content.themes[0]), "main"), class_="onward", id="begin"),
        content.said("h2", "The parts", class_="live"),
        live("p", _size(content), class_="hint"),
        theme_list(content),
        _help_choice(content),
        id=START,
        class_="step",
        aria_labelledby="start-title",
    )


def _size(content: Content) -> str:
    counts = {"questions": len(content.questions), "parts": len(content.themes)}
    return content.word(
        "{questions} questions in {parts} parts; fewer where an answer makes others needless.", **counts
    )


def _who(content: Content) -> Element:
    return element(
        "fieldset",
        content.said("legend", "Who answers"),
        _entry(content, "party_name", "Name of your company or agency", content.party_name),
        _entry(content, "party", "Id, if you were given one", content.party_id),
        _entry(content, "answered_by", "Your role (not your name)", content.answered_by, fixed=False),
        element(
            "div",
            content.said("label", "Date of your answers", for_="answered_on"),
            element("input", id="answered_on", type="date", min="1980-01-01", max="2100-12-31",
                    aria_describedby="answered_on-hint answered_on-error"),
            content.said("p", "If left empty: the day on which you save the file.", id="answered_on-hint",
                         class_="hint"),
            element("p", id="answered_on-error", class_="error", role="alert"),
        ),
        class_="who",
    )  # fmt: skip


def _entry(content: Content, name: str, label: str, value: str, *, fixed: bool = True) -> Element:
    """A line of text; whom the sender named stays as it is, so that the answers find their way back."""
    field = element("input", id=name, type="text", dir="auto", value=value, readonly=fixed and bool(value))
    return element("div", content.said("label", label, for_=name), field)


def _earlier(content: Content) -> Element:
    field = element("input", id="earlier", type="file", accept=".json,application/json")
    label = content.said("label", "Answer file (its name ends in .json)", for_="earlier")
    return live(
        "div",
        element("details", content.said("summary", "Go on with answers from a file"), label, field, class_="earlier"),
        element("div", id="read-back", role="status"),
    )


def _help_choice(content: Content) -> Element:
    box = element("input", id="keep-open", type="checkbox")
    return live("label", box, content.said("span", "Keep the help to every question open"), class_="choice")
