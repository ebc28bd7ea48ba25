"""The step that finds out where a party is, from its country, region, city and address cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from duediligence.errors import Code
from duediligence.intake.cells.country import Placed, read_country, read_region
from duediligence.intake.cells.location import has_parts, read_location
from duediligence.intake.cells.text import Remembered, stated, text_of
from duediligence.intake.columns.layout import Layout
from duediligence.intake.parties.builder import AT, Draft
from duediligence.model import Severity
from duediligence.tables import Value

_COUNTRY, _REGION, _CITY, _ADDRESS = (AT[field] for field in ("country", "region", "city", "address"))
_MOST_KEPT = 20_000

Texts = tuple[str, str, str, str, str]
"""Country, region, city, address and the cell that holds all of these, as they stand in a row."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the texts say. `own`: the columns of what was read, if each cell gave what it should, else None.

    `located`: the city stands in the cell that holds its region and country too.
    """

    country_text: str
    region_text: str
    city: str
    located: bool
    country: Placed
    region: Placed
    own: dict[str, int] | None


class PlaceReader:
    """Reads the place of each row; rows with the same texts lie in the same place."""

    def __init__(self, layout: Layout) -> None:
        self._codes = layout.country_codes
        self._addresses = [
            (column.index, Remembered(stated))
            for field in ("address", "address_line")
            for column in layout.several.get(field, ())
        ]
        # Of a field without a column the last value is read, which is always empty.
        columns = (layout.single.get(field) for field in ("country", "region", "city", "location"))
        self._country, self._region, self._city, self._location = (column.index if column else -1 for column in columns)
        self._known: dict[Texts, _Place] = {}
        self._regions_noted: set[tuple[str, str]] = set()

    def __call__(self, draft: Draft) -> None:
        """The step."""
        values, line = draft.values, draft.line
        location = stated(values[self._location])
        address = self._address(draft, location)
        texts = _text(values[self._country]), _text(values[self._region]), _text(values[self._city]), address, location
        place = self._known.get(texts) or self._learn(texts)
        line[_CITY], line[_COUNTRY], line[_REGION] = place.city, place.country.code, place.region.code
        if place.own is not None:
            draft.cells.update(place.own)
            return
        if place.city:
            draft.cells["city"] = (self._location if place.located else self._city) + 1
        if location:
            draft.cells["location"] = self._location + 1
        _take(draft, "country", place.country_text, place.country)
        _take(draft, "region", place.region_text, self._noted_once(place))
        draft.cells.pop("location", None)

    def _address(self, draft: Draft, location: str) -> str:
        """The address as one text, from all its columns; else the cell that holds the whole place."""
        texts = []
        for index, known in self._addresses:
            value = draft.values[index]
            text = known[value] if value.__class__ is str else stated(value)
            if text:
                draft.cells.setdefault("address", index + 1)
                texts.append(text)
        if location:
            draft.cells.setdefault("address", self._location + 1)
        address = draft.line[_ADDRESS] = ", ".join(texts) or location
        return address

    def _learn(self, texts: Texts) -> _Place:
        country_text, region_text, city, address, location = texts
        city = stated(city)
        country = read_country(country_text, city, address, codes=self._codes, location=location)
        region = read_region(stated(region_text), city, address, country.code)
        located = bool(location and not city)
        city = read_location(location, country.code).city if located else _city_alone(city, country.code)
        own = None
        if not location and _is_own(country_text, country, "country") and _is_own(region_text, region, "region"):
            columns = {"city": (city, self._city), "country": (country.code, self._country)}
            columns["region"] = (region.code, self._region)
            own = {field: index + 1 for field, (found, index) in columns.items() if found}
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        place = self._known[texts] = _Place(country_text, region_text, city, located, country, region, own)
        return place

    def _noted_once(self, place: _Place) -> Placed:
        """A region that is not known is reported once for each sheet, not for each of its rows."""
        if not place.region.problem:
            return place.region
        key = place.country.code, stated(place.region_text)
        region = replace(place.region, problem=None) if key in self._regions_noted else place.region
        self._regions_noted.add(key)
        return region


def _city_alone(city: str, country: str) -> str:
    """The city of a city cell that holds its region and country too."""
    spot = read_location(city, country) if has_parts(city) else None
    return spot.city if spot and spot.complete else city


def _text(value: Value) -> str:
    return value if isinstance(value, str) else text_of(value)


def _is_own(text: str, placed: Placed, field: str) -> bool:
    """Whether a cell gave what it should, or is empty and nothing was found elsewhere."""
    return not placed.problem and placed.field == (field if text else "")


def _take(draft: Draft, field: str, text: str, placed: Placed) -> None:
    """Remember where a place was read; keep, and report, a cell that did not give it."""
    if text and placed.field != field:
        draft.keep(field, text)
    if placed.problem:
        lost = not placed.code and placed.problem is not Code.REGION_UNKNOWN
        severity = Severity.WARNING if lost else Severity.NOTE
        where = "location" if placed.field == "location" else field
        draft.report(placed.problem, severity, where, text_of(draft.raw(where)), placed.suggestion)
    if placed.code and placed.field == field:
        draft.cells[field] = draft.layout.single[field].index + 1
    elif placed.field in draft.cells:
        draft.cells[field] = draft.cells[placed.field]
