"""A party of OFAC's advanced XML: its names out of their parts, and the facts that it refers to by number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from duediligence.model import EntryKind, EntryName, NameRole
from duediligence.names import script_of
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.formats.text import squeezed
from duediligence.watchlists.formats.xml import raw_of, text_of
from duediligence.watchlists.readers.ofac.common import KINDS, note_facts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ADDRESS = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE")
_PLACE_OF_BIRTH = ("CITY", "STATE/PROVINCE")
_PLACED = {
    "Nationality Country": "nationality",
    "Citizenship Country": "citizen",
    "Nationality of Registration": "Nationality of Registration",
}
_LABELLED = {
    "VESSEL CALL SIGN": "Call sign",
    "Vessel Call Sign": "Call sign",
    "VESSEL TYPE": "Vessel type",
    "Vessel Owner": "Owner:",
    "Vessel Gross Tonnage": "Tonnage",
    "Vessel Gross Registered Tonnage": "Gross registered tonnage",
    "Title": "Title:",
}
_WHOLE_YEAR = (1, 1, 12, 31)
_LATIN = "Latin"


@dataclass(frozen=True, slots=True)
class _Place:
    country: str
    parts: dict[str, str]

    def text(self, wanted: tuple[str, ...]) -> str:
        return ", ".join(filter(None, (*(self.parts.get(part, "") for part in wanted), self.country)))


@dataclass(slots=True)
class References:
    """What the file's numbers stand for: words by set and number, places, and documents by the identity they name."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    places: dict[str, _Place] = field(default_factory=dict)
    documents: dict[str, list[str]] = field(default_factory=dict)

    def word(self, kind: str, number: str) -> str:
        """The word of a set (`AliasType`) with the number, empty when there is none."""
        return self.words.get((kind, number), "")

    def add_words(self, sets: Element) -> None:
        """Every set of `ReferenceValueSets`. A subtype's own word may be `Unknown`: its party type is kept then."""
        for item in sets.iterfind("*/*"):
            if number := item.get("ID"):
                self.words[item.tag, number] = squeezed(item.text)
        for item in sets.iterfind("PartySubTypeValues/PartySubType"):
            if self.word("PartySubType", item.get("ID", "")) in ("", "Unknown"):
                self.words["PartySubType", item.get("ID", "")] = self.word("PartyType", item.get("PartyTypeID", ""))

    def add_place(self, place: Element) -> None:
        """A `Location`: its country in the file's words and its parts (`CITY`) by name."""
        country = place.find("LocationCountry")
        number = country.get("CountryID", "") if country is not None else ""
        parts = {
            self.word("LocPartType", part.get("LocPartTypeID", "")): text_of(part, "LocationPartValue/Value")
            for part in place.iterfind("LocationPart")
        }
        self.places[place.get("ID", "")] = _Place(self.word("Country", number), parts)

    def add_document(self, document: Element) -> None:
        """An `IDRegDocument` as OFAC's remarks write it: `Passport A123 (Syria)`."""
        label = self.word("IDRegDocType", document.get("IDRegDocTypeID", ""))
        country = self.word("Country", document.get("IssuedBy-CountryID", ""))
        said = f"{label} {text_of(document, 'IDRegistrationNo')}"
        fact = f"{said} ({country})" if country else said
        self.documents.setdefault(document.get("IdentityID", ""), []).append(fact)


def draft_of(party: Element, references: References) -> Draft:
    """The draft of a `DistinctParty`; programmes, dates and links come later in the file."""
    draft = Draft(party.get("FixedRef", ""), EntryKind.ORGANISATION, raw=raw_of(party))
    profile = party.find("Profile")
    if profile is None:
        return draft
    subtype = references.word("PartySubType", profile.get("PartySubTypeID", ""))
    draft.kind = KINDS.get(subtype.lower(), EntryKind.ORGANISATION)
    for identity in profile.iterfind("Identity"):
        _add_names(draft, identity, references)
    facts = list(_facts(draft, profile, references))
    for identity in profile.iterfind("Identity"):
        facts += references.documents.get(identity.get("ID", ""), ())
    note_facts(draft, "; ".join(facts))
    draft.remarks += ["; ".join(facts)] if facts else []
    draft.remarks += [text for text in (text_of(party, "Comment"), text_of(profile, "Comment")) if text]
    return draft


def _add_names(draft: Draft, identity: Element, references: References) -> None:
    """The primary name in Latin letters first, then all others as they stand."""
    kinds = {
        group.get("ID", ""): references.word("NamePartType", group.get("NamePartTypeID", ""))
        for group in identity.iterfind("NamePartGroups/MasterNamePartGroup/NamePartGroup")
    }
    found = [
        (alias, name, text)
        for alias in identity.iterfind("Alias")
        for name in alias.iterfind("DocumentedName")
        if (text := _name(name, kinds))
    ]
    found.sort(key=lambda item: (item[0].get("Primary") != "true", not _is_latin(item[1], references)))
    for alias, _, text in found:
        called = references.word("AliasType", alias.get("AliasTypeID", "")).casefold()
        role = NameRole.FORMER if called.startswith("f") else NameRole.ALIAS
        draft.add_name(text, role, weak=alias.get("LowQuality") == "true")
    if draft.names and draft.names[0].role is not NameRole.PRIMARY:
        first = draft.names[0]
        draft.names[0] = EntryName(first.text, NameRole.PRIMARY, first.weak, script_of(first.text))


def _name(name: Element, kinds: dict[str, str]) -> str:
    """`LAST, First Middle` for a person, as OFAC's other files write it; everything else in the order of its parts."""
    parts = [
        (kinds.get(value.get("NamePartGroupID", ""), ""), squeezed(value.text))
        for value in name.iterfind("DocumentedNamePart/NamePartValue")
    ]
    last = " ".join(text for kind, text in parts if kind == "Last Name")
    rest = " ".join(text for kind, text in parts if kind != "Last Name")
    return ", ".join(filter(None, (last, rest)))


def _is_latin(name: Element, references: References) -> bool:
    value = name.find("DocumentedNamePart/NamePartValue")
    number = value.get("ScriptID", "") if value is not None else ""
    return references.word("Script", number) in (_LATIN, "")


def _facts(draft: Draft, profile: Element, references: References) -> Iterator[str]:
    for feature in profile.iterfind("Feature"):
        kind = references.word("FeatureType", feature.get("FeatureTypeID", ""))
        for version in feature.iterfind("FeatureVersion"):
            yield from _fact(draft, kind, version, references)


def _fact(draft: Draft, kind: str, version: Element, references: References) -> Iterator[str]:
    place = _place(version, references)
    detail = text_of(version, "VersionDetail") or _detail(version, references)
    if kind == "Birthdate":
        yield from (f"DOB {when}" for period in version.iterfind("DatePeriod") if (when := _period(period)))
    elif kind == "Place of Birth":
        born = place.text(_PLACE_OF_BIRTH) if place and place.text(_PLACE_OF_BIRTH) else detail
        yield from ((f"POB {born}",) if born else ())
    elif kind == "Location" and place:
        draft.addresses += [text] if (text := place.text(_ADDRESS)) else []
        draft.countries.append((place.country, "address"))
    elif kind in ("Vessel Flag", "VESSEL FLAG"):
        draft.countries.insert(0, (detail or (place.country if place else ""), "flag"))
    elif kind in _PLACED and place:
        yield f"{_PLACED[kind]} {place.country}"
    elif detail:
        yield f"{_LABELLED.get(kind, kind)} {detail}"


def _place(version: Element, references: References) -> _Place | None:
    location = version.find("VersionLocation")
    return references.places.get(location.get("LocationID", "")) if location is not None else None


def _detail(version: Element, references: References) -> str:
    detail = version.find("VersionDetail")
    return references.word("DetailReference", detail.get("DetailReferenceID", "")) if detail is not None else ""


def spoken_date(element: Element) -> str:
    """A date of Year, Month and Day as OFAC writes it elsewhere: `12 Mar 1971`, `Mar 1971` or `1971`."""
    year, month, day = (text_of(element, part) for part in ("Year", "Month", "Day"))
    if not (month.isdigit() and 1 <= int(month) <= len(_MONTHS)):
        return year
    return " ".join(filter(None, (day.zfill(2) if day else "", _MONTHS[int(month) - 1], year)))


def _period(period: Element) -> str:
    """`12 Mar 1971`, `1971` for the whole of a year, `1972 to 1977`; `circa` where the publisher says so."""
    first, last = period.find("Start/From"), period.find("End/To")
    if first is None:
        return ""
    about = "circa " if period.find("Start[@Approximate='true']") is not None else ""
    if last is None or spoken_date(first) == spoken_date(last):
        return about + spoken_date(first)
    years = text_of(first, "Year"), text_of(last, "Year")
    ends = tuple(text_of(item, part) for item in (first, last) for part in ("Month", "Day"))
    if years[0] == years[1] and ends == tuple(map(str, _WHOLE_YEAR)):
        return about + years[0]
    return f"{about}{years[0]} to {years[1]}" if years[0] != years[1] else about + years[0]
