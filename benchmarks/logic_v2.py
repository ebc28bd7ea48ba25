"""The same suppliers and pairs through nomenklatura's logic-v2, where that package is installed; no dependency of ours.

Candidates are ours, so that only the scores are compared: logic-v2 is given every right entry that we are.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from duediligence.model import EntryKind, NameType, Party, WatchlistEntry
from duediligence.names import prepare
from duediligence.screening.index.list_index import ready

Scores = Mapping[str, Mapping[str, float]]
_SCHEMES = {EntryKind.PERSON: "Person", EntryKind.ORGANISATION: "Organization", EntryKind.VESSEL: "Vessel"}


def is_installed() -> bool:
    return find_spec("nomenklatura") is not None


def logic_v2(parties: Sequence[Party], entries: Sequence[WatchlistEntry]) -> tuple[Scores, list[str]]:
    """Every party against the entries whose names are its candidates."""
    compare = _comparer()
    lists = ready(entries)
    listed = [
        _entity(_SCHEMES.get(entry.kind, "LegalEntity"), [name.text for name in entry.names], entry.country_codes)
        for entry in lists.entries
    ]
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    begun = time.process_time()
    for party in parties:
        found = lists.index.find(prepare(party.name, party.name_type))
        scheme = "Person" if party.name_type is NameType.PERSON else "Organization"
        asked = _entity(scheme, [party.name], [party.country] if party.country else [])
        for number in {lists.names[name].entry for name in found}:
            entry = lists.entries[number]
            scores[party.party_id][f"{entry.list}-{entry.entry_id}"] = compare(asked, listed[number])
    return scores, [f"  {len(parties) / (time.process_time() - begun):,.0f} rows/s, with our candidates"]


def pair_score(query: dict[str, str], target: dict[str, Any]) -> float:
    """The score of one labelled pair by names alone."""
    scheme = {"person": "Person", "company": "Company", "organisation": "Organization"}
    kind = scheme.get(query["type"], "LegalEntity")
    return _comparer()(_entity(kind, [query["name"]], []), _entity(kind, target["names"], []))


def _comparer() -> Callable[[Any, Any], float]:
    from nomenklatura.matching import LogicV2, ScoringConfig

    config = ScoringConfig.defaults()
    return lambda left, right: float(LogicV2.compare(left, right, config).score)


def _entity(scheme: str, names: Sequence[str], countries: Sequence[str]) -> Any:
    from followthemoney import model

    entity = model.make_entity(scheme)
    entity.id = names[0]
    for name in names:
        entity.add("name", name)
    for country in countries:
        entity.add("country", country.lower(), quiet=True)
    return entity
