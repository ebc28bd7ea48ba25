"""The US Consolidated Screening List: what its CSV and JSON share.

It joins the lists of three departments. A row's own list is kept as a programme by its short code (`EL`, `SDN`, `DPL`),
as old files write it and new ones in brackets: `Entity List (EL) - Bureau of Industry and Security`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from duediligence.model import EntryKind, EntryLink, NameRole
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.formats.text import birth_date, day, squeezed
from duediligence.watchlists.readers.ofac.common import KINDS, note_facts, note_links

_SUCCESSORS = re.compile(
    r"[;,]?\s*(?:and\s+)?(?:any|its|all)\s+(?:successors?|sub-?units?|subsidiar(?:y|ies)).*?thereof\.?", re.IGNORECASE
)
_AFFILIATED = re.compile(
    r"[;,.(]*\s*Affiliated\s+(?:Entit(?:y|ies)|Persons?)\s*:\s*(?P<names>[^()]+)\)?", re.IGNORECASE
)
_ALIASES = re.compile(
    r"\(?\s*(?:,\s*)?\b(?P<mark>a\.?k\.?a\.?|f\.?k\.?a\.?|d\.?b\.?a\.?|also known as|formerly known as)[:,]?\s+"
    r"(?P<names>[^()]+(?:\([^()]*\)[^()]*)*)\)?",
    re.IGNORECASE,
)
_AND = re.compile(r"^(?:and|or)\s+", re.IGNORECASE)
_ONLY_THE_FOLLOWING = re.compile(r",?\s*(?:and\s+)?the following \w+ (?:alias(?:es)?|affiliates?).*$", re.IGNORECASE)
_EDGES = " ;,"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name without its clauses, the other names and former names inside them, and the affiliates they name.

    `clauses` says that something was taken off, so that the text as listed is worth keeping.
    """

    text: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    affiliates: tuple[str, ...] = ()
    clauses: bool = False


def listed_name(text: str) -> ListedName:
    """`A; and any successor, sub-unit, or subsidiary thereof` as A; `A (a.k.a. B; C)` as A, also B and C."""
    whole = squeezed(text)
    rest = _ONLY_THE_FOLLOWING.sub("", _SUCCESSORS.sub("", whole))
    affiliates: list[str] = []
    if found := _AFFILIATED.search(rest):
        affiliates += names_joined(found["names"])
        rest = rest[: found.start()] + rest[found.end() :]
    aliases: dict[str, list[str]] = {"a": [], "f": []}
    while found := _ALIASES.search(rest):
        aliases["f" if found["mark"][0].lower() == "f" else "a"] += names_joined(found["names"])
        rest = rest[: found.start()] + rest[found.end() :]
    name = rest.strip(_EDGES)
    return ListedName(name, tuple(aliases["a"]), tuple(aliases["f"]), tuple(affiliates), name != whole)


def names_joined(text: str) -> list[str]:
    """`A; B; and C.` as its names. A full stop ends the last one unless it ends an abbreviation such as `Ltd.`."""
    pieces = [_AND.sub("", squeezed(piece)).strip(_EDGES) for piece in text.split(";")]
    names = [piece for piece in pieces if any(letter.isalnum() for letter in piece)]
    if len(names) > 1 and _AND.match(squeezed(text.split(";")[-1])) and not _abbreviated(names[-1]):
        names[-1] = names[-1].removesuffix(".")
    return names


def _abbreviated(name: str) -> bool:
    last = name.split()[-1]
    return last.count(".") > 1 or len(last) <= len("Corp.")


LIST = "US-CSL"
_CODE = re.compile(r"\(([A-Z]{2,6})\)")
_HASHED = 10
_REMARKED = (
    ("title", "Title"),
    ("call_sign", "Call sign"),
    ("vessel_type", "Vessel type"),
    ("gross_tonnage", "Tonnage"),
    ("gross_registered_tonnage", "Gross registered tonnage"),
    ("vessel_owner", "Owner"),
    ("federal_register_notice", "Federal Register"),
    ("standard_order", "Standard order"),
    ("license_requirement", "Licence requirement"),
    ("license_policy", "Licence policy"),
    ("remarks", ""),
)


@dataclass(frozen=True, slots=True)
class CslRecord:
    """A row: single values by the CSV's headers, and those that may be several.

    `addresses` are (text, country's code or empty); `numbers` are facts as OFAC writes them (`Passport 123 (KP)`).
    """

    values: dict[str, str]
    alt_names: Sequence[str] = ()
    programmes: Sequence[str] = ()
    addresses: Sequence[tuple[str, str]] = ()
    nationalities: Sequence[str] = ()
    birth_dates: Sequence[str] = ()
    birth_places: Sequence[str] = ()
    numbers: Sequence[str] = ()
    raw: str = ""

    def said(self, header: str) -> str:
        """The value under a header, blanks squeezed."""
        return squeezed(self.values.get(header))


@dataclass(slots=True)
class CslIds:
    """Gives each row its id: its list and OFAC's number, else the publisher's `_id`, else a hash of what it says."""

    _seen: Counter[str] = field(default_factory=Counter)

    def of(self, record: CslRecord) -> str:
        """An id that depends on the row alone; of several rows that say the same, the later ones are numbered."""
        if number := record.said("entity_number"):
            found = f"{source_code(record)}-{number}"
        elif own := record.said("_id") or record.said("id"):
            found = own
        else:
            places = [text for text, _ in record.addresses]
            told = "|".join((source_code(record), record.said("name"), record.said("start_date"), *places))
            found = f"CSL-{sha256(told.encode()).hexdigest()[:_HASHED]}"
        self._seen[found] += 1
        return found if self._seen[found] == 1 else f"{found}-{self._seen[found]}"


def source_code(record: CslRecord) -> str:
    """The short code of the row's own list; a list without one is named in full."""
    source = record.said("source")
    found = _CODE.search(source)
    return found[1] if found else source


def draft_of(record: CslRecord, entry_id: str) -> Draft:
    """The draft of an entry; without names when the row has none."""
    said = record.said("type").lower()
    kind = KINDS.get(said, EntryKind.ORGANISATION) if said else EntryKind.UNKNOWN
    draft = Draft(entry_id, kind, raw=record.raw)
    _add_names(draft, record)
    draft.programmes = tuple(dict.fromkeys(filter(None, (source_code(record), *record.programmes))))
    draft.addresses = [text for text, _ in record.addresses if text]
    draft.countries = [(record.said("vessel_flag"), "flag")]
    draft.countries += [(code, "address") for _, code in record.addresses]
    draft.countries += [(text, "nationality") for text in record.nationalities]
    draft.birth_dates = [birth_date(text) for text in record.birth_dates]
    draft.birth_places = list(record.birth_places)
    note_facts(draft, "; ".join(record.numbers))
    note_links(draft, record.said("remarks"))
    draft.listed_on, draft.ends_on = day(record.said("start_date")), day(record.said("end_date"))
    draft.remarks += [f"List: {record.said('source')}"]
    for header, label in _REMARKED:
        if text := record.said(header):
            draft.remarks.append(f"{label}: {text}" if label else text)
    return draft


def _add_names(draft: Draft, record: CslRecord) -> None:
    name = listed_name(record.said("name"))
    draft.add_name(name.text, NameRole.PRIMARY)
    others = [listed_name(text) for text in record.alt_names]
    for alias in (*name.aliases, *(text for other in others for text in (other.text, *other.aliases))):
        draft.add_name(alias)
    for former in (*name.former, *(text for other in others for text in other.former)):
        draft.add_name(former, NameRole.FORMER)
    affiliates = (text for item in (name, *others) for text in item.affiliates)
    draft.links += [EntryLink("affiliated entity", text) for text in affiliates]
    if name.clauses:
        draft.remarks.append(f"Name as listed: {record.said('name')}")


def aliases_in(cell: str) -> list[str]:
    """The other names joined in one cell; brackets with several names inside stay together until they are read."""
    return [squeezed(cell)] if cell.lstrip().startswith("(") else names_joined(cell)
