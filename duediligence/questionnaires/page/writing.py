"""A questionnaire → its page, as one text and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from duediligence.model import Answer, Questionnaire
from duediligence.questionnaires.forms.workbook import FormKind
from duediligence.questionnaires.page.body import body
from duediligence.questionnaires.page.content import Content
from duediligence.questionnaires.page.elements import document, element
from duediligence.questionnaires.page.head import head
from duediligence.tables import write_whole


def write_page(
    questionnaire: Questionnaire,
    path: Path,
    party_id: str = "",
    party_name: str = "",
    answers: Sequence[Answer] = (),
    *,
    answered_by: str = "",
    kind: FormKind = FormKind(),
) -> None:
    """Writes the page as UTF-8, with the answers that are already known; same arguments, same bytes.

    Raises `OutputRefused`, and `InputRefused` for a language or a quick form that is not there.
    """
    content = Content(questionnaire, kind, party_id, party_name, answers, answered_by)
    write_whole(path, page_html(content).encode())


def page_html(content: Content) -> str:
    """The page's text."""
    words = content.wording
    return document(element("html", head(content), body(content), lang=words.language, dir=words.direction))
