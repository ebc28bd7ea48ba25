"""Labour-migration corridors from cells such as `Nepal - Qatar`, or from two columns of countries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from duediligence.model import Corridor, PartyKind
from duediligence.places import find_country

_LIST = re.compile(r"[;,\n|/&、，]|\s(?:and|et|y|e|und)\s", re.IGNORECASE)
_ROUTE = re.compile(r"\s*(?:->|=>|→|>|\s[-–—]\s|[–—]|\sto\s|-)\s*", re.IGNORECASE)
_ROUTES = re.compile(r"[;,\n|、，]")
_FROM = re.compile(r"^from\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Routes:
    """The corridors found, and every text that should be a country and is not: field, text, suggestion."""

    found: tuple[Corridor, ...]
    unknown: tuple[tuple[str, str, str], ...]


def corridors(routes: Iterable[str], origins: str, destinations: str, kind: PartyKind, country: str) -> Routes:
    """Every pair of an origin and a destination.

    With origins alone a supplier's own country is the destination; with destinations alone an agency's own country is
    the origin. An agency's origins alone give corridors without a destination.
    """
    unknown: list[tuple[str, str, str]] = []
    starts = _countries(origins, "origin_countries", unknown)
    ends = _countries(destinations, "destination_countries", unknown)
    if ends and not origins and country and kind is PartyKind.AGENCY:
        starts = [country]
    if starts and not destinations and country and kind is PartyKind.SUPPLIER:
        ends = [country]
    found = [Corridor(start, end) for start in starts for end in (ends or [""]) if start != end]
    for text in routes:
        found.extend(_written(text, unknown))
    return Routes(tuple(dict.fromkeys(found)), tuple(unknown))


def _countries(text: str, field: str, unknown: list[tuple[str, str, str]]) -> list[str]:
    if not text:
        return []
    whole = find_country(text)
    parts = [text] if whole.code else [part.strip() for part in _LIST.split(text) if part.strip()]
    return [code for part in parts if (code := _code(part, field, unknown))]


def _code(text: str, field: str, unknown: list[tuple[str, str, str]]) -> str:
    reading = find_country(text)
    if not reading.code:
        unknown.append((field, text, f"Did you mean {reading.suggestion}?" if reading.suggestion else ""))
    return reading.code


def _written(text: str, unknown: list[tuple[str, str, str]]) -> list[Corridor]:
    """`Nepal - Qatar; NP-MY; from India and Nepal to Oman`: each route by its two ends, each of one country or more."""
    found: list[Corridor] = []
    for route in filter(None, (part.strip() for part in _ROUTES.split(text))):
        ends = _ROUTE.split(_FROM.sub("", route), maxsplit=1)
        starts, *finishes = (_countries(end, "corridors", unknown) for end in ends)
        found.extend(Corridor(start, end) for start, end in product(starts, *finishes or [[""]]))
    return found
