"""OpenSanctions entities as FollowTheMoney JSON lines (`entities.ftm.json`, also `targets.nested.json`).

Every line is an entity. Parties that OpenSanctions marks as targets, or gives a topic, become entries; a Sanction, an
Identification or a relation line adds to the party it speaks of, wherever in the file it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from duediligence.errors import Code
from duediligence.model import CellRef, EntryLink, NameRole, Problem, Severity
from duediligence.watchlists.entries.builder import Draft
from duediligence.watchlists.entries.countries import UnknownCountries, country_code
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, day, decoded, squeezed
from duediligence.watchlists.readers.opensanctions.common import KINDS, LIST

Entity = Mapping[str, Any]

_LINE = re.compile(r'\ufeff?\s*\{(?=[^\n]*"schema"\s*:\s*"[A-Z])(?=[^\n]*"properties"\s*:\s*\{)')
_NAMES = (("name", NameRole.PRIMARY, False), ("alias", NameRole.ALIAS, False), ("weakAlias", NameRole.ALIAS, True))
_FORMER = ("previousName", NameRole.FORMER, False)
_COUNTRIES = {
    **{"nationality": "nationality", "citizenship": "nationality", "jurisdiction": "registration"},
    **{"mainCountry": "registration", "country": "address", "flag": "flag", "birthCountry": "birth"},
}
_NUMBERS = {
    **{"idNumber": "national_id", "passportNumber": "passport", "registrationNumber": "registration"},
    **{"taxNumber": "tax", "vatCode": "vat", "innCode": "tax", "leiCode": "lei", "imoNumber": "imo", "mmsi": "mmsi"},
}
_REMARKED = ("position", "notes", "sector", "sourceUrl")
_RELATIONS = {
    **{"Ownership": ("owner", "asset", "owned by"), "Directorship": ("director", "organization", "directed by")},
    **{"Membership": ("member", "organization", "has as a member"), "Family": ("person", "relative", "family of")},
    **{"Associate": ("person", "associate", "associate of"), "UnknownLink": ("subject", "object", "linked to")},
}


def recognise(sample: bytes) -> str:
    """`whole` for lines of JSON whose first is an entity with a schema and properties, else empty."""
    return "whole" if _LINE.match(decoded(sample)) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file. Raises `InputRefused` (LIST_DAMAGED) for a last line that is cut off."""
    problems: list[Problem] = []
    parties: dict[str, tuple[Entity, Draft]] = {}
    others: list[Entity] = []
    passed = 0
    for number, entity, line in _entities(file, problems):
        if entity["schema"] not in KINDS:
            others.append(entity)
        elif not _values(entity, "name"):
            where = CellRef(file.name, row=number)
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, f"{entity['id']} has no name"))
        else:
            parties[entity["id"]] = entity, _draft(entity, line)
            others += _nested(entity)
    for other in others:
        _add(other, parties)
    unknown = UnknownCountries()
    listed = [draft for entity, draft in parties.values() if _is_listed(entity, draft)]
    passed = len(parties) - len(listed)
    said = f"{file.name}: {passed} parties that are not targets themselves were left out."
    entries = tuple(draft.finished(LIST, unknown) for draft in listed)
    newest = max((draft.updated_on for draft in listed if draft.updated_on), default=None)
    return ReadList(LIST, (file,), entries, None, newest, tuple(problems), (said,) if passed else ())


def _entities(file: ListFile, problems: list[Problem]) -> Iterator[tuple[int, Entity, str]]:
    text = decoded(file.data)
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            yield number, {"id": entity["id"], "schema": entity["schema"], **entity}, line.strip()
        except (ValueError, KeyError, TypeError) as error:
            if number == len(lines):
                raise damaged(file.name, f"line {number} is cut off") from error
            where = CellRef(file.name, row=number)
            problems.append(Problem(Code.LIST_ENTRY_UNREADABLE, Severity.ERROR, where, line.strip()[:60]))


def _is_listed(entity: Entity, draft: Draft) -> bool:
    return bool(entity.get("target", bool(draft.programmes)))


def _values(entity: Entity, name: str) -> list[str]:
    """The texts of a property; of an entity nested there, its caption."""
    found = entity.get("properties", {}).get(name, ())
    texts = (value.get("caption", "") if isinstance(value, dict) else value for value in found)
    return [text for value in texts if (text := squeezed(str(value)))]


def _nested(entity: Entity) -> Iterator[Entity]:
    """Entities that stand inside a party's properties, pointing back to it."""
    for values in entity.get("properties", {}).values():
        for value in values:
            if isinstance(value, dict) and value.get("schema") == "Sanction":
                yield {**value, "properties": {**value.get("properties", {}), "entity": [entity["id"]]}}


def _draft(entity: Entity, line: str) -> Draft:
    draft = Draft(entity["id"], KINDS[entity["schema"]], raw=line)
    draft.add_name(squeezed(entity.get("caption")), NameRole.PRIMARY)
    for name, role, weak in (*_NAMES, _FORMER):
        for text in _values(entity, name):
            draft.add_name(text, role if not draft.names or role is not NameRole.PRIMARY else NameRole.ALIAS, weak=weak)
    draft.countries += [
        (c, role) for name, role in _COUNTRIES.items() for c in map(country_code, _values(entity, name))
    ]
    draft.addresses += _values(entity, "address") + _values(entity, "addressEntity") * bool(_nested_address(entity))
    draft.birth_dates += _values(entity, "birthDate")
    draft.numbers += [(kind, text, "") for name, kind in _NUMBERS.items() for text in _values(entity, name)]
    draft.programmes = (*_values(entity, "topics"), *_values(entity, "program"), *_values(entity, "programId"))
    draft.remarks += [f"{name}: {text}" for name in _REMARKED for text in _values(entity, name)]
    draft.updated_on = day(str(entity.get("last_change") or entity.get("last_seen") or ""))
    return draft


def _nested_address(entity: Entity) -> bool:
    return any(isinstance(value, dict) for value in entity.get("properties", {}).get("addressEntity", ()))


def _add(other: Entity, parties: Mapping[str, tuple[Entity, Draft]]) -> None:
    """What a line that is no party says of the parties it names."""
    schema = other["schema"]
    if schema == "Sanction":
        for party in _values(other, "entity"):
            if party in parties:
                _add_sanction(parties[party][1], other)
    elif schema in ("Identification", "Passport"):
        kind = "passport" if schema == "Passport" else "national_id"
        for party in _values(other, "holder"):
            if party in parties:
                parties[party][1].numbers += [(kind, text, "") for text in _values(other, "number")]
    elif schema in _RELATIONS:
        _add_relation(other, parties)


def _add_sanction(draft: Draft, sanction: Entity) -> None:
    named = (*draft.programmes, *_values(sanction, "program"), *_values(sanction, "programId"))
    draft.programmes = tuple(dict.fromkeys(named))
    draft.reasons += _values(sanction, "reason")
    draft.remarks += [f"{name}: {text}" for name in ("authority", "sourceUrl") for text in _values(sanction, name)]
    begun = [when for name in ("listingDate", "startDate") for text in _values(sanction, name) if (when := day(text))]
    draft.listed_on = min((when for when in (draft.listed_on, *begun) if when), default=None)
    ended = [when for text in _values(sanction, "endDate") if (when := day(text))]
    draft.ends_on = max((when for when in (draft.ends_on, *ended) if when), default=None)


def _add_relation(relation: Entity, parties: Mapping[str, tuple[Entity, Draft]]) -> None:
    """A link at both ends, in one party's words and in the other's (`… (the other way round)`)."""
    first, second, words = _RELATIONS[relation["schema"]]
    for one in _values(relation, first):
        for two in _values(relation, second):
            if one in parties and two in parties:
                parties[two][1].links.append(EntryLink(words, parties[one][1].names[0].text, one))
                back = f"{words} (the other way round)"
                parties[one][1].links.append(EntryLink(back, parties[two][1].names[0].text, two))


READER = Reader(recognise, one_for_each(read))
