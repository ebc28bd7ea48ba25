"""Two things that were said and do not fit together, with what to ask next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from duediligence.model.locators import CellRef, FieldRef


class Between(StrEnum):
    """Where the two things were said."""

    FORM = "answers of one form"
    FORMS = "answers of two forms"
    AGENCY = "supplier and agency"
    TABLE = "answers and spreadsheet"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: by which party, in words, and the cell or field it stands in."""

    party_id: str
    text: str
    where: CellRef | FieldRef


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that do not fit. Nobody is accused: `ask` is the question to put to the party next.

    `party_id` is the party to ask; with an agency in it, the supplier that uses the agency. It lowers no score.
    """

    rule: str
    party_id: str
    between: Between
    first: Said
    second: Said
    ask: str

    def concerns(self, party_id: str) -> bool:
        """Whether the party is the one to ask, or said one of the two."""
        return party_id in (self.party_id, self.first.party_id, self.second.party_id)
