"""What the EU's file formats share: the facts of one record of a party, by the attribute names of XML 1.1."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from duediligence.model import EntryKind, EntryName, NameRole, WatchlistEntry
from duediligence.watchlists.entries.builder import Draft, Gathering
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import ReadList
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import birth_date, squeezed
from duediligence.watchlists.formats.xml import records

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LIST = "EU"
KINDS = {
    "person": EntryKind.PERSON,
    "P": EntryKind.PERSON,
    "enterprise": EntryKind.ORGANISATION,
    "E": EntryKind.ORGANISATION,
}
"""By the subject type's code (`person`) or class (`P`); a type not known here is read as an organisation."""
Fields = Mapping[str, str]
_NUMBER_KINDS = {
    "passport": "passport",
    "id": "national_id",
    "ssn": "national_id",
    "fiscalcode": "tax",
    "tax": "tax",
    "regnumber": "registration",
    "tradelic": "registration",
    "imo": "imo",
    "lei": "lei",
}
_PLACE = ("place", "city", "region", "zipCode")
_ADDRESS = ("street", "poBox", "zipCode", "city", "place", "region")
_NO_COUNTRY = frozenset({"", "00"})
_MONTH = 2


def read_xml(
    file: ListFile,
    tags: tuple[str, str],
    dated: Callable[[Element], date | None],
    draft_of: Callable[[Element], Draft],
) -> ReadList:
    """A document of the EU. `tags` are its root, which bears the date of the file, and what each entry is in."""
    stated, gathering = None, Gathering(LIST, file, finished)
    for element in records(file, tags):
        if element.tag == tags[0]:
            stated = dated(element)
        else:
            gathering.take(draft_of(element))
    return gathering.read_list(stated)


def note_name(draft: Draft, fields: Fields) -> None:
    """A name with its language and weakness; what it was called by office stands in the remarks."""
    parts = (fields.get(part, "") for part in ("firstName", "middleName", "lastName"))
    name = squeezed(fields.get("wholeName")) or squeezed(" ".join(parts))
    weak = fields.get("strong", "").casefold() == "false"
    draft.add_name(name, weak=weak, language=fields.get("nameLanguage", "").lower())
    for label in ("title", "function"):
        note_remark(draft, fields.get(label, ""), label.capitalize())


def note_remark(draft: Draft, text: str, label: str = "") -> None:
    """A remark, unless it is empty or there already."""
    said = squeezed(text)
    remark = f"{label}: {said}" if label and said else said
    if remark and remark not in draft.remarks:
        draft.remarks.append(remark)


def note_address(draft: Draft, fields: Fields) -> None:
    """An address and its country."""
    country = _country(fields)
    text = ", ".join(filter(None, (squeezed(fields.get(part)) for part in _ADDRESS)))
    draft.addresses += [", ".join(filter(None, (text, country)))] if text else []
    draft.countries.append((country, "address"))


def note_citizenship(draft: Draft, fields: Fields) -> None:
    """A nationality."""
    draft.countries.append((_country(fields), "nationality"))


def note_birth(draft: Draft, fields: Fields) -> None:
    """A birth date, exact, of a year, about one or between two; and the country of birth."""
    when = _birth_date(fields)
    about = "about " if when and fields.get("circa", "").casefold() == "true" else ""
    draft.birth_dates += [about + when] if when else []
    draft.countries.append((_country(fields), "birth"))
    place = ", ".join(filter(None, (squeezed(fields.get(part)) for part in _PLACE)))
    note_remark(draft, place, "Place of birth")


def note_number(draft: Draft, fields: Fields) -> None:
    """A number that names the party, by its kind; the kinds that we do not compare are `other`."""
    number = squeezed(fields.get("number")) or squeezed(fields.get("latinNumber"))
    kind = _NUMBER_KINDS.get(fields.get("identificationTypeCode", "").casefold(), "other")
    if number:
        draft.numbers.append((kind, number, _country(fields)))


def finished(draft: Draft, unknown: UnknownCountries) -> WatchlistEntry:
    """The entry. The EU marks no name as the primary one: the first that is not weak is taken."""
    first = next((name for name in draft.names if not name.weak), draft.names[0])
    others = [name for name in draft.names if name is not first]
    draft.names = [EntryName(first.text, NameRole.PRIMARY, first.weak, first.script, first.language), *others]
    return draft.finished(LIST, unknown)


def newest(days: Iterator[date | None]) -> date | None:
    """The newest of the days that are known."""
    return max((when for when in days if when), default=None)


def _country(fields: Fields) -> str:
    """The publisher's words for a country: its code, or what stands where there is none (`00`)."""
    code = fields.get("countryIso2Code", "")
    said = squeezed(fields.get("countryDescription"))
    return code if code not in _NO_COUNTRY else ("" if said.upper() == "UNKNOWN" else said)


def _birth_date(fields: Fields) -> str:
    if exact := fields.get("birthdate", ""):
        return birth_date(exact)
    year, month, day = (fields.get(part, "") for part in ("year", "monthOfYear", "dayOfMonth"))
    if year:
        parts = [year, *([month.zfill(_MONTH)] if month else []), *([day.zfill(_MONTH)] if month and day else [])]
        return "-".join(parts)
    first, last = fields.get("yearRangeFrom", ""), fields.get("yearRangeTo", "")
    return f"{first}/{last}" if first and last else first or last
