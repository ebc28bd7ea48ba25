"""A person's day of birth beside those of an entry, which are often of a year alone, about one, or between two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")


class Birth(Enum):
    """How two births stand to each other."""

    SAME_DAY = "same day"
    SAME_YEAR = "same year"
    UNCLEAR = "unclear"
    OTHER = "differs"


def births_met(party: str, entry: Sequence[str]) -> tuple[Birth, str]:
    """The best agreement of a party's birth (ISO, or a year) with an entry's, and the entry's text that gives it.

    Years that are next to each other are unclear, and so is another day of the same year where both are known:
    calendars and clerks differ.
    """
    found = [(_compared(party, text), text) for text in entry if _YEAR.search(text)]
    order = list(Birth)
    return min(found, key=lambda item: order.index(item[0]), default=(Birth.UNCLEAR, ""))


def _compared(party: str, entry: str) -> Birth:
    if _DAY.fullmatch(party) and party == entry:
        return Birth.SAME_DAY
    years = [int(year) for year in _YEAR.findall(entry)]
    year = int(party[:4])
    if not min(years) - 1 <= year <= max(years) + 1:
        return Birth.OTHER
    whole = bool(_DAY.fullmatch(party) and _DAY.fullmatch(entry))
    return Birth.SAME_YEAR if year == years[0] and len(years) == 1 and not whole else Birth.UNCLEAR
