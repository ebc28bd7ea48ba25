"""Several names in one cell: one below the other, between semicolons or strokes, or in two scripts."""

from __future__ import annotations

import re

from duediligence.names import has_legal_form, is_legal_form

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
