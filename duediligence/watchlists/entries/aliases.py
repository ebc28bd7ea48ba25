"""Names in a name cell: `A (also known as B; C)`, `A (including two aliases: B; and C)`, `A a/k/a B`, `A d/b/a B`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duediligence.model import NameRole
from duediligence.watchlists.formats.text import squeezed

_ALIAS = r"a[./]?k[./]?a\.?|also known as|also called|d[./]?b[./]?a\.?|doing business as|trading as"
_FORMER = r"f[./]?k[./]?a\.?|formerly(?: known as)?|previously(?: known as)?"
_COUNTED = r"(?:(?:and|including|with) )?\w+ alias(?:es)?:?"
_LED = re.compile(rf"(?:(?P<alias>{_ALIAS}|{_COUNTED})|(?P<former>{_FORMER}))[:,]?\s+", re.IGNORECASE)
_INLINE = re.compile(rf",?\s+(?:(?P<alias>{_ALIAS})|(?P<former>f[./]?k[./]?a\.?|formerly known as))\s+", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?", re.IGNORECASE)
_TAIL = r"(?:ltd|inc|llc|l\.l\.c|limited|co\b|corp|company|s\.?a\b|gmbh|plc|pte|pvt|sdn)\b"
_COMMA = re.compile(rf",(?!\s*{_TAIL})\s*(?:and\s+)?", re.IGNORECASE)
_LAST_AND = re.compile(r"(?:(?<=ltd|llc|inc)|(?<=ltd\.|inc\.)|(?<=co\.)|(?<=mpany|mited|ation)) and ", re.IGNORECASE)


def with_other_names(cell: str) -> tuple[str, tuple[tuple[str, NameRole], ...]]:
    """The cell's own name, without the brackets and clauses that give others, and those others with their roles."""
    outer = cell
    others: list[tuple[str, NameRole]] = []
    for start, end in reversed(outermost_brackets(cell)):
        inner = cell[start + 1 : end - 1].strip()
        if led := _LED.match(inner):
            others[:0] = _listed(inner)
            outer = f"{outer[:start].rstrip()} {outer[end:].lstrip()}" if led else outer
    pieces = _INLINE.split(squeezed(outer))
    for _, former, name in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        others += [(text, NameRole.FORMER if former else NameRole.ALIAS) for text in listed_names(name, commas=False)]
    return pieces[0].strip(" ,;"), tuple(dict.fromkeys(others))


def listed_names(text: str, *, commas: bool = True) -> list[str]:
    """The names in `A; B; and C` or, with `commas`, in `A Co., Ltd., B, and C`: a comma before `Ltd.` parts nothing."""
    pieces = _outside_brackets(text, _SEMICOLON)
    if len(pieces) == 1 and commas:
        pieces = [last for piece in _outside_brackets(text, _COMMA) for last in _outside_brackets(piece, _LAST_AND)]
    return [name for piece in pieces if (name := piece.strip(" ,;").removeprefix("and ").strip())]


def outermost_brackets(text: str) -> list[tuple[int, int]]:
    """Where each outermost pair of brackets begins and ends; a bracket without its pair is none."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for place, letter in enumerate(text):
        if letter == "(":
            start = start if depth else place
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if not depth:
                found.append((start, place + 1))
    return found


def _listed(inner: str) -> Iterator[tuple[str, NameRole]]:
    """The names in a bracket; a later mark inside it (`; formerly known as C`) changes the role of what follows."""
    role = NameRole.ALIAS
    for name in listed_names(inner, commas=False):
        text = name
        while led := _LED.match(text):
            role = NameRole.FORMER if led["former"] else NameRole.ALIAS
            text = text[led.end() :]
        if text:
            yield text, role


def _outside_brackets(text: str, mark: re.Pattern[str]) -> list[str]:
    pairs = outermost_brackets(text)
    pieces, start = [], 0
    for found in mark.finditer(text):
        if not any(begin < found.start() < end for begin, end in pairs):
            pieces.append(text[start : found.start()])
            start = found.end()
    return [*pieces, text[start:]]
