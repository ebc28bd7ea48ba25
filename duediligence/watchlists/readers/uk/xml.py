"""The UK Sanctions List of the Foreign, Commonwealth and Development Office, as XML (`Designations/Designation`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duediligence.watchlists.entries.builder import Gathering
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import european_day, squeezed
from duediligence.watchlists.formats.xml import raw_of, records, root_name, text_of
from duediligence.watchlists.readers.uk.common import UkName, UkRecord, draft_of, whole_name
from duediligence.watchlists.readers.uk.list_csv import LIST

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT, _DATE, _ENTRY = "Designations", "DateGenerated", "Designation"
_NUMBER = "UniqueID"
_ADDRESS = (*(f"AddressLine{place}" for place in range(1, 7)), "AddressPostalCode", "AddressCountry")
_HEADERS = {
    "LastUpdated": "Last Updated",
    "DateDesignated": "Date Designated",
    "OFSIGroupID": "OFSI Group ID",
    "UNReferenceNumber": "UN Reference Number",
    "RegimeName": "Regime Name",
    "IndividualEntityShip": "Designation Type",
    "DesignationSource": "Designation source",
    "SanctionsImposed": "Sanctions Imposed",
    "OtherInformation": "Other Information",
    "UKStatementofReasons": "UK Statement of Reasons",
    "PhoneNumber": "Phone number",
    "Website": "Website",
    "EmailAddress": "Email address",
    "DOB": "D.O.B",
    "Nationality": "Nationality(/ies)",
    "PassportNumber": "Passport number",
    "PassportAdditionalInformation": "Passport additional information",
    "NationalIdentifierNumber": "National Identifier number",
    "NationalIdentifierAdditionalInformation": "National Identifier additional information",
    "Position": "Position",
    "Title": "Title",
    "TownOfBirth": "Town of birth",
    "CountryOfBirth": "Country of birth",
    "TypeOfEntity": "Type of entity",
    "Subsidiary": "Subsidiaries",
    "ParentCompany": "Parent company",
    "BusinessRegistrationNumber": "Business registration number (s)",
    "IMONumber": "IMO number",
    "CurrentOwnerOperator": "Current owner/operator (s)",
    "PreviousOwnerOperator": "Previous owner/operator (s)",
    "CurrentBelievedFlagOfShip": "Current believed flag of ship",
    "PreviousFlag": "Previous flags",
    "TypeOfShip": "Type of ship",
}
"""The list's CSV headers by the elements that hold the same facts; those within ships are from general knowledge."""


def recognise(sample: bytes) -> str:
    """`whole` for a document whose root is `Designations`, else empty."""
    return "whole" if root_name(sample) == _ROOT else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    stated, gathering = None, Gathering(LIST, file)
    for element in records(file, (_DATE, _ENTRY)):
        if element.tag == _DATE:
            stated = european_day(element.text or "")
        else:
            gathering.take(draft_of(_record(element)), f"no {_NUMBER}")
    return gathering.read_list(stated)


def _record(element: Element) -> UkRecord:
    facts: dict[str, dict[str, None]] = {}
    for item in element.iter():
        if (header := _HEADERS.get(item.tag)) and item.text and (text := item.text.strip()):
            facts.setdefault(header, {})[text] = None
    record = UkRecord(text_of(element, _NUMBER), raw=raw_of(element))
    record.facts = {header: list(texts) for header, texts in facts.items()}
    record.names = list(_names(element))
    for address in element.iterfind("Addresses/Address"):
        if text := ", ".join(filter(None, (text_of(address, part) for part in _ADDRESS))):
            record.addresses.append((text, text_of(address, "AddressCountry")))
    return record


def _names(element: Element) -> Iterator[UkName]:
    for name in element.iterfind("Names/Name"):
        parts = {part.tag: part.text or "" for part in name}
        yield UkName(whole_name(parts, "Name"), text_of(name, "NameType"), text_of(name, "AliasStrength"))
    for name in element.iterfind("NonLatinNames/NonLatinName"):
        text = squeezed(name.findtext("NameNonLatinScript"))
        yield UkName(text, language=text_of(name, "NonLatinScriptLanguage"))


READER = Reader(recognise, one_for_each(read))
