"""Countries as list publishers write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from duediligence.errors import Code
from duediligence.model import CellRef, Problem, Severity
from duediligence.places import find_country
from duediligence.resources import load_validated, package_file


@dataclass(frozen=True, slots=True)
class CountryWords:
    """country_words.yaml; see the comments there."""

    spellings: Mapping[str, str]
    no_country: tuple[str, ...]


@cache
def _words() -> CountryWords:
    return load_validated(package_file("watchlists", "entries", "country_words.yaml"), CountryWords)


@cache
def country_code(text: str) -> str:
    """Alpha-2 of a country written as lists write it (`Korea, North`), empty when it is not known."""
    words = _words()
    if text in words.no_country:
        return ""
    return words.spellings.get(text) or find_country(text).code


def country_of_place(place: str) -> str:
    """Alpha-2 of the country that a place ends with (`Nablus, West Bank`), empty when it names none.

    Country names that hold a comma themselves are tried last: `Pyongyang, Korea, North`.
    """
    parts = [part.strip() for part in place.rstrip(". ").split(",")]
    tails = (", ".join(parts[-count:]) for count in (1, 2) if count <= len(parts))
    return next((code for tail in tails if (code := country_code(tail))), "")


class UnknownCountries:
    """Country words of one list file that were not understood, counted so that none is dropped in silence."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def code(self, text: str) -> str:
        """The country's code; a text that should be a country and is not known is counted."""
        code = country_code(text)
        if not code and text not in _words().no_country:
            self._counts[text] += 1
        return code

    def problems(self, file: str) -> tuple[Problem, ...]:
        """One note for each text, with how often it stands there."""
        return tuple(
            Problem(
                Code.COUNTRY_UNKNOWN,
                Severity.NOTE,
                CellRef(file),
                f"{text} ({count} times)" if count > 1 else text,
                "The entry is used without this country.",
            )
            for text, count in sorted(self._counts.items())
        )
