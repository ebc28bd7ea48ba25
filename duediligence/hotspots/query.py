"""The rows of the registers that somebody asks to see."""

from __future__ import annotations

from duediligence.hotspots.reading_country_part import country_code
from duediligence.hotspots.registers.load import Registers
from duediligence.model import Hotspot, HotspotKind


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
