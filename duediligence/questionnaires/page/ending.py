"""The last step of a page: what is still open, the answer file, and leaving nothing behind."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from duediligence.questionnaires.page.content import Content, linked, live
from duediligence.questionnaires.page.elements import element
from duediligence.questionnaires.page.steps import END, theme_id


def ending(content: Content) -> Element:
    """The step after the last theme; without the script there is nothing to save."""
    return live(
        "section",
        content.said("h2", "Look over and save", id="end-title", tabindex="-1"),
        element("p", id="whole", class_="whole"),
        _list(content, "doubtful", "Please look at these again"),
        _list(content, "open", "Not answered yet"),
        content.said("p", "Every question is answered. Thank you.", id="complete", class_="notice", hidden=True),
        *_saving(content),
        *_leaving(content),
        element("nav", linked(content, "Back", theme_id(content.themes[-1])), class_="onward",
                aria_label=content.word("From part to part")),
        id=END,
        class_="step",
        aria_labelledby="end-title",
    )  # fmt: skip


def _list(content: Content, name: str, title: str) -> Element:
    heading = content.said("h3", title)
    return element("div", heading, element("div"), id=name, hidden=True)


def _saving(content: Content) -> tuple[Element, ...]:
    return (
        content.said("h2", "Your answer file"),
        content.said("p", "You can save with questions left open, and go on later with the same file."),
        _button(content, "save", "Save the answer file", "main"),
        element("p", id="saved", role="status", class_="done"),
        element(
            "details",
            content.said("summary", "If no file appears: copy the answers"),
            content.said("label", "Copy all of this text and send it to whoever asked you.", for_="copy-text"),
            element("textarea", id="copy-text", rows="6", readonly=True, dir="ltr", spellcheck="false"),
            _button(content, "copy", "Copy the answers"),
            element("p", id="copied", role="status", class_="done"),
            id="copying",
        ),
        _button(content, "print", "Print"),
    )


def _leaving(content: Content) -> tuple[Element, ...]:
    sure = element(
        "div",
        content.said("p", "They are then gone from here for good. Have you saved the file?"),
        _button(content, "delete-now", "Yes, delete them", "grave"),
        _button(content, "delete-not", "No, keep them"),
        id="sure",
        class_="notice",
        hidden=True,
    )
    return (
        content.said("h2", "Delete from this device"),
        content.said("p", "Your answers stay on this device until you delete them."),
        _button(content, "delete", "Delete my answers from this device"),
        sure,
        element("p", id="deleted", role="status", class_="done"),
    )


def _button(content: Content, name: str, text: str, class_: str = "") -> Element:
    return content.said("button", text, type="button", id=name, class_=class_ or False)
