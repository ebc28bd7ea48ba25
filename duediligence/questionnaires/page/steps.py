"""The themes of a page, one step each, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from duediligence.model import Theme
from duediligence.questionnaires.page.content import Content, linked, live
from duediligence.questionnaires.page.elements import element
from duediligence.questionnaires.page.question import question_card

START, END = "start", "end"


def theme_id(theme: Theme) -> str:
    """Where the theme stands in the page: `theme-A`."""
    return f"theme-{theme.id}"


def theme_steps(content: Content) -> Iterator[Element]:
    """A section for each theme, with links to the sections before and after it."""
    themes = content.themes
    places = [START, *map(theme_id, themes), END]
    for number, theme in enumerate(themes, start=1):
        cards = [question_card(content, question) for question in content.questions if question.theme == theme.id]
        yield element(
            "section",
            _heading(content, theme, number),
            *cards,
            live("p", content.word("Nothing in this part concerns you. Go on to the next one."), class_="nothing"),
            _onward(content, places[number - 1], places[number + 1]),
            id=theme_id(theme),
            class_="step theme",
            aria_labelledby=f"{theme_id(theme)}-title",
        )


def _heading(content: Content, theme: Theme, number: int) -> Element:
    title, about = content.wording.theme(theme.id)
    count = len(content.themes)
    return element(
        "header",
        element("p", content.word("Part {number} of {count}", number=number, count=count), class_="part"),
        content.told("h2", title, theme.title, id=f"{theme_id(theme)}-title", tabindex="-1"),
        content.told("p", about, theme.about, class_="about"),
        live("p", class_="standing"),
    )


def _onward(content: Content, before: str, after: str) -> Element:
    onward = "Go on" if after != END else "To the end"
    return live("nav", linked(content, "Back", before), linked(content, onward, after, "main"), class_="onward",
                aria_label=content.word("From part to part"))  # fmt: skip


def theme_list(content: Content) -> Element:
    """All themes with how far one has come in each."""
    lines = (_theme_line(content, theme) for theme in content.themes)
    return live("nav", element("ol", *lines), class_="themes", aria_label=content.word("All parts"))


def _theme_line(content: Content, theme: Theme) -> Element:
    title = content.told("span", content.wording.theme(theme.id)[0], theme.title)
    standing = element("span", class_="standing", data_theme=theme_id(theme))
    return element("li", element("a", title, standing, href=f"#{theme_id(theme)}"))
