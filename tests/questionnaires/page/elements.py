"""A page's text, and its elements as a browser would see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from duediligence.model import Questionnaire
from duediligence.questionnaires import FormKind
from duediligence.questionnaires.page import page_html
from duediligence.questionnaires.page.content import Content

VOID = ("meta", "input", "br", "link")


@dataclass
class Node:
    """One element as a browser would see it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    def all(self, tag: str = "", class_: str = "") -> Iterator[Node]:
        """The elements below, in order, of that tag and class."""
        for part in self.inside:
            if isinstance(part, Node):
                if tag in ("", part.tag) and (not class_ or class_ in part.attributes.get("class", "").split()):
                    yield part
                yield from part.all(tag, class_)

    def one(self, tag: str = "", class_: str = "", **attributes: str) -> Node:
        """The first element below that is so."""
        return next(node for node in self.all(tag, class_) if attributes.items() <= node.attributes.items())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def html_of(item: Questionnaire, language: str = "en", *, quick: bool = False, **party: Any) -> str:
    """The page's text."""
    return page_html(Content(item, FormKind(language, quick), **party))


def parsed(html: str) -> Node:
    """The page's elements; every one must be closed in its turn."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def addresses(html: str) -> list[str]:
    """Everything in the page that looks like an address on a network."""
    return re.findall(
        r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}|url\(|@import|\bfetch\(|XMLHttp|WebSocket|sendBeacon", html
    )
