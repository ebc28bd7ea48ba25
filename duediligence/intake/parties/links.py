"""Which supplier uses which agency, and which party belongs to which: a graph that the rest can walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from duediligence.errors import Code
from duediligence.model import Party, PartyKind, Problem, Severity
from duediligence.names import core_letters

if TYPE_CHECKING:
    from networkx import MultiDiGraph


class Relation(StrEnum):
    """What an edge means, from the party that says so to the party it names."""

    USES_AGENCY = "uses agency"
    HAS_PARENT = "has parent"


@dataclass(frozen=True, slots=True)
class Links:
    """`graph` has a node for each party id, with the party as `party`, and an edge for each reference that was found.

    An edge carries `relation`, `named` (the text of the cell) and `cell`. `dangling` are the references to parties that
    are in none of the files: a note for each agency in each cell, and one for each parent.
    """

    graph: MultiDiGraph[str]
    dangling: tuple[Problem, ...]

    def agencies_of(self, party_id: str) -> Mapping[str, Party]:
        """The agencies that a party uses and some file describes, by the name it uses for them."""
        edges = self.graph.out_edges(party_id, data=True)
        return {
            data["named"]: self.graph.nodes[target]["party"]
            for _, target, data in edges
            if data["relation"] is Relation.USES_AGENCY
        }


def link(parties: Sequence[Party]) -> Links:
    """Find every named agency and parent among the parties, by id or by name without regard to the legal form."""
    from networkx import MultiDiGraph

    graph: MultiDiGraph[str] = MultiDiGraph()
    graph.add_nodes_from((party.party_id, {"party": party}) for party in parties)
    agencies = _Register([party for party in parties if party.kind is PartyKind.AGENCY])
    everybody = _Register(parties)
    dangling: dict[object, Problem] = {}
    for party in parties:
        for relation, name in _references(party):
            found = (agencies if relation is Relation.USES_AGENCY else everybody).find(name)
            field = "agencies" if relation is Relation.USES_AGENCY else "parent"
            where = party.cell(field)
            if found is None:
                code = Code.AGENCY_UNKNOWN if relation is Relation.USES_AGENCY else Code.PARENT_UNKNOWN
                key = (where, name) if relation is Relation.USES_AGENCY else name
                dangling.setdefault(key, Problem(code, Severity.NOTE, where, name))
            elif found is not party:
                graph.add_edge(party.party_id, found.party_id, relation=relation, named=name, cell=where)
    return Links(graph, tuple(dangling.values()))


def _references(party: Party) -> Iterator[tuple[Relation, str]]:
    yield from ((Relation.USES_AGENCY, name) for name in party.agencies)
    if party.parent and party.parent not in party.names:
        yield Relation.HAS_PARENT, party.parent


class _Register:
    """Parties by id, by name as written, and by the core of their name where only one has it."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._exact: dict[str, Party] = {}
        self._core: dict[str, Party | None] = {}
        for party in parties:
            for name in party.names:
                self._exact.setdefault(_key(name), party)
                core = core_letters(name)
                self._core[core] = party if self._core.get(core, party) is party else None
        self._exact |= {_key(party.party_id): party for party in parties}

    def find(self, name: str) -> Party | None:
        return self._exact.get(_key(name)) or self._core.get(core_letters(name))


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
