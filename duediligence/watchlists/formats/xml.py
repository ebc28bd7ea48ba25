"""Records of an XML list, one at a time, without namespaces, safely."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from duediligence.errors import Code, InputRefused
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, squeezed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_START = 256
_SPECIAL = re.compile('[&<>"]')
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_FIRST_ELEMENT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>/]")
_BEFORE_IT = re.compile(rb"<!--.*?-->|<\?.*?\?>|<![A-Za-z][^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)


def root_name(sample: bytes) -> str:
    """The local name of the first element of a document that begins with the sample; empty if there is none."""
    text = sample.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not text.startswith(b"<"):
        return ""
    found = _FIRST_ELEMENT.match(_BEFORE_IT.sub(b"", text[:8192]).lstrip())
    return found[1].decode("ascii", errors="replace") if found else ""


def records(file: ListFile, tags: Collection[str]) -> Iterator[Element]:
    """Every element named in `tags`, complete, in the order of their ends; emptied once it was used.

    Raises `InputRefused`: LIST_DAMAGED for a document that is not well-formed to its end, FILE_SUSPECT for one
    that declares entities or a document type: without either, no parser can be led astray, so the quick one is used.
    """
    from xml.etree.ElementTree import ParseError, iterparse

    if _declares(file.data):
        raise InputRefused(Code.FILE_SUSPECT, where=file.name, detail="it declares entities")
    try:
        for _, element in iterparse(BytesIO(file.data)):
            element.tag = element.tag.rpartition("}")[2]
            if element.tag in tags:
                yield element
                element.clear()
    except ParseError as error:
        raise damaged(file.name, f"the XML is not well-formed at line {error.position[0]}") from error


def _declares(data: bytes) -> bool:
    """Whether a document type or an entity is declared, in any encoding that the parser reads (UTF-16 has zeros)."""
    text = data.replace(b"\0", b"") if b"\0" in data[:_START] else data
    return b"<!DOCTYPE" in text or b"<!ENTITY" in text


def raw_of(element: Element) -> str:
    """The element as it stood in the document, without namespaces and without the blanks between its elements."""
    pieces: list[str] = []
    _write(element, pieces.append)
    return "".join(pieces)


def _write(element: Element, put: Callable[[str], None]) -> None:
    """Written here because the library's own serialiser takes three times as long."""
    tag, text = element.tag, element.text
    put(f"<{tag}")
    for key, value in element.items():
        name = key.rpartition("}")[2] if key[0] == "{" else key
        put(f' {name}="{_escaped(value)}"')
    inside = "" if not text or text.isspace() else _escaped(text)
    if len(element):
        put(f">{inside}")
        for child in element:
            _write(child, put)
            if (tail := child.tail) and not tail.isspace():
                put(_escaped(tail))
        put(f"</{tag}>")
    else:
        put(f">{inside}</{tag}>" if inside else "/>")


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def text_of(element: Element, path: str) -> str:
    """The text of the first element at the path, blanks squeezed; empty when there is none."""
    return squeezed(element.findtext(path))


def texts_of(element: Element, path: str) -> list[str]:
    """The texts of every element at the path that has any."""
    return [text for item in element.iterfind(path) if (text := squeezed(item.text))]
