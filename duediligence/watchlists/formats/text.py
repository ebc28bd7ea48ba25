"""Small readings of text that the list readers share: encodings, blanks, dates."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from duediligence.errors import Code, InputRefused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH_YEAR = re.compile(r"(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]*\.? (\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3})[a-z]*\.? (\d{1,2}), ?(\d{4})")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_YEARS = re.compile(r"(?:between )?(\d{4})\s*(?:-|–|to|and)\s*(\d{4})", re.IGNORECASE)
_ABOUT = re.compile(r"(?:circa|approximately|c\.)\s+", re.IGNORECASE)


def damaged(name: str, detail: str) -> InputRefused:
    """The refusal of a list file that is not whole."""
    return InputRefused(Code.LIST_DAMAGED, where=name, detail=detail)


def decoded(data: bytes) -> str:
    """Text that is UTF-16 with its mark, UTF-8 (with or without its mark) or, failing that, cp1252."""
    if data.startswith(_UTF_16_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def squeezed(text: str | None) -> str:
    """The text with every run of blanks and line ends as one blank; empty for None."""
    return " ".join(text.split()) if text else ""


def day(text: str) -> date | None:
    """A whole date: `2026-02-27`, `27 Feb 2026`, `27-FEB-2026`, and the US forms `02/27/2026` and `February 27, 2026`.

    None for anything else.
    """
    text = text.strip()
    if found := _ISO.match(text):
        return _date(found[1], found[2], found[3])
    if found := _US.fullmatch(text):
        return _date(found[3], found[1], found[2])
    if (found := _MONTH_DAY.fullmatch(text)) and (month := _month(found[1])):
        return _date(found[3], str(month), found[2])
    found = _DAY_MONTH_YEAR.fullmatch(text.replace("-", " "))
    if found and found[1] and (month := _month(found[2])):
        return _date(found[3], str(month), found[1])
    return None


def european_day(text: str) -> date | None:
    """A whole date as British and EU publishers write it: `27/02/2026`, `27-Feb-2026`, or as `day` reads it."""
    text = text.strip()
    if found := _US.fullmatch(text):
        return _date(found[3], found[2], found[1])
    return day(text) or day(text.replace("-", " "))


def birth_date(text: str) -> str:
    """A birth date as `1971-03-12`, `1971-03`, `1971`, `1965/1968` (between), each perhaps after `about `.

    What fits none of these is kept as the publisher wrote it.
    """
    text = squeezed(text)
    if about := _ABOUT.match(text):
        return f"about {birth_date(text[about.end() :])}"
    if whole := day(text):
        return whole.isoformat()
    if years := _YEARS.fullmatch(text):
        return f"{years[1]}/{years[2]}"
    found = _DAY_MONTH_YEAR.fullmatch(text)
    if found and (month := _month(found[2])):
        return f"{found[3]}-{month:02d}"
    return text


def _month(word: str) -> int:
    """1 to 12, or 0 for a word that is no month. `strptime` would depend on the machine's language."""
    return _MONTHS.index(word.lower()) + 1 if word.lower() in _MONTHS else 0


def _date(year: str, month: str, day_of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


_BETWEEN_TAGS = re.compile(r">\s+<")


def compact_json(value: Mapping[str, Any]) -> str:
    """A record as one line of JSON, in its own order and script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def compact_xml(element: Element) -> str:
    """An element as one line of XML, without the blanks between its tags."""
    from xml.etree.ElementTree import tostring

    return _BETWEEN_TAGS.sub("><", tostring(element, encoding="unicode").strip())
