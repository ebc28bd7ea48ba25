"""One row → one party, with a problem for every cell that could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from duediligence.errors import Code
from duediligence.intake.columns import Column, name_type_of
from duediligence.intake.identifiers import identifier, labelled
from duediligence.intake.layout import Layout
from duediligence.intake.locations import has_parts, read_location
from duediligence.intake.places import Placed, read_country, read_region
from duediligence.intake.routes import corridors
from duediligence.intake.values import Cell, items, other_names_in, stated, text_of, web_addresses
from duediligence.model import CellRef, Corridor, Identifier, Party, Problem, Severity
from duediligence.tables.sheets import Row, Value

_ADDRESS_FIELDS = ("address", "address_line")


class RowReader:
    """Reads the rows of one sheet; `problems` collects what was wrong with single cells."""

    def __init__(self, layout: Layout) -> None:
        self.problems: list[Problem] = []
        self._layout = layout
        self._regions_noted: set[tuple[str, str]] = set()
        self._row = Row(0, ())
        self._cells: dict[str, CellRef] = {}
        self._extra: dict[str, str] = {}

    def party(self, row: Row, party_id: str, name: str) -> Party:
        """The party of a row that has a name."""
        self._row, self._cells, self._extra = row, {}, self._kept(row)
        country, region, city, address = self._place()
        workers = self._number("workers")
        count = int(workers) if workers is not None else None
        return Party(
            party_id=party_id,
            kind=self._layout.kind,
            name=name,
            origin=self._ref("name"),
            name_type=name_type_of(self._text("name_type")),
            other_names=self._other_names(name),
            parent=self._text("parent"),
            tier=self._text("tier"),
            country=country,
            region=region,
            city=city,
            address=address,
            sector=self._text("sector"),
            products=self._items("products", commas=True),
            identifiers=self._identifiers(country),
            owners=self._items("owners", commas=False),
            agencies=self._items("agencies", commas=True),
            corridors=self._corridors(country),
            workers=count,
            migrant_share=self._share("migrant_share", count),
            women_share=self._share("women_share", count),
            fee_charged=self._number("fee_charged"),
            licence=self._text("licence"),
            licence_status=self._text("licence_status"),
            licence_expiry=self._date("licence_expiry"),
            spend=self._number("spend"),
            website="; ".join(web_addresses(self._text("website"))),
            channels=self._items("channels", commas=True),
            contact="; ".join(self._items("contact", commas=False)),
            cells=self._with_id(),
            extra=self._extra,
        )

    def _kept(self, row: Row) -> dict[str, str]:
        found = ((column.header, text_of(_value(row, column))) for column in self._layout.kept)
        return {header: text for header, text in found if text}

    def _with_id(self) -> dict[str, CellRef]:
        if "party_id" in self._layout.single and self._raw("party_id") is not None:
            self._ref("party_id")
        return self._cells

    def _ref(self, field: str, column: Column | None = None) -> CellRef:
        """The address of a field's cell, remembered as the place the field was read from."""
        ref = self._layout.cell(self._row, column or self._layout.single[field])
        return self._cells.setdefault(field, ref)

    def _raw(self, field: str) -> Value:
        column = self._layout.single.get(field)
        return _value(self._row, column) if column else None

    def _text(self, field: str) -> str:
        text = stated(self._raw(field))
        if text:
            self._ref(field)
        return text

    def _texts(self, field: str) -> Iterator[tuple[Column, str]]:
        """Every stated cell of a field that may have several columns."""
        for column in self._layout.several.get(field, ()):
            text = stated(_value(self._row, column))
            if text:
                self._ref(field, column)
                yield column, text

    def _items(self, field: str, *, commas: bool) -> tuple[str, ...]:
        found = (item for _, text in self._texts(field) for item in items(text, commas=commas))
        return tuple(dict.fromkeys(found))

    def _other_names(self, name: str) -> tuple[str, ...]:
        listed = self._items("other_names", commas=False)
        inner = (part for text in (name, *listed) for part in other_names_in(text))
        return tuple(other for other in dict.fromkeys((*listed, *inner)) if other != name)

    def _place(self) -> tuple[str, str, str, str]:
        """Country, region, city and the address as one text."""
        address = ", ".join(text for field in _ADDRESS_FIELDS for _, text in self._texts(field))
        if "address_line" in self._cells:
            self._cells.setdefault("address", self._cells.pop("address_line"))
        city, location = self._text("city"), self._text("location")
        if location:
            self._cells.setdefault("address", self._cells["location"])
        address = address or location
        stated_country, codes = text_of(self._raw("country")), self._layout.country_codes
        country = read_country(stated_country, city, address, codes=codes, location=location)
        self._take("country", country)
        region_text = stated(self._raw("region"))
        region = read_region(region_text, city, address, country.code)
        # A region that is not known is reported once for each sheet, not for each of its rows.
        if region.problem and (country.code, region_text) in self._regions_noted:
            region = replace(region, problem=None)
        self._regions_noted.add((country.code, region_text))
        self._take("region", region)
        return country.code, region.code, self._city(city, location, country.code), address

    def _city(self, city: str, location: str, country: str) -> str:
        """The city cell, or the city in a cell that holds its region and country too."""
        place = self._cells.pop("location", None)
        if city or not place:
            spot = read_location(city, country) if has_parts(city) else None
            return spot.city if spot and spot.complete else city
        found = read_location(location, country).city
        if found:
            self._cells["city"] = place
        return found

    def _take(self, field: str, placed: Placed) -> None:
        """Remember where a place was read; keep, and report, a cell that did not give it."""
        text = text_of(self._raw(field))
        if text and placed.field != field:
            self._keep(field, text)
        if placed.problem:
            lost = not placed.code and placed.problem is not Code.REGION_UNKNOWN
            where = "location" if placed.field == "location" else field
            found = text_of(self._raw(where))
            self._report(placed.problem, Severity.WARNING if lost else Severity.NOTE, where, found, placed.suggestion)
        if placed.code and placed.field == field:
            self._ref(field)
        elif placed.field in self._cells:
            self._cells[field] = self._cells[placed.field]

    def _keep(self, field: str, text: str) -> None:
        self._extra.setdefault(self._layout.single[field].header, text)

    def _report(self, code: Code, severity: Severity, field: str, found: str, suggestion: str = "") -> None:
        where = self._layout.cell(self._row, self._layout.single[field])
        self.problems.append(Problem(code, severity, where, found, suggestion))

    def _taken(self, field: str, cell: Cell[float] | Cell[date]) -> None:
        """Remember a value's place, or keep and report what could not be read."""
        if cell.code:
            found = text_of(self._raw(field))
            self._keep(field, found)
            self._report(cell.code, Severity.WARNING, field, found, cell.suggestion)
        elif cell.value is not None:
            self._ref(field)

    def _number(self, field: str) -> float | None:
        reader = self._layout.numbers.get(field)
        if not reader:
            return None
        cell = reader(self._raw(field))
        self._taken(field, cell)
        return cell.value

    def _share(self, field: str, workers: int | None) -> float | None:
        column = self._layout.shares.get(field)
        if not column:
            return None
        cell = column.read(self._raw(field), workers)
        self._taken(field, cell)
        return cell.value

    def _date(self, field: str) -> date | None:
        column = self._layout.dates.get(field)
        if not column:
            return None
        cell = column.read(self._raw(field))
        self._taken(field, cell)
        return cell.value

    def _identifiers(self, country: str) -> tuple[Identifier, ...]:
        found: dict[Identifier, None] = {}
        for column, text in self._texts("identifiers"):
            for item in items(text, commas=True):
                number = identifier(*labelled(column.kind, item), country)
                found[number] = None
                if number.valid is False:
                    where = self._layout.cell(self._row, column)
                    self.problems.append(Problem(Code.IDENTIFIER_INVALID, Severity.WARNING, where, item))
        licence = stated(self._raw("licence"))
        if licence:
            found[identifier("licence", licence, country)] = None
        return tuple(found)

    def _corridors(self, country: str) -> tuple[Corridor, ...]:
        routes = corridors(
            tuple(text for _, text in self._texts("corridors")),
            self._text("origin_countries"),
            self._text("destination_countries"),
            self._layout.kind,
            country,
        )
        for field, text, suggestion in routes.unknown:
            self._keep(field, text_of(self._raw(field)))
            self._report(Code.COUNTRY_UNKNOWN, Severity.WARNING, field, text, suggestion)
        places = [self._cells.pop(field, None) for field in ("origin_countries", "destination_countries")]
        first = next((place for place in places if place), None)
        if routes.found and first:
            self._cells.setdefault("corridors", first)
        return routes.found


def _value(row: Row, column: Column) -> Value:
    return row.values[column.index] if column.index < len(row.values) else None
