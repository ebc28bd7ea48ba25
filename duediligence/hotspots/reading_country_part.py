"""A country that a person names on the command line."""

from __future__ import annotations

from duediligence.errors import Code, InputRefused
from duediligence.places import find_country


def country_code(text: str) -> str:
    """Alpha-2 of a country in words or code. Raises `InputRefused` (COUNTRY_UNKNOWN, COUNTRY_AMBIGUOUS)."""
    reading = find_country(text)
    if not reading.code:
        code = Code.COUNTRY_AMBIGUOUS if reading.candidates else Code.COUNTRY_UNKNOWN
        asked = f"Did you mean {reading.suggestion}?" if reading.suggestion else reading.reason
        raise InputRefused(code, where=text, detail=asked)
    return reading.code
