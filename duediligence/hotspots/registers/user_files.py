"""A user's own register file, in the columns of watchlists/hotspots/README.md, joined to the packaged registers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from duediligence.errors import Code, InputRefused
from duediligence.hotspots.registers.load import Registers, gathered
from duediligence.hotspots.registers.open_format import COLUMNS, open_row
from duediligence.model import Basis, Concern, Hotspot, HotspotKind, Register
from duediligence.places import country_of_code
from duediligence.settings import Settings
from duediligence.tables import read_table, source_file

REQUIRED = ("register", "publisher", "edition", "licence", "citation", "row", "kind", "concern", "severity")
"""What every row of a user's file says; a row without its source is refused."""


def with_own_registers(registers: Registers, path: Path, settings: Settings) -> Registers:
    """The registers with those of the file added.

    Raises `InputRefused` (REGISTER_INVALID, or the table reader's own code) that names the row which cannot be used.
    """
    sha256 = source_file(path).sha256
    taken = {register.register for register in registers.registers}
    own: dict[str, list[tuple[Mapping[str, str], Hotspot]]] = {}
    for where, row in _rows(path, settings):
        hotspot = _hotspot(where, row)
        if hotspot.register in taken:
            raise _refused(where, f"{hotspot.register} is the name of a packaged register")
        own.setdefault(hotspot.register, []).append((row, hotspot))
    if not own:
        raise _refused(path.name, "it has no rows")
    described = (_register(found, sha256) for found in own.values())
    hotspots = (hotspot for found in own.values() for _, hotspot in found)
    return gathered((*registers.registers, *described), (*registers.hotspots, *hotspots))


def _rows(path: Path, settings: Settings) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row under the header, as text by column, with where it stands."""
    for sheet in read_table(path, settings).sheets:
        header: list[str] = []
        for line in sheet.rows:
            cells = ["" if value is None else str(value).strip() for value in line.values]
            if not header:
                header = [cell.casefold() for cell in cells]
            elif any(cells):
                yield f"{path.name}, row {line.number}", dict(zip(header, cells, strict=False))


def _hotspot(where: str, row: Mapping[str, str]) -> Hotspot:
    missing = [name for name in REQUIRED if not row.get(name)]
    if missing:
        raise _refused(where, f"no {', '.join(missing)}")
    said = {name: row.get(name, "") for name in COLUMNS}
    try:
        date.fromisoformat(row["edition"][:10])
        Basis(row.get("basis") or Basis.OWN)
        hotspot = open_row(row["register"], HotspotKind(row["kind"]), Concern(row["concern"]), said)
    except ValueError as error:
        raise _refused(where, str(error)) from error
    fault = _key_fault(hotspot)
    if fault:
        raise _refused(where, fault)
    return hotspot


def _key_fault(hotspot: Hotspot) -> str:
    """What keeps a row from ever being met; empty if nothing does."""
    unknown = [code for code in (hotspot.country, hotspot.origin) if code and country_of_code(code) != code]
    if unknown:
        return f"{unknown[0]} is no country code of two letters"
    if hotspot.kind is HotspotKind.CHANNEL:
        return "" if hotspot.signs else "a channel needs signs"
    if not hotspot.country:
        return "the country is missing"
    if hotspot.kind is HotspotKind.CORRIDOR:
        return "" if hotspot.origin else "a corridor needs an origin"
    if hotspot.kind is HotspotKind.SECTOR:
        return "" if hotspot.isic or hotspot.hs or hotspot.goods else "a sector needs isic, hs or goods"
    return ""


def _register(found: list[tuple[Mapping[str, str], Hotspot]], sha256: str) -> Register:
    row, first = found[0]
    return Register(
        register=first.register,
        title=row.get("title") or first.register,
        kind=first.kind,
        basis=Basis(row.get("basis") or Basis.OWN),
        publisher=row["publisher"],
        edition=date.fromisoformat(row["edition"][:10]),
        licence=row["licence"],
        citation=row["citation"],
        cannot_see="A register of the user's own; what it cannot see is not stated.",
        rows=len(found),
        sha256=sha256,
        own=True,
    )


def _refused(where: str, detail: str) -> InputRefused:
    return InputRefused(Code.REGISTER_INVALID, where=where, detail=detail)
