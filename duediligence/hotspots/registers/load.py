"""All registers loaded, with look-ups by country."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from duediligence.hotspots.registers.metadata import register_folders
from duediligence.hotspots.registers.open_format import open_register
from duediligence.hotspots.registers.readers import READERS
from duediligence.model import Hotspot, HotspotKind, Register

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Registers:
    """`registers` as shown to people.

    `places` (countries and regions), `named` (places with a circle) and `goods` are their rows by country (alpha-2),
    `corridors` by origin and destination.
    """

    registers: tuple[Register, ...]
    hotspots: tuple[Hotspot, ...]
    places: Mapping[str, tuple[Hotspot, ...]]
    named: Mapping[str, tuple[Hotspot, ...]]
    goods: Mapping[str, tuple[Hotspot, ...]]
    corridors: Mapping[tuple[str, str], tuple[Hotspot, ...]]
    channels: tuple[Hotspot, ...]

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
    return gathered(registers, hotspots)


def gathered(registers: Iterable[Register], hotspots: Iterable[Hotspot]) -> Registers:
    """Registers and their rows, made ready for look-up."""
    rows = tuple(hotspots)
    places = [row for row in rows if row.kind is HotspotKind.PLACE]
    return Registers(
        tuple(registers),
        rows,
        places=_grouped((row for row in places if row.circle is None), _country),
        named=_grouped((row for row in places if row.circle), _country),
        goods=_grouped((row for row in rows if row.kind is HotspotKind.SECTOR), _country),
        corridors=_grouped((row for row in rows if row.kind is HotspotKind.CORRIDOR), _ends),
        channels=tuple(row for row in rows if row.kind is HotspotKind.CHANNEL),
    )


def _country(row: Hotspot) -> str:
    return row.country


def _ends(row: Hotspot) -> tuple[str, str]:
    return row.origin, row.country


def _grouped(rows: Iterable[Hotspot], key: Callable[[Hotspot], Key]) -> dict[Key, tuple[Hotspot, ...]]:
    groups: dict[Key, list[Hotspot]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: tuple(found) for name, found in groups.items()}
