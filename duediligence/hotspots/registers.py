"""All registers loaded, with look-ups by country."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from duediligence.hotspots.open_rows import open_register
from duediligence.hotspots.rows import READERS
from duediligence.hotspots.sources import register_folders
from duediligence.model import Hotspot, HotspotKind, Register

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Registers:
    """`registers` as shown to people.

    `places` and `goods` are their rows by country (alpha-2), `corridors` by origin and destination.
    """

    registers: tuple[Register, ...]
    hotspots: tuple[Hotspot, ...]
    places: Mapping[str, tuple[Hotspot, ...]]
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
    return Registers(
        tuple(registers),
        rows,
        places=_grouped(rows, HotspotKind.PLACE, lambda row: row.country),
        goods=_grouped(rows, HotspotKind.SECTOR, lambda row: row.country),
        corridors=_grouped(rows, HotspotKind.CORRIDOR, lambda row: (row.origin, row.country)),
        channels=tuple(row for row in rows if row.kind is HotspotKind.CHANNEL),
    )


def _grouped(
    rows: Iterable[Hotspot], kind: HotspotKind, key: Callable[[Hotspot], Key]
) -> dict[Key, tuple[Hotspot, ...]]:
    groups: dict[Key, list[Hotspot]] = {}
    for row in rows:
        if row.kind is kind:
            groups.setdefault(key(row), []).append(row)
    return {name: tuple(found) for name, found in groups.items()}
