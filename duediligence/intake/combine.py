"""Several files made one: ids unique across them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duediligence.errors import Code
from duediligence.model import Intake, Party, Problem, Severity


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
