"""The country and region of one row, from its country, region, city and address cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duediligence.errors import Code
from duediligence.intake.cells.location import read_location
from duediligence.places import (
    NOT_STATED,
    CountryReading,
    country_in_address,
    country_name,
    country_of_code,
    find_country,
    find_region,
    region_in_address,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A code, the field whose cell gave it, and what was wrong with the cell that should have given it."""

    code: str = ""
    field: str = ""
    problem: Code | None = None
    suggestion: str = ""


def read_country(stated: str, city: str, address: str, *, codes: bool = False, location: str = "") -> Placed:
    """The country that a row states; else the one of its location; else the one that its address or city ends with.

    `codes`: the column holds codes only, so that `NA` is Namibia.
    """
    code = country_of_code(stated) if codes else ""
    reading = find_country(stated)
    if code or reading.code or reading.candidates or reading.reason != NOT_STATED:
        return Placed(code, "country") if code else _stated_country(reading)
    spot = read_location(location) if location else None
    if spot and spot.candidates:
        return _ambiguous(spot.candidates, "location")
    if spot and spot.country:
        return Placed(spot.country, "location")
    for field, text in (("address", address), ("city", city)):
        code = country_in_address(text)
        if code:
            return Placed(code, field)
    return Placed()


def _stated_country(reading: CountryReading) -> Placed:
    if reading.code and not reading.suggestion:
        return Placed(reading.code, "country")
    if reading.code:
        return Placed(reading.code, "country", Code.COUNTRY_UNKNOWN, f"It was {reading.reason}.")
    if reading.candidates:
        return _ambiguous(reading.candidates, "")
    asked = f"Did you mean {reading.suggestion}?" if reading.suggestion else ""
    return Placed(problem=Code.COUNTRY_UNKNOWN, suggestion=asked)


def _ambiguous(codes: Sequence[str], field: str) -> Placed:
    named = " or ".join(f"{code} ({country_name(code)})" for code in codes[:6])
    return Placed("", field, Code.COUNTRY_AMBIGUOUS, f"Write the two-letter code: {named}.")


def read_region(stated: str, city: str, address: str, country: str) -> Placed:
    """The region that a row states, else the one that its address or city names or lies in."""
    code = find_region(stated, country) if stated and country else ""
    if code:
        return Placed(code, "region")
    problem = Code.REGION_UNKNOWN if stated and country else None
    reading = region_in_address(address, city, country)
    field = "city" if reading.in_city else "address"
    return Placed(reading.code, field if reading.code else "", problem)
