"""One OpenDocument cell: attributes and text → value (OpenDocument 1.3 part 3, 19.385 `office:value-type`)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "

_DURATION = re.compile(r"(-?)P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d*)?S)?")

CellValue = str | float | bool | date | datetime | time | timedelta | None


def is_error(attributes: dict[str, str]) -> bool:
    """Whether LibreOffice marked the cell as holding an error; the standard itself has no such type."""
    return attributes.get(f"{CALC}value-type") == "error"


def cell_value(attributes: dict[str, str], text: str) -> CellValue:
    """The cell's value; its shown text where the typed value is missing or unreadable."""
    kind = attributes.get(f"{OFFICE}value-type", "")
    if kind in ("", "string"):
        return attributes.get(f"{OFFICE}string-value") or text
    try:
        return _typed(kind, attributes)
    except (ValueError, KeyError):
        return text


def _typed(kind: str, attributes: dict[str, str]) -> CellValue:
    if kind == "boolean":
        return attributes[f"{OFFICE}boolean-value"] == "true"
    if kind == "date":
        return _date(attributes[f"{OFFICE}date-value"])
    if kind == "time":
        return _time(attributes[f"{OFFICE}time-value"])
    return float(attributes[f"{OFFICE}value"])


def _date(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _time(text: str) -> time | timedelta:
    found = _DURATION.fullmatch(text)
    if not found:
        raise ValueError(text)
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if found[1]:
        return -length
    return (datetime.min + length).time() if length < timedelta(days=1) else length
