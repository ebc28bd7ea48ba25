"""`duediligence hotspot`: the registers of places, sectors, corridors and channels, and one case held against them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from duediligence.cli.options import JsonOption, ListsOption
from duediligence.cli.output import print_json, print_table, say
from duediligence.model import HotspotKind

if TYPE_CHECKING:
    from duediligence.hotspots import Registers
    from duediligence.model import Hotspot, Register

app = typer.Typer(help="The hotspot registers: places, sectors and goods, corridors, channels.", no_args_is_help=True)

RegisterFileOption = Annotated[
    Path | None,
    typer.Option(
        "--register-file",
        help="A register of your own that joins in: a table with the columns of watchlists/hotspots/README.md.",
    ),
]


@app.command("list")
def show_registers(
    kind: Annotated[HotspotKind | None, typer.Option("--kind", help="Only registers or rows of this kind.")] = None,
    country: Annotated[str, typer.Option("--country", help="The rows of a country, in words or code.")] = "",
    register: Annotated[str, typer.Option("--register", help="The rows of the register of this short name.")] = "",
    register_file: RegisterFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Each register with publisher, edition, licence, rows, and what it cannot see; or the rows of some.

    Example: duediligence hotspot list --kind corridor --country Qatar
    """
    registers = _registers(register_file)
    if country or register:
        _show_rows(_rows(registers, kind, country, register), as_json)
        return
    shown = [item for item in registers.registers if kind in (None, item.kind)]
    if as_json:
        print_json([_register_facts(item) for item in shown])
        return
    rows = [
        (item.register, item.title, item.basis, item.edition.isoformat(), item.rows, item.licence) for item in shown
    ]
    print_table(("register", "title", "basis", "edition", "rows", "licence"), rows)


def _registers(own: Path | None) -> Registers:
    from duediligence.hotspots import load_registers, with_own_registers
    from duediligence.settings import load_settings

    registers = load_registers()
    return with_own_registers(registers, own, load_settings()) if own else registers


def _rows(registers: Registers, kind: HotspotKind | None, country: str, register: str) -> list[Hotspot]:
    from duediligence.hotspots import rows_of

    return rows_of(registers, kind=kind, country=country, register=register)


def _show_rows(rows: list[Hotspot], as_json: bool) -> None:
    if as_json:
        print_json([_row_facts(row) for row in rows])
        return
    shown = [(row.register, row.row, row.label, row.pattern, f"{row.severity:.2f}", row.citation) for row in rows]
    print_table(("register", "row", "what", "pattern", "severity", "source"), shown)


def _register_facts(item: Register) -> dict[str, Any]:
    return {
        "register": item.register,
        "title": item.title,
        "kind": item.kind,
        "basis": item.basis,
        "publisher": item.publisher,
        "edition": item.edition.isoformat(),
        "licence": item.licence,
        "citation": item.citation,
        "cannot_see": item.cannot_see,
        "rows": item.rows,
    }


def _row_facts(row: Hotspot) -> dict[str, Any]:
    return {
        "register": row.register,
        "row": row.row,
        "kind": row.kind,
        "label": row.label,
        "pattern": row.pattern,
        "concern": row.concern,
        "severity": row.severity,
        "confidence": row.confidence,
        "country": row.country,
        "region": row.region,
        "origin": row.origin,
        "isic": row.isic,
        "goods": row.goods,
        "note": row.note,
        "citation": row.citation,
        "address": row.address,
    }


@app.command("check")
def check_case(
    country: Annotated[str, typer.Option("--country", help="Country, in words or code.")],
    place: Annotated[str, typer.Option("--place", help="Region, city, address or coordinates.")] = "",
    sector: Annotated[str, typer.Option("--sector", help="Sector or goods, in plain words or a code.")] = "",
    origin: Annotated[str, typer.Option("--from", help="Country that the workers come from.")] = "",
    channel: Annotated[str, typer.Option("--channel", help="Website, account or advert of a recruiter.")] = "",
    register_file: RegisterFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hold one place, sector, route and channel against every register.

    Example: duediligence hotspot check --country Myanmar --place Kachin --sector jade
    """
    from duediligence.hotspots import check

    placement = check(country, place, sector, origin, channel, registers=_registers(register_file))
    if as_json:
        print_json(
            [
                {
                    "register": exposure.register,
                    "row": exposure.row,
                    "edition": exposure.edition.isoformat(),
                    "pattern": exposure.pattern,
                    "nearness": exposure.nearness,
                    "severity": exposure.severity,
                    "confidence": exposure.confidence,
                    "basis": exposure.basis,
                    "why": exposure.why,
                    "measures": dict(exposure.measures),
                }
                for exposure in placement.exposures
            ]
        )
        return
    for reading in placement.sectors:
        codes = ", ".join(reading.isic) or "not recognised"
        say(f"Sector “{reading.text}”: {codes} {reading.label} (sureness {reading.confidence:.2f}, {reading.reason})")
    rows = [(item.register, item.row, item.nearness, f"{item.severity:.2f}", item.why) for item in placement.exposures]
    print_table(("register", "row", "how near", "severity", "why"), rows)
    for gap in placement.unknown:
        say(f"Not known: {gap}")


@app.command("groups")
def show_groups(lists: ListsOption = None, as_json: JsonOption = False) -> None:
    """Parties to an armed conflict and what the list that names them says they do to people, in its own words."""
    from duediligence.hotspots import armed_groups
    from duediligence.watchlists import lists_for

    found = armed_groups(lists_for(tuple(lists or ())).entries)
    if as_json:
        print_json(
            [
                {
                    "list": item.list,
                    "entry": item.entry_id,
                    "kind": item.kind,
                    "name": item.name,
                    "countries": item.countries,
                    "party_to_conflict": item.party_to_conflict,
                    "deeds": {str(deed.topic): deed.words for deed in item.deeds},
                }
                for item in found
            ]
        )
        return
    rows = [(item.list, item.entry_id, item.name, "; ".join(str(deed.topic) for deed in item.deeds)) for item in found]
    print_table(("list", "entry", "name", "what the list says of them"), rows)
