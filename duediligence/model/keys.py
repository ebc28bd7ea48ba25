"""Identities that last from one run to the next: made of what a thing is, never of its row in a file."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from typing import NewType

from duediligence.model.locators import CellRef, EntryRef, FieldRef, Locator, RegisterRowRef
from duediligence.model.match import Match
from duediligence.model.party import Party

PartyKey = NewType("PartyKey", str)
MatchKey = NewType("MatchKey", str)
FindingKey = NewType("FindingKey", str)

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is taken for a figure when a key is read out on the phone."""

_LENGTH = 8
"""40 bits: among 100,000 keys two are equal with a chance of one in 200."""


def party_key(party: Party) -> PartyKey:
    """`P-` and ten letters, from the id that the file states, or else from folded name, country and kind."""
    stated = ("id", party.party_id) if "party_id" in party.cells else ("name", party.name, party.country)
    return PartyKey(_key("P", (str(party.kind), *stated), _LENGTH + 2))


def match_key(party: PartyKey, list_name: str, entry_id: str) -> MatchKey:
    """`M-` and ten letters, from the party and the list entry that it may be."""
    return MatchKey(_key("M", (party, list_name, entry_id), _LENGTH + 2))


def key_of_match(match: Match, party: Party) -> MatchKey:
    """The key of a match of that party."""
    return match_key(party_key(party), match.list, match.list_entry_id)


def finding_key(party: PartyKey, rule: str, subjects: tuple[str, ...]) -> FindingKey:
    """`F-` and eight letters, from the party, the rule and what the finding stands on; see `subject_of`."""
    return FindingKey(_key("F", (party, rule, *sorted(set(subjects))), _LENGTH))


def subject_of(where: Locator, text: str = "") -> str:
    """What evidence is about, whatever row or edition it was read in: a list entry, a register row, a question.

    A cell moves when rows are sorted, so that what it says, `text`, stands for it.
    """
    match where:
        case EntryRef():
            return f"entry {where.list} {where.entry_id}"
        case RegisterRowRef():
            return f"register {where.register} {where.row}"
        case FieldRef():
            return f"field {where.field}"
        case CellRef():
            return f"cell {text}"


def _key(letter: str, parts: tuple[str, ...], length: int) -> str:
    folded = "\x1f".join(_folded(part) for part in parts)
    number = int.from_bytes(sha256(folded.encode("utf-8", "surrogatepass")).digest(), "big")
    digits = []
    for _ in range(length):
        number, rest = divmod(number, len(_LETTERS))
        digits.append(_LETTERS[rest])
    return f"{letter}-{''.join(digits)}"


def _folded(text: str) -> str:
    """Without case, compatibility forms and surplus blanks, which differ between two exports of one system."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
