"""Several names in one cell: `Saharah Manpower d/b/a Sahara Staff`."""

from __future__ import annotations

import re

_BETWEEN = re.compile(
    r"\s*[(,;]?\s*\b(?:d\s?/\s?b\s?/\s?a|dba|t\s?/\s?a|a\s?/\s?k\s?/\s?a|aka|f\s?/\s?k\s?/\s?a|fka|n\s?/\s?k\s?/\s?a|c\s?/\s?o|"
    r"doing business as|trading as|also known as|formerly known as|formerly|previously known as)\b[\s.:]*",
    re.IGNORECASE,
)


def alternatives(text: str) -> tuple[str, ...]:
    """The names that one text gives, in order, each once: the text itself where it gives only one."""
    parts = (part.strip(" ,;") for part in _BETWEEN.split(text))
    names = dict.fromkeys(_closed(part) for part in parts if any(letter.isalnum() for letter in part))
    return tuple(names) or (text,)


def _closed(part: str) -> str:
    """Without the bracket whose partner went with the cut."""
    return part.rstrip(")").strip() if part.count(")") > part.count("(") else part
