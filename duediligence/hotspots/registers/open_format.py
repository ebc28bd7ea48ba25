"""Rows in our own open form: the packaged registers that we wrote, and a user's own register file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from duediligence.hotspots.registers.metadata import RegisterFolder
from duediligence.model import Circle, Concern, Hotspot, HotspotKind
from duediligence.places import current_code

COLUMNS = (
    "row",
    "kind",
    "label",
    "pattern",
    "concern",
    "severity",
    "confidence",
    "country",
    "region",
    "latitude",
    "longitude",
    "radius_km",
    "names",
    "origin",
    "isic",
    "hs",
    "goods",
    "signs",
    "note",
    "citation",
    "address",
)
"""What a row may say; see watchlists/hotspots/README.md."""


def open_register(source: RegisterFolder) -> Iterable[Hotspot]:
    """The rows of a packaged register in the open form; what a row leaves out its register says."""
    about = source.about
    for row in source.rows():
        yield open_row(about.register, about.kind, about.concern, {"pattern": about.pattern, **_said(row)})


def open_row(register: str, kind: HotspotKind, concern: Concern, row: Mapping[str, str]) -> Hotspot:
    """One row. Raises `ValueError` for a number, kind or concern that cannot be read, and for a row without a key."""
    said = _said(row)
    return Hotspot(
        register=register,
        row=said["row"],
        kind=HotspotKind(said.get("kind", kind)),
        label=said.get("label", said["row"]),
        pattern=said.get("pattern", str(concern)),
        severity=_share(said.get("severity", "")),
        concern=Concern(said.get("concern", concern)),
        country=said.get("country", "").upper(),
        region=current_code(said["region"].upper()) if "region" in said else "",
        circle=_circle(said),
        names=_several(said, "names"),
        origin=said.get("origin", "").upper(),
        signs=_several(said, "signs"),
        isic=_several(said, "isic"),
        hs=_several(said, "hs"),
        goods=_several(said, "goods"),
        confidence=_share(said.get("confidence", "1")),
        note=said.get("note", ""),
        citation=said.get("citation", ""),
        address=said.get("address", ""),
    )


def _said(row: Mapping[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in row.items() if value and value.strip()}


def _several(said: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in said.get(name, "").split(";") if part.strip())


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(f"{text} is not between 0 and 1")
    return value


def _circle(said: Mapping[str, str]) -> Circle | None:
    if "latitude" not in said:
        return None
    circle = Circle(*(float(said.get(name, "nan")) for name in ("latitude", "longitude", "radius_km")))
    if not (abs(circle.latitude) <= 90 and abs(circle.longitude) <= 180 and circle.radius_km > 0):
        raise ValueError("a place needs latitude, longitude and radius_km in degrees and kilometres")
    return circle
