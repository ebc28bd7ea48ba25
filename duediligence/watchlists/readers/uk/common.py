"""What the British lists share: a record's facts under the headers of the UK Sanctions List, whatever its file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from duediligence.model import EntryKind, EntryLink, NameRole
from duediligence.resources import load_validated, package_file
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.formats.text import european_day, squeezed

_NUMBERED = re.compile(r"\(\d{1,2}\)(?:\s*(?:-|to|and|&)\s*\(\d{1,2}\))*")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_PARTIAL = re.compile(r"(?:00|dd)/(?:(00|mm)|(\d{2}))/(\d{4})", re.IGNORECASE)
_CITIZEN = re.compile(r" (?:citizenship|citizen|national|nationality)$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
_AFTER_NUMBER = re.compile(r"\b(?:issue|expir|valid|under name|born|dated)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w/.-])(?=[\w/.-]*\d)[A-Za-z0-9](?:[\w/.-]{3,}\w)")
_ONLY_A_NUMBER = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9 ./-]{0,29}")
_KIND_WORDS = (("passport", ("passport",)), ("national_id", ("national id", "identity", "ni number", "ni no")))
_NATIONALITY = re.compile(r"\(?([A-Z][a-z]+(?: [A-Z][a-z]+)?)\)? (?:passport|national|NI )")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number out of a text, the kind that the text says (empty if none), and the words that may be its country."""

    number: str
    kind: str
    country: str


def numbered(text: str) -> list[str]:
    """`(1) Tripoli (2) Tunis` and `(1) to (6) Algeria (7) -` as their values; any other text as the one value."""
    if "(" not in text:
        value = squeezed(text).strip(" ;,")
        return [value] if value and value != "-" else []
    pieces = (squeezed(piece).strip(" ;,") for piece in _NUMBERED.split(text))
    return [piece for piece in pieces if piece and piece != "-"]


def plain(text: str) -> str:
    """`Italy (Domicile, last known address)` and `Iranian citizenship` without what is not the country."""
    return _CITIZEN.sub("", squeezed(_IN_BRACKETS.sub("", text))).rstrip(".")


def uk_birth_date(text: str) -> str:
    """`05/02/1969` as `1969-02-05`, `00/00/1977` and `dd/mm/1977` as `1977`; else as it stands."""
    if found := _PARTIAL.fullmatch(text):
        return f"{found[3]}-{found[2]}" if found[2] else found[3]
    whole = european_day(text)
    return whole.isoformat() if whole else text


def document_numbers(text: str) -> list[DocumentNumber]:
    """The numbers in a cell on passports or identity cards, one from each sentence that holds just one."""
    pieces = (sentence for value in numbered(text) for sentence in _SENTENCE.split(value))
    return [found for piece in pieces if (found := _document_number(piece))]


def _document_number(text: str) -> DocumentNumber | None:
    if _ONLY_A_NUMBER.fullmatch(text):
        return DocumentNumber(text, "", "")
    head = _AFTER_NUMBER.split(text, maxsplit=1)[0]
    words = _NUMBER.findall(_IN_BRACKETS.sub(" ", head))
    if len(words) != 1:
        return None
    folded = text.casefold()
    kind = next((kind for kind, marks in _KIND_WORDS if any(mark in folded for mark in marks)), "")
    found = _NATIONALITY.search(head) or _IN_BRACKETS.search(head)
    return DocumentNumber(words[0].strip("./-"), kind, found[1] if found else "")


_KINDS = {"individual": EntryKind.PERSON, "entity": EntryKind.ORGANISATION, "ship": EntryKind.VESSEL}
_COUNTRIES = (
    ("Nationality(/ies)", "nationality"),
    ("Country of birth", "birth"),
    ("Current believed flag of ship", "flag"),
)
_LINKS = (
    ("Parent company", "parent company"),
    ("Subsidiaries", "subsidiary"),
    ("Current owner/operator (s)", "current owner or operator"),
    ("Previous owner/operator (s)", "previous owner or operator"),
)
_NUMBERS = (
    ("Passport number", "passport"),
    ("National Identifier number", "national_id"),
    ("Business registration number (s)", "registration"),
    ("IMO number", "imo"),
)
_REMARKED = (
    *("OFSI Group ID", "UN Reference Number", "Title", "Position", "Designation source", "Sanctions Imposed"),
    *("Passport additional information", "National Identifier additional information", "Town of birth"),
    *("Type of entity", "Type of ship", "Previous flags", "Phone number", "Website", "Email address"),
    "Other Information",
)
FACTS = frozenset(
    (
        *("Designation Type", "D.O.B", "Regime Name", "Date Designated", "Last Updated", "UK Statement of Reasons"),
        *(header for header, _ in (*_COUNTRIES, *_LINKS, *_NUMBERS)),
        *_REMARKED,
    )
)
"""The headers of the UK Sanctions List whose values are looked at; names and addresses come apart from them."""
_UNKNOWN_KIND = EntryKind.ORGANISATION


@dataclass(frozen=True, slots=True)
class UkName:
    """A name, what the publisher calls it (`Primary Name`, `FKA`), its quality (`Low quality`) and its language."""

    text: str
    called: str = ""
    quality: str = ""
    language: str = ""


@dataclass(slots=True)
class UkRecord:
    """One designation: `facts` are the values under each header of the UK Sanctions List, each once.

    `addresses` are (text with its country, the country's words).
    """

    entry_id: str
    names: list[UkName] = field(default_factory=list)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    facts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    raw: str = ""

    def said(self, header: str) -> Sequence[str]:
        """The values under a header; several in one cell are parted."""
        return [value for cell in self.facts.get(header, ()) for value in numbered(cell)]


@cache
def _languages() -> Mapping[str, str]:
    return load_validated(package_file("watchlists", "entries", "language_words.yaml"), dict[str, str])


def whole_name(parts: Mapping[str, str], prefix: str = "Name ") -> str:
    """`Name 1` to `Name 5`, then `Name 6`, which is the surname or an entity's whole name."""
    return squeezed(" ".join(parts.get(f"{prefix}{place}", "") for place in range(1, 7)))


def draft_of(record: UkRecord) -> Draft:
    """The draft of an entry; without names when the record has none."""
    kinds = (word.casefold() for word in record.said("Designation Type"))
    draft = Draft(record.entry_id, next((_KINDS.get(word, _UNKNOWN_KIND) for word in kinds), _UNKNOWN_KIND))
    _add_names(draft, record.names)
    draft.addresses = [text for text, _ in record.addresses]
    draft.countries = [(plain(country), "address") for _, country in record.addresses]
    for header, role in _COUNTRIES:
        draft.countries += [(plain(text), role) for text in record.said(header)]
    draft.birth_dates = [uk_birth_date(text) for text in record.said("D.O.B")]
    draft.programmes = tuple(record.facts.get("Regime Name", ()))
    listed = [when for text in record.said("Date Designated") if (when := european_day(text))]
    updated = [when for text in record.said("Last Updated") if (when := european_day(text))]
    draft.listed_on, draft.updated_on = min(listed, default=None), max(updated, default=None)
    draft.reasons = [squeezed(text) for text in record.facts.get("UK Statement of Reasons", ())]
    draft.links = [EntryLink(relation, text) for header, relation in _LINKS for text in record.said(header)]
    _add_numbers(draft, record)
    draft.remarks = [
        f"{header}: {squeezed(text)}" for header in _REMARKED for text in record.facts.get(header, ()) if text.strip()
    ]
    draft.raw = record.raw
    return draft


def _add_names(draft: Draft, names: Sequence[UkName]) -> None:
    """The primary name first; where none is called so, the first that stands there."""
    ordered = sorted(names, key=lambda name: not _is_primary(name))
    for name in ordered:
        role = NameRole.FORMER if name.called.casefold().startswith("fk") else NameRole.ALIAS
        weak = name.quality.casefold().startswith("low")
        draft.add_name(name.text, role, weak=weak, language=_languages().get(name.language.casefold(), ""))
    if draft.names:
        draft.names[0] = replace(draft.names[0], role=NameRole.PRIMARY)


def _is_primary(name: UkName) -> bool:
    return name.called.casefold() in ("primary name", "prime alias")


def _add_numbers(draft: Draft, record: UkRecord) -> None:
    """Numbers under their own header as they stand, or out of the sentence that stands there."""
    for header, kind in _NUMBERS:
        for cell in record.facts.get(header, ()):
            found = document_numbers(cell)
            draft.numbers += [(item.kind or kind, item.number, item.country) for item in found]
            if not found or any(len(piece.split()) > 1 for piece in numbered(cell)):
                draft.remarks.append(f"{header}: {squeezed(cell)}")
