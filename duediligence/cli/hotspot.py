"""`duediligence hotspot`: the registers of places, sectors and goods, and one case held against them."""

from __future__ import annotations

from typing import Annotated

import typer

from duediligence.cli.options import JsonOption
from duediligence.cli.output import print_json, print_table, say

app = typer.Typer(help="The hotspot registers: places, sectors and goods.", no_args_is_help=True)


@app.command("list")
def show_registers(as_json: JsonOption = False) -> None:
    """Each register with publisher, edition, licence, rows, and what it cannot see."""
    from duediligence.hotspots import load_registers

    registers = load_registers().registers
    if as_json:
        print_json(
            [
                {
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
                for item in registers
            ]
        )
        return
    rows = [
        (item.register, item.title, item.basis, item.edition.isoformat(), item.rows, item.licence) for item in registers
    ]
    print_table(("register", "title", "basis", "edition", "rows", "licence"), rows)


@app.command("check")
def check_case(
    country: Annotated[str, typer.Option("--country", help="Country, in words or code.")],
    place: Annotated[str, typer.Option("--place", help="Region, city or address.")] = "",
    sector: Annotated[str, typer.Option("--sector", help="Sector or goods, in plain words.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Hold one place and sector against every register.

    Example: duediligence hotspot check --country Myanmar --place Kachin --sector jade
    """
    from duediligence.hotspots import check

    placement = check(country, place, sector)
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
