"""Several files made one: ids unique across them, and the agencies that suppliers name found among the parties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from duediligence.errors import Code
from duediligence.model import Intake, Party, PartyKind, Problem, Severity


def gather(intakes: Sequence[Intake]) -> tuple[tuple[Party, ...], tuple[Problem, ...]]:
    """All parties in order, each with its own id, and every problem met on the way."""
    parties: list[Party] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for intake in intakes:
        problems.extend(intake.problems)
        for party in intake.parties:
            own = _free_id(party.party_id, taken)
            if own != party.party_id:
                where = party.cell("party_id")
                problems.append(Problem(Code.PARTY_ID_REPEATED, Severity.WARNING, where, party.party_id))
                party = replace(party, party_id=own)
            taken.add(own)
            parties.append(party)
    return tuple(parties), tuple(problems)


def _free_id(wanted: str, taken: set[str]) -> str:
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def agencies_by_name(parties: Sequence[Party]) -> dict[str, Party]:
    """The agency that each supplier's text means, by id or by name without regard to case and blanks."""
    known: dict[str, Party] = {}
    for party in parties:
        if party.kind is PartyKind.AGENCY:
            for key in (party.party_id, *party.names):
                known.setdefault(_key(key), party)
    named = dict.fromkeys(name for party in parties for name in party.agencies)
    return {name: known[_key(name)] for name in named if _key(name) in known}


def unknown_agencies(parties: Sequence[Party], agencies: dict[str, Party]) -> Iterable[Problem]:
    """One problem for each cell that names an agency which no file describes."""
    for party in parties:
        for name in party.agencies:
            if name not in agencies:
                yield Problem(Code.AGENCY_UNKNOWN, Severity.NOTE, party.cell("agencies"), name)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
