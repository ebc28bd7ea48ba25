"""All registers loaded, with look-ups by country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from duediligence.hotspots.open_rows import open_register
from duediligence.hotspots.rows import READERS
from duediligence.hotspots.sources import register_folders
from duediligence.model import Hotspot, HotspotKind, Register


@dataclass(frozen=True, slots=True)
class Registers:
    """`registers` as shown to people; `places` and `goods` are their rows by country (alpha-2)."""

    registers: tuple[Register, ...]
    hotspots: tuple[Hotspot, ...]
    places: Mapping[str, tuple[Hotspot, ...]]
    goods: Mapping[str, tuple[Hotspot, ...]]

    def register(self, name: str) -> Register:
        """The register of that short name."""
        return next(register for register in self.registers if register.register == name)


@cache
def load_registers() -> Registers:
    """The packaged registers. Raises `PackagedDataBroken` for one that does not say all it must."""
    registers: list[Register] = []
    hotspots: list[Hotspot] = []
    for folder in register_folders():
        read = open_register if folder.about.open else READERS[folder.about.register]
        found = tuple(read(folder))
        registers.append(folder.described(len({hotspot.row for hotspot in found})))
        hotspots.extend(found)
    return Registers(
        tuple(registers),
        tuple(hotspots),
        places=_by_country(hotspots, HotspotKind.PLACE),
        goods=_by_country(hotspots, HotspotKind.SECTOR),
    )


def _by_country(hotspots: list[Hotspot], kind: HotspotKind) -> dict[str, tuple[Hotspot, ...]]:
    grouped: dict[str, list[Hotspot]] = {}
    for hotspot in hotspots:
        if hotspot.kind is kind:
            grouped.setdefault(hotspot.country, []).append(hotspot)
    return {country: tuple(found) for country, found in grouped.items()}
