"""The rows of the registers that somebody asks to see."""

from __future__ import annotations

from duediligence.errors import Code, InputRefused
from duediligence.hotspots.registers.load import Registers
from duediligence.model import Hotspot, HotspotKind
from duediligence.places import find_country


def country_code(text: str) -> str:
    """Alpha-2 of a country in words or code. Raises `InputRefused` (COUNTRY_UNKNOWN, COUNTRY_AMBIGUOUS)."""
    reading = find_country(text)
    if not reading.code:
        code = Code.COUNTRY_AMBIGUOUS if reading.candidates else Code.COUNTRY_UNKNOWN
        asked = f"Did you mean {reading.suggestion}?" if reading.suggestion else reading.reason
        raise InputRefused(code, where=text, detail=asked)
    return reading.code


def rows_of(
    registers: Registers, *, kind: HotspotKind | None = None, country: str = "", register: str = ""
) -> list[Hotspot]:
    """Rows by kind, by country in words or code (either end of a corridor), and by the register's short name.

    Raises `InputRefused` for a country that cannot be read.
    """
    code = country_code(country) if country else ""
    return [
        row
        for row in registers.hotspots
        if kind in (None, row.kind)
        and (not code or code in (row.country, row.origin))
        and (not register or row.register.casefold() == register.casefold())
    ]
