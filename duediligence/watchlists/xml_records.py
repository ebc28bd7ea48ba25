"""Records of an XML list, one at a time, without namespaces, safely."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from duediligence.errors import Code, InputRefused
from duediligence.watchlists.files import ListFile
from duediligence.watchlists.text import damaged, squeezed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

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
    that declares entities or a document type.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        for _, element in iterparse(BytesIO(file.data), forbid_dtd=True):
            element.tag = element.tag.rpartition("}")[2]
            if element.tag in tags:
                yield element
                element.clear()
    except ParseError as error:
        raise damaged(file.name, f"the XML is not well-formed at line {error.position[0]}") from error
    except DefusedXmlException as error:
        raise InputRefused(Code.FILE_SUSPECT, where=file.name, detail="it declares entities") from error


def text_of(element: Element, path: str) -> str:
    """The text of the first element at the path, blanks squeezed; empty when there is none."""
    return squeezed(element.findtext(path))


def texts_of(element: Element, path: str) -> list[str]:
    """The texts of every element at the path that has any."""
    return [text for item in element.iterfind(path) if (text := squeezed(item.text))]
