"""One cell's value as text, as a list, as other names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Generic, TypeVar

from duediligence.errors import Code
from duediligence.intake.words import cell_words
from duediligence.names import has_legal_form, is_legal_form
from duediligence.tables import Value, inert

_SIGNS = re.compile(r"[;|\n/(（]|[^\x00-\u024f]")
_SEMICOLONS = re.compile(r"\s*[;|]\s*")
_STROKES = re.compile(r"\s*\n\s*|\s+/\s+")
_BRACKETED = re.compile(r"^(?P<outer>[^()（）]+?)\s*[(（](?P<inner>[^()（）]+)[)）]$")
_OTHER_SCRIPT = re.compile(r"[^\x00-\u036f\u1e00-\u1eff\u2000-\u206f]")
_LATIN = re.compile(r"[A-Za-z]")
_LETTERS = re.compile(r"[^\W\d_]")
_LEAST_LETTERS = 4


def listed_names(text: str) -> tuple[str, ...]:
    """The names that a cell lists: `Alpha Ltd; Beta GmbH`, `Alpha Ltd (阿尔法有限公司)`; nothing if it holds one name.

    A line break or a stroke may stand inside one name: there each part must have a legal form, or a script of its own.
    """
    if not _SIGNS.search(text):
        return ()
    parts = _parts(_SEMICOLONS, text)
    if len(parts) > 1 and not any(map(is_legal_form, parts)):
        return parts
    parts = _parts(_STROKES, text)
    if len(parts) > 1 and (all(map(has_legal_form, parts)) or _two_scripts(parts)):
        return parts
    found = _BRACKETED.match(text)
    both = (found["outer"], found["inner"].strip()) if found else ()
    return both if _two_scripts(both) else ()


def _parts(separator: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in separator.split(text.strip()) if _LETTERS.search(part)))


def _two_scripts(parts: tuple[str, ...]) -> bool:
    """Whether two names are written in different scripts, neither a mere abbreviation or place (`SAP (中国)`)."""
    if len(parts) != 2 or any(len(_LETTERS.findall(part)) < _LEAST_LETTERS for part in parts):
        return False
    other = [bool(_OTHER_SCRIPT.search(part)) for part in parts]
    latin = [bool(_LATIN.search(part)) for part in parts]
    return other[0] != other[1] and latin[0] != latin[1]


T = TypeVar("T")

_LIST = re.compile(r"[;|\n]")
_COMMAS = re.compile(r"[,、，]|\s/(?=\s+[^\W\d_])")
_DOT_INSIDE = re.compile(r"\w\.\w")


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """What a cell was read as. `value` is None for an empty cell, and for one that `code` says could not be read."""

    value: T | None = None
    code: Code | None = None
    suggestion: str = ""


def text_of(value: Value) -> str:
    """A value as text: `123.0` as `123`, dates as ISO 8601, leading zeros of text kept."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.strip()
        # The mark by which a safe export keeps text from being a formula is not part of the text.
        return text[1:] if text[:1] == "'" and inert(text[1:]) == text else text
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


@cache
def _no_value() -> frozenset[str]:
    return frozenset(text.casefold() for text in cell_words().no_value)


@cache
def _longest_no_value() -> int:
    return max(map(len, _no_value()))


def stated(value: Value) -> str:
    """The text of a value, empty where the cell only says that there is none (`n/a`, `-`)."""
    text = value.strip() if value.__class__ is str else text_of(value)
    # Case folding never shortens a text.
    return "" if len(text) <= _longest_no_value() and text.casefold() in _no_value() else text


def distinct(values: Sequence[Value]) -> list[Value]:
    """Each value once, in order. True, 1 and 1.0 are three values here."""
    return [value for _, value in dict.fromkeys(zip(map(type, values), values, strict=True))]


def items(text: str, *, commas: bool) -> tuple[str, ...]:
    """The several values of one cell, each once.

    Commas and strokes part them where `commas` says so; names hold commas, and are parted there only if each part has
    a legal form. `Alpha Co., Ltd.` is never parted.
    """
    parts = (part for line in _LIST.split(text) for part in _at_commas(line, commas=commas))
    return tuple(dict.fromkeys(part for part in parts if part))


def _at_commas(line: str, *, commas: bool) -> list[str]:
    if not _COMMAS.search(line):
        return [line.strip()]
    parts: list[str] = []
    for part in map(str.strip, _COMMAS.split(line)):
        if parts and part and is_legal_form(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    split = len(parts) > 1 and (commas or all(map(has_legal_form, parts)))
    return parts if split else [line.strip()]


def web_addresses(text: str) -> tuple[str, ...]:
    """The web addresses of one cell, each once: `a.com / www.b.org` → two; a text without any as it is."""
    found = tuple(dict.fromkeys(word.strip(",;") for word in re.split(r"[\s;|,]+", text) if _DOT_INSIDE.search(word)))
    return found or ((text,) if text else ())


@cache
def _clause() -> re.Pattern[str]:
    """A marker such as `formerly` or `t/a` after a first name, in or out of brackets."""
    words = cell_words()
    anywhere = "|".join(map(_written, sorted(words.alias_markers, key=len, reverse=True)))
    bracketed = "|".join(map(_written, words.bracket_markers))
    return re.compile(rf"(?:[\s,;(\[]+(?:{anywhere})|[(\[]\s*(?:{bracketed}))\.?(?:\s*:\s*|\s+|(?<=\.))", re.IGNORECASE)


@cache
def _hint() -> re.Pattern[str]:
    """How a marker begins, for plain names: passes some that have none, and takes a quarter of the time."""
    words = cell_words()
    second: dict[str, set[str]] = {}
    for marker in (*words.alias_markers, *words.bracket_markers):
        # Initials may stand with strokes, with dots, or side by side.
        after = {"/", ".", marker[2]} if marker[1] == "/" else {marker[1]}
        second.setdefault(marker[0], set()).update(after)
    starts = "|".join(f"{_either([first])}{_either(sorted(after))}" for first, after in second.items())
    return re.compile(rf"[\s,;(\[](?:{starts})")


def _either(signs: Sequence[str]) -> str:
    return "[" + "".join(re.escape(sign.lower() + sign.upper()) for sign in signs) + "]"


def _written(marker: str) -> str:
    """A pattern for `d/b/a`, `d.b.a.` and `dba`; of two initials only those with a mark between (`t/a`)."""
    letters = marker.split("/")
    if len(letters) == 1:
        return r"\s+".join(map(re.escape, marker.split()))
    return (r"[./]" if len(letters) == 2 else r"[./]?").join(letters)


def other_names_in(name: str) -> tuple[str, ...]:
    """The names that one name cell holds: `Beta Ltd (formerly Alpha Ltd)` → Beta Ltd, Alpha Ltd; if one, nothing.

    The whole text stays the party's name, so nothing is lost if a marker was part of the name.
    """
    if (name.isascii() and not _hint().search(name)) or not _clause().search(name):
        return listed_names(name)
    parts = [part.strip(" ,;()[]\"'“”‘’") for part in _clause().split(name)]
    found = tuple(dict.fromkeys(part for part in parts if len(part) > 1))
    return found if found != (name,) else ()


_MOST_KEPT = 10_000


class Remembered(dict[str, T], Generic[T]):
    """Text → what `read` makes of it. Not for other values: True, 1 and 1.0 would be one key."""

    def __init__(self, read: Callable[[Value], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> T:
        found = self._read(text)
        if len(self) < _MOST_KEPT:
            self[text] = found
        return found
