"""One ALIAS_NAME of the UN list often holds more than one name, a gloss or a remark. This takes it apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LETTERED = re.compile(r"(?:^|\s)[a-z]\)\s")
_BIRTH = re.compile(r",?\s+born\s(?:in|on|\d).*$")
_GLOSS = re.compile(r"\(?original script\)?:?|\(original script\)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]{1,9}")
_QUOTES = '"“”„ \t,;'
_LEAST_LISTED = 3


@dataclass(frozen=True, slots=True)
class SplitName:
    """One name out of a text; an acronym is too short to be relied on alone."""

    text: str
    acronym: bool = False


def names_in(text: str) -> tuple[SplitName, ...]:
    """Every name in the text, each once.

    `A; B` gives A and B. `A (B; C)` gives A, B and C, and so does `A (B)` when B is in another script. Of `A (X)`
    otherwise only A is a name, and X too if it is an acronym. A comma parts names only in a list of three or more
    in which each has at least two words: else it belongs to the name (`Ghailani, Ahmed`).
    """
    found: dict[str, SplitName] = {}
    for name in _names(_BIRTH.sub("", text)):
        found.setdefault(name.text, name)
    return tuple(name for name in found.values() if any(letter.isalnum() for letter in name.text))


def without_brackets(text: str) -> str:
    """The text without what stands in brackets: `Golden Horse (JinMa) Factory` → `Golden Horse Factory`."""
    outer, _ = _brackets(text)
    return outer


def _names(text: str) -> Iterator[SplitName]:
    for lettered in _LETTERED.split(text):
        for piece in _split(lettered, ";"):
            outer, inner = _brackets(piece)
            for name in _listed(outer):
                yield SplitName(name.strip(_QUOTES))
            for content in inner:
                yield from _names_in_brackets(content, outer)


def _names_in_brackets(content: str, outer: str) -> Iterator[SplitName]:
    content = _GLOSS.sub("", content).strip()
    if ";" in content or (outer and content and _is_latin(content) != _is_latin(outer)):
        yield from (name for name in _names(content) if " - sub-unit" not in name.text)
    elif _ACRONYM.fullmatch(content) and sum(letter.isupper() for letter in content) > 1:
        yield SplitName(content, acronym=True)


def _listed(text: str) -> list[str]:
    parts = text.split(",")
    is_list = len(parts) >= _LEAST_LISTED and all(len(part.split()) > 1 for part in parts)
    return parts if is_list else [text]


def _is_latin(text: str) -> bool:
    letter = next((letter for letter in text if letter.isalpha()), "a")
    return unicodedata.name(letter, "LATIN").startswith("LATIN")


def _split(text: str, mark: str) -> list[str]:
    """The pieces between marks that stand outside brackets."""
    if mark not in text:
        return [text]
    pieces, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if letter == mark and not depth:
            pieces.append(text[start:place])
            start = place + 1
    return [*pieces, text[start:]]


def _brackets(text: str) -> tuple[str, list[str]]:
    """The text outside brackets, and the contents of each outermost pair; a bracket without its pair is dropped."""
    if "(" not in text and ")" not in text:
        return " ".join(text.split()), []
    outer: list[str] = []
    inner: list[str] = []
    depth = 0
    for letter in text:
        depth += letter == "("
        if depth and letter != ")" and not (depth == 1 and letter == "("):
            inner[-1] += letter
        elif depth and letter == ")":
            inner[-1] += letter if depth > 1 else ""
        elif depth == 1:
            inner.append("")
        elif letter != ")":
            outer.append(letter)
        depth = max(0, depth - (letter == ")"))
    return " ".join("".join(outer).split()), [" ".join(content.split()) for content in inner]
