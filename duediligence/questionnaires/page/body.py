"""The body of a page: what stands around its steps."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from duediligence.questionnaires.page.content import Content, live
from duediligence.questionnaires.page.elements import element
from duediligence.questionnaires.page.ending import ending
from duediligence.questionnaires.page.facts import facts
from duediligence.questionnaires.page.head import script
from duediligence.questionnaires.page.opening import opening
from duediligence.questionnaires.page.steps import START, theme_steps


def body(content: Content) -> Element:
    """Title, progress, warnings, the steps, and whose page it is."""
    return element(
        "body",
        content.said("a", "To the questions", href="#main", class_="skip"),
        _masthead(content),
        _bar(content),
        element("main", *_warnings(content), _form(content), id="main", tabindex="-1"),
        _imprint(content),
        facts(content),
        script(),
    )


def _masthead(content: Content) -> Element:
    title, english = content.wording.title, content.questionnaire.title
    party = content.party_name or content.party_id
    return element(
        "header",
        content.told("h1", title, english),
        content.said("p", "Quick form", class_="party") if content.kind.quick else None,
        element("p", content.word("For {party}", party=party), class_="party") if party else None,
        class_="masthead",
    )


def _bar(content: Content) -> Element:
    """What stays in sight: how far one has come, and the way back to all parts."""
    inside = element(
        "div",
        element("p", id="progress", role="status"),
        element("a", content.word("All parts"), href=f"#{START}", class_="button"),
        element("progress", id="progress-bar", aria_labelledby="progress"),
    )
    return live("div", inside, class_="bar", id="bar", role="region", aria_label=content.word("Progress"))


def _warnings(content: Content) -> tuple[Element | None, ...]:
    draft = content.wording.draft_mark
    return (
        content.said("p", NO_SCRIPT, class_="notice static"),
        element("p", draft, class_="notice draft") if draft else None,
        content.said("p", NOT_KEPT, class_="notice danger", id="not-kept", role="alert", hidden=True),
        element("p", id="told", role="status", class_="unseen"),
    )


NO_SCRIPT = (
    "Here the page can be read and printed, but it cannot save answers. Open the file in a browser such as Chrome, "
    "Firefox or Safari to answer."
)
NOT_KEPT = (
    "This browser does not let the page keep your answers. Before you close it, save the answer file at the end; you "
    "can go on with it later."
)


def _form(content: Content) -> Element:
    return element(
        "form", opening(content), *theme_steps(content), ending(content), id="form", autocomplete="off", novalidate=True
    )


def _imprint(content: Content) -> Element:
    item = content.questionnaire
    text = f"{item.id} · {item.version} · {item.edition.isoformat()} · {item.licence}"
    return element("footer", element("p", text, dir="ltr"))
