"""How British lists write several values in one cell, birth dates and numbers of documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
