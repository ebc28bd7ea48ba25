"""The Consolidated Canadian Autonomous Sanctions List (XML, `data-set/record`).

A record's id is what Canada itself cites: the regulations, the schedule and the item. `Country` is the country of
those regulations, not the party's own (a firm of another country may be listed for dealings with it): it becomes the
programme and a country in the role `regime`, which is shown and never compared with a party's country.

Canada's aliases are free text. A person's alias of one word (often a given name alone) is a weak one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duediligence.errors import Code
from duediligence.model import CellRef, EntryKind, NameRole, Problem, Severity
from duediligence.watchlists.entries.aliases import with_other_names
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries, country_code
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import birth_date, compact_xml, damaged, day
from duediligence.watchlists.formats.xml import records, root_name, text_of
from duediligence.watchlists.readers.un import names_in
from duediligence.watchlists.readers.us.cbp_wro import variants

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LIST = "CA"
_ROOT = "data-set"
_OWN = (b"DateOfListing", b"<Schedule", b"<EntityOrShip")
_ENTITY = ("EntityOrShip", "Entity")
_LANGUAGES = {"belarusian": "be", "russian": "ru", "ukrainian": "uk", "persian": "fa", "arabic": "ar"}
_LABEL = re.compile(rf"\s*({'|'.join(_LANGUAGES)}):\s*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s+/\s+|\s+or\s+|;\s*"
    r"|(?<=[a-zA-Z.]),\s*(?=[^\x00-\u024f])|(?<=[^\x00-\u024f]),\s*(?=[a-zA-Z])"
    rf"|\s*,?\s*(?=(?:{'|'.join(_LANGUAGES)}):)",
    re.IGNORECASE,
)
_DATES = re.compile(r"\s+or\s+", re.IGNORECASE)
_TWO_YEARS = re.compile(r"\d{4}-\d{4}")


def recognise(sample: bytes) -> str:
    """`whole` for a document whose root is `data-set` and which uses Canada's element names, else empty."""
    text = sample.replace(b"\0", b"")
    return "whole" if root_name(sample) == _ROOT and any(name in text for name in _OWN) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    for number, element in enumerate(records(file, {"record"}), start=1):
        draft = _draft(element)
        if draft.names and draft.entry_id not in drafts:
            drafts[draft.entry_id] = draft
        else:
            found = f"{draft.entry_id} {'stands there twice' if draft.names else 'has no name'}"
            where = CellRef(file.name, row=number)
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, found))
    if not drafts:
        raise damaged(file.name, "it holds no record with a name")
    unknown = UnknownCountries()
    entries = tuple(draft.finished(LIST, unknown) for draft in drafts.values())
    newest = max((draft.listed_on for draft in drafts.values() if draft.listed_on), default=None)
    return ReadList(LIST, (file,), entries, None, newest, tuple(problems))


def _draft(element: Element) -> Draft:
    regime, _, _ = text_of(element, "Country").partition(" / ")
    schedule, item = text_of(element, "Schedule"), text_of(element, "Item")
    cited = (regime, f"Schedule {schedule}" if schedule else "", f"item {item}")
    draft = Draft(", ".join(filter(None, cited)), _kind(element), programmes=(regime,))
    draft.countries += [(code, "regime")] if (code := country_code(regime)) else []
    draft.listed_on = day(text_of(element, "DateOfListing"))
    _add_names(draft, element)
    _add_date(draft, text_of(element, "DateOfBirthOrShipBuildDate"))
    if number := text_of(element, "ShipIMONumber"):
        draft.numbers.append(("imo", number, ""))
    title = text_of(element, "TitleOrShip") or text_of(element, "Title")
    draft.remarks += [f"{'Ship' if draft.kind is EntryKind.VESSEL else 'Title'}: {title}"] if title else []
    draft.raw = compact_xml(element)
    return draft


def _kind(element: Element) -> EntryKind:
    if text_of(element, "ShipIMONumber"):
        return EntryKind.VESSEL
    return EntryKind.ORGANISATION if any(text_of(element, tag) for tag in _ENTITY) else EntryKind.PERSON


def _add_names(draft: Draft, element: Element) -> None:
    entity = next((text for tag in _ENTITY if (text := text_of(element, tag))), "")
    person = " ".join(filter(None, (text_of(element, "GivenName"), text_of(element, "LastName"))))
    name, others = with_other_names(entity or person)
    for variant in variants(name):
        draft.add_name(variant.text, variant.role, weak=variant.weak)
    for other, role in others:
        draft.add_name(other, role)
    for text, language in _aliases(text_of(element, "Aliases")):
        for split in names_in(text):
            weak = split.acronym or (draft.kind is EntryKind.PERSON and len(split.text.split()) == 1)
            draft.add_name(split.text, NameRole.ALIAS, weak=weak, language=language)


def _aliases(text: str) -> Iterator[tuple[str, str]]:
    """The aliases of one record, each with the language that a label before it gives."""
    for piece in _BETWEEN.split(text):
        if label := _LABEL.match(piece):
            yield piece[label.end() :], _LANGUAGES[label[1].casefold()]
        elif piece:
            yield piece, ""


def _add_date(draft: Draft, text: str) -> None:
    if text and draft.kind is not EntryKind.PERSON:
        draft.remarks.append(f"Built: {text}")
    elif _TWO_YEARS.fullmatch(text):
        draft.birth_dates.append(text.replace("-", "/"))
    else:
        draft.birth_dates += [birth_date(date) for date in _DATES.split(text) if date]


READER = Reader(recognise, one_for_each(read))
