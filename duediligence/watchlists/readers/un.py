"""The United Nations Security Council Consolidated List (XML)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, NameRole, Problem, Severity
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import birth_date, damaged, day
from duediligence.watchlists.formats.xml import raw_of, records, root_name, text_of, texts_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


_LETTERED = re.compile(r"(?:^|\s)[a-z]\)\s")
_BIRTH = re.compile(r",?\s+born\s(?:in|on|\d).*$")
_GLOSS = re.compile(r"\(?original script\)?:?|\(original script\)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]{1,9}")
_QUOTES = '"“”„ \t,;'
_LEAST_LISTED = 3


@dataclass(frozen=True, slots=True)
class SplitName:
    """One name out of a text; an acronym is too short to be relied on alone."""

    text: str
    acronym: bool = False


def names_in(text: str) -> tuple[SplitName, ...]:
    """Every name in the text, each once.

    `A; B` gives A and B. `A (B; C)` gives A, B and C, and so does `A (B)` when B is in another script. Of `A (X)`
    otherwise only A is a name, and X too if it is an acronym. A comma parts names only in a list of three or more
    in which each has at least two words: else it belongs to the name (`Ghailani, Ahmed`).
    """
    found: dict[str, SplitName] = {}
    for name in _names(_BIRTH.sub("", text)):
        found.setdefault(name.text, name)
    return tuple(name for name in found.values() if any(letter.isalnum() for letter in name.text))


def without_brackets(text: str) -> str:
    """The text without what stands in brackets: `Golden Horse (JinMa) Factory` → `Golden Horse Factory`."""
    outer, _ = _brackets(text)
    return outer


def _names(text: str) -> Iterator[SplitName]:
    for lettered in _LETTERED.split(text):
        for piece in _split(lettered, ";"):
            outer, inner = _brackets(piece)
            for name in _listed(outer):
                yield SplitName(name.strip(_QUOTES))
            for content in inner:
                yield from _names_in_brackets(content, outer)


def _names_in_brackets(content: str, outer: str) -> Iterator[SplitName]:
    content = _GLOSS.sub("", content).strip()
    if ";" in content or (outer and content and _is_latin(content) != _is_latin(outer)):
        yield from (name for name in _names(content) if " - sub-unit" not in name.text)
    elif _ACRONYM.fullmatch(content) and sum(letter.isupper() for letter in content) > 1:
        yield SplitName(content, acronym=True)


def _listed(text: str) -> list[str]:
    parts = text.split(",")
    is_list = len(parts) >= _LEAST_LISTED and all(len(part.split()) > 1 for part in parts)
    return parts if is_list else [text]


def _is_latin(text: str) -> bool:
    letter = next((letter for letter in text if letter.isalpha()), "a")
    return unicodedata.name(letter, "LATIN").startswith("LATIN")


def _split(text: str, mark: str) -> list[str]:
    """The pieces between marks that stand outside brackets."""
    if mark not in text:
        return [text]
    pieces, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if letter == mark and not depth:
            pieces.append(text[start:place])
            start = place + 1
    return [*pieces, text[start:]]


def _brackets(text: str) -> tuple[str, list[str]]:
    """The text outside brackets, and the contents of each outermost pair; a bracket without its pair is dropped."""
    if "(" not in text and ")" not in text:
        return " ".join(text.split()), []
    outer: list[str] = []
    inner: list[str] = []
    depth = 0
    for letter in text:
        depth += letter == "("
        if depth and letter != ")" and not (depth == 1 and letter == "("):
            inner[-1] += letter
        elif depth and letter == ")":
            inner[-1] += letter if depth > 1 else ""
        elif depth == 1:
            inner.append("")
        elif letter != ")":
            outer.append(letter)
        depth = max(0, depth - (letter == ")"))
    return " ".join("".join(outer).split()), [" ".join(content.split()) for content in inner]


_ROOT = "CONSOLIDATED_LIST"
_KINDS = {"INDIVIDUAL": EntryKind.PERSON, "ENTITY": EntryKind.ORGANISATION}
_SECTIONS = frozenset({"INDIVIDUALS", "ENTITIES"})
_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_NO_NAME = frozenset({"na", "n/a"})
_ADDRESS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_BIRTH_PLACE = ("CITY", "STATE_PROVINCE", "COUNTRY")
_DOCUMENT_KINDS = (("passport", ("passport", "passeport", "pasaporte")), ("national_id", ("national identification",)))
_NUMBER = re.compile(r"(?:[A-Z]{1,3} )?[A-Z0-9./-]*[0-9][A-Z0-9./ -]*", re.IGNORECASE)
_WORD_WITH_DIGIT = re.compile(r"(?:\b[A-Z]{1,2} )?[\w/.-]*\d[\w/.-]*")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LEAST_NUMBER = 5


def recognise(sample: bytes) -> str:
    """`whole` for a document whose root is `CONSOLIDATED_LIST`, else empty."""
    return "whole" if root_name(sample) == _ROOT else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    stated = None
    sections: set[str] = set()
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for element in records(file, {*_KINDS, *_SECTIONS, _ROOT}):
        if element.tag == _ROOT:
            stated = day(element.get("dateGenerated", ""))
        elif element.tag in _SECTIONS:
            sections.add(element.tag)
        elif element.tag in _KINDS:
            draft = _draft(element)
            if draft.entry_id and draft.names:
                drafts.append(draft)
            else:
                where, found = CellRef(file.name), f"{draft.entry_id or 'an entry without a reference number'}"
                problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, found))
    if sections != _SECTIONS:
        raise damaged(file.name, f"the section {', '.join(sorted(_SECTIONS - sections))} is missing")
    unknown = UnknownCountries()
    entries = tuple(draft.finished("UN", unknown) for draft in drafts)
    newest = None if stated else max((draft.listed_on for draft in drafts if draft.listed_on), default=None)
    return ReadList("UN", (file,), entries, stated, newest, (*problems, *unknown.problems(file.name)))


def _draft(element: Element) -> Draft:
    draft = Draft(text_of(element, "REFERENCE_NUMBER"), _KINDS[element.tag], raw=raw_of(element))
    _add_names(draft, element)
    prefix = element.tag
    draft.programmes = tuple(texts_of(element, "UN_LIST_TYPE"))
    draft.listed_on = day(text_of(element, "LISTED_ON"))
    draft.countries += [(text, "nationality") for text in texts_of(element, "NATIONALITY/VALUE")]
    for address in element.iterfind(f"{prefix}_ADDRESS"):
        draft.countries.append((text_of(address, "COUNTRY"), "address"))
        draft.addresses += [text] if (text := _joined(address, _ADDRESS)) else []
    for place in element.iterfind(f"{prefix}_PLACE_OF_BIRTH"):
        draft.birth_places += [text] if (text := _joined(place, _BIRTH_PLACE)) else []
    draft.birth_dates += [text for birth in element.iterfind(f"{prefix}_DATE_OF_BIRTH") if (text := _birth(birth))]
    for label, path in (("Title", "TITLE/VALUE"), ("Designation", "DESIGNATION/VALUE")):
        draft.remarks += [f"{label}: {text}" for text in texts_of(element, path)]
    for document in element.iterfind(f"{prefix}_DOCUMENT"):
        _add_document(draft, document)
    draft.remarks += texts_of(element, "COMMENTS1")
    return draft


def _add_names(draft: Draft, element: Element) -> None:
    """The primary name as the UN writes it, then every other name, names inside a name included."""
    parts = (text_of(element, part) for part in _NAME_PARTS)
    primary = " ".join(part for part in parts if part and part not in _NO_NAME)
    draft.add_name(primary, NameRole.PRIMARY)
    for split in names_in(primary):
        draft.add_name(split.text, weak=split.acronym)
    for script in texts_of(element, "NAME_ORIGINAL_SCRIPT"):
        for split in names_in(script):
            draft.add_name(split.text)
    for alias in element.iterfind(f"{element.tag}_ALIAS"):
        quality = text_of(alias, "QUALITY")
        role = NameRole.FORMER if quality.startswith("f") else NameRole.ALIAS
        for split in names_in(text_of(alias, "ALIAS_NAME")):
            draft.add_name(split.text, role, weak=quality == "Low" or split.acronym)


def _joined(element: Element, tags: Sequence[str]) -> str:
    return ", ".join(filter(None, (text_of(element, tag) for tag in tags)))


def _birth(element: Element) -> str:
    exact = text_of(element, "DATE") or text_of(element, "YEAR")
    first, last = text_of(element, "FROM_YEAR"), text_of(element, "TO_YEAR")
    if not exact:
        return birth_date(f"{first} to {last}") if first and last else first or last
    about = "circa " if text_of(element, "TYPE_OF_DATE") == "APPROXIMATELY" else ""
    return birth_date(about + exact)


def _add_document(draft: Draft, document: Element) -> None:
    """The document's number as an identifier; a text that says more than a number is kept in the remarks too."""
    text = text_of(document, "NUMBER")
    if not text:
        return
    labels = " ".join(_labels(document)).casefold()
    kind = next((kind for kind, words in _DOCUMENT_KINDS if any(word in labels for word in words)), "other")
    country = text_of(document, "ISSUING_COUNTRY") or text_of(document, "COUNTRY_OF_ISSUE")
    number = _number(text)
    if number:
        draft.numbers.append((kind, number, country))
    if number != text:
        draft.remarks.append(f"{kind.replace('_', ' ').capitalize()}: {text}")


def _number(text: str) -> str:
    """The number in a text such as `Libyan passport No. 513519`; empty unless there is exactly one."""
    if _NUMBER.fullmatch(text):
        return text
    words = _WORD_WITH_DIGIT.findall(_IN_BRACKETS.sub("", text))
    return words[0] if len(words) == 1 and len(words[0]) >= _LEAST_NUMBER else ""


def _labels(document: Element) -> Iterator[str]:
    yield from (text_of(document, tag) for tag in ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2"))


READER = Reader(recognise, one_for_each(read))
