"""The publisher's own record as compact text, so that an officer can compare an entry with the list itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BETWEEN_TAGS = re.compile(r">\s+<")


def compact_json(value: Mapping[str, Any]) -> str:
    """A record as one line of JSON, in its own order and script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def compact_xml(element: Element) -> str:
    """An element as one line of XML, without the blanks between its tags."""
    from xml.etree.ElementTree import tostring

    return _BETWEEN_TAGS.sub("><", tostring(element, encoding="unicode").strip())
