"""A questionnaire → its page, as one text and as a file."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from duediligence.model import Questionnaire
from duediligence.questionnaires.languages import wording
from duediligence.questionnaires.page.content import Content, live
from duediligence.questionnaires.page.elements import document, element
from duediligence.questionnaires.page.ending import ending
from duediligence.questionnaires.page.facts import facts
from duediligence.questionnaires.page.head import head, script
from duediligence.questionnaires.page.opening import opening
from duediligence.questionnaires.page.steps import START, theme_steps
from duediligence.questionnaires.quick import quick_form
from duediligence.tables import write_whole


def write_page(
    questionnaire: Questionnaire,
    path: Path,
    language: str = "en",
    *,
    quick: bool = False,
    party_id: str = "",
    party_name: str = "",
) -> None:
    """Writes the page as UTF-8; same arguments, same bytes. Raises as `page_html`, and `OutputRefused`."""
    page = page_html(questionnaire, language, quick=quick, party_id=party_id, party_name=party_name)
    write_whole(path, page.encode())


def page_html(
    questionnaire: Questionnaire, language: str = "en", *, quick: bool = False, party_id: str = "", party_name: str = ""
) -> str:
    """The page in that language, for that party; with `quick` the questions of the quick form alone.

    Raises `InputRefused` for a language that is not there (DD-QN-009) and for a quick form that is not (DD-QN-010).
    """
    content = Content(
        questionnaire=questionnaire,
        questions=quick_form(questionnaire).questions if quick else questionnaire.questions,
        wording=wording(questionnaire, language),
        quick=quick,
        party_id=party_id,
        party_name=party_name,
    )
    said = content.wording
    return document(element("html", head(content), _body(content), lang=said.language, dir=said.direction))


def _body(content: Content) -> Element:
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
        content.said("p", "Quick form", class_="party") if content.quick else None,
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
        element("noscript", content.said("p", NO_SCRIPT, class_="notice")),
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
