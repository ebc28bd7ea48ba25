"""HTML put together from values, so that every text and attribute is escaped by construction."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

Part = Element | str
Attribute = str | bool


def element(name: str, /, *inside: Part | None, **attributes: Attribute) -> Element:
    """An element with what stands in it; a text is text, never markup, and None is nothing.

    Attributes are keywords: `class_` is class, `data_asked` data-asked; True is written bare, False not at all.
    """
    made = Element(name, dict(_attributes(attributes)))
    for part in inside:
        if part is not None:
            _put(made, part)
    return made


def document(root: Element) -> str:
    """The page as text, in HTML's own syntax."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"


def _attributes(given: dict[str, Attribute]) -> list[tuple[str, str]]:
    return [
        (name.rstrip("_").replace("_", "-"), "" if value is True else str(value))
        for name, value in given.items()
        if value is not False
    ]


def _put(parent: Element, part: Part) -> None:
    if isinstance(part, Element):
        parent.append(part)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + part
    else:
        parent.text = (parent.text or "") + part
