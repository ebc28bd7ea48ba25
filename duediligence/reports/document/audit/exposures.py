"""Where the registers place a party, each word under the name of who gave it."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import Basis, Case, Exposure
from duediligence.reports.document.blocks import (
    NEW_LINE,
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
    strong,
)

TITLES = {
    Basis.OFFICIAL: "On official lists",
    Basis.DATASET: "In datasets",
    Basis.REPORTING: "In public reporting",
    Basis.OWN: "By our own judgement",
}


def exposures(case: Case) -> Iterator[Block]:
    """The party's exposures, official lists first, and what could not be placed."""
    placement = case.placement
    if placement is None or not (placement.exposures or placement.unknown):
        return
    yield Heading("Place, goods, sector, routes and online channels", 2)
    read = [f"“{reading.text}” as {reading.label}" for reading in placement.sectors if reading.isic]
    said = (("Goods and sector were read", read), ("Could not be placed", placement.unknown))
    text = " ".join(f"{what}: {'; '.join(parts)}." for what, parts in said if parts)
    if text:
        yield Paragraph(plain(text, Tone.MUTED), "small", introduces=bool(placement.exposures))
    if placement.exposures:
        yield _table(placement.exposures)


def _table(exposures: tuple[Exposure, ...]) -> Table:
    columns = (
        Column("Register and edition", 1.7),
        Column("Why it is met", 4.7),
        Column("How near", 1.1),
        Column("Severity, sureness", 1.0, Align.RIGHT),
    )
    rows: list[tuple[Text, ...]] = []
    for basis, title in TITLES.items():
        met = [exposure for exposure in exposures if exposure.basis is basis]
        rows.extend([(strong(title),), *map(_row, met)] if met else [])
    return Table(columns, tuple(rows))


def _row(exposure: Exposure) -> tuple[Text, ...]:
    source = (
        Span(exposure.register, strong=True),
        Span(f" {exposure.row}, {exposure.edition.isoformat()}", tone=Tone.MUTED),
        Span(", own register" if exposure.own else "", tone=Tone.MUTED),
    )
    return (
        source,
        (Span(exposure.why), NEW_LINE, Span(str(exposure.cell), tone=Tone.MUTED)),
        plain(str(exposure.nearness)),
        plain(f"{exposure.severity:.2f}, {exposure.confidence:.2f}"),
    )
