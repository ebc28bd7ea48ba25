"""What stands beside the names, step by step: kind of entry, weak alias, country, town, birth, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import sqrt

from duediligence.model import EntryKind, EntryName, Identifier, NameType, Party, WatchlistEntry
from duediligence.screening import weights

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


_OTHER_KINDS = {(NameType.ORGANISATION, EntryKind.PERSON), (NameType.PERSON, EntryKind.ORGANISATION)}
_CRAFT = (EntryKind.VESSEL, EntryKind.AIRCRAFT)
_EXACT = 0.98
# Numbers that one register gives once in the world; of other kinds, only those of one country can be compared.
_WORLDWIDE = frozenset({"lei", "imo"})


@dataclass(frozen=True, slots=True)
class Step:
    """One thing beside the names, and the score after it."""

    feature: str
    party_value: str
    entry_value: str
    score: float
    note: str


def kind_step(score: float, likeness: float, name_type: NameType, entry: WatchlistEntry) -> Iterator[Step]:
    """A company's name that met a person's, or any that met a ship's or an aircraft's, which must be exact."""
    share = 0.0
    if entry.kind in _CRAFT:
        share = weights.VESSEL if likeness > _EXACT else 2 * weights.VESSEL
    elif (name_type, entry.kind) in _OTHER_KINDS:
        share = weights.OTHER_KIND
    if share:
        yield Step("kind of entry", name_type, entry.kind, score * (1.0 - share), "differs")


def alias_step(score: float, name: EntryName) -> Iterator[Step]:
    """A name that the publisher itself calls weak."""
    if name.weak:
        yield Step("weak alias", "", name.text, score * (1.0 - weights.WEAK_ALIAS), "the publisher calls it weak")


def country_step(score: float, party: Party, entry: WatchlistEntry) -> Iterator[Step]:
    """An agreeing country takes away a part of the doubt, a differing one a part of the score; unknown does nothing."""
    codes = " ".join(entry.country_codes)
    if not party.country or not codes:
        return
    if party.country in entry.country_codes:
        yield Step("country", party.country, codes, raised(score, weights.COUNTRY_AGREES), "agrees")
    else:
        yield Step("country", party.country, codes, score * (1.0 - weights.COUNTRY_DIFFERS), "differs")


def town_step(score: float, party: Party, towns: frozenset[str], places: frozenset[str]) -> Iterator[Step]:
    """A town that stands in one of the entry's addresses."""
    if towns and towns <= places:
        yield Step("town", party.city, party.city, raised(score, weights.TOWN_AGREES), "stands in an address")


def birth_step(score: float, party: Party, entry: WatchlistEntry) -> Iterator[Step]:
    """A day of birth that agrees, its year alone, or one that is years apart."""
    if not party.birth_date:
        return
    birth, theirs = births_met(party.birth_date, entry.birth_dates)
    after = {
        Birth.SAME_DAY: raised(score, weights.BIRTH_AGREES),
        Birth.SAME_YEAR: raised(score, weights.BIRTH_YEAR_AGREES),
        Birth.OTHER: score * (1.0 - weights.BIRTH_DIFFERS),
    }
    if birth in after:
        yield Step("birth", party.birth_date, theirs, after[birth], birth.value)


def identifier_step(score: float, party: Party, entry: WatchlistEntry) -> Iterator[Step]:
    """An equal number of one register decides; a differing one lowers."""
    met = _identifiers_met(party, entry)
    if met is None:
        return
    ours, theirs, equal = met
    after = max(score, weights.SAME_IDENTIFIER) if equal else score * (1.0 - weights.IDENTIFIER_DIFFERS)
    note = f"{ours.kind} {'is the same' if equal else 'differs'}"
    yield Step("identifier", ours.value, theirs.value, after, note)


def raised(score: float, share: float) -> float:
    """A score with a share of its doubt taken away; the better the names agree, the larger the share."""
    return score + (1.0 - score) * score * share


def name_score_needed(score: float, *, births: bool) -> float:
    """The least score of the names from which everything that agrees beside them could raise to `score`."""
    for share in (*([weights.BIRTH_AGREES] if births else []), weights.TOWN_AGREES, weights.COUNTRY_AGREES):
        half = (1.0 + share) / 2.0
        score = (half - sqrt(half * half - share * score)) / share
    return score


def identifier_keys(identifiers: tuple[Identifier, ...]) -> list[tuple[str, str]]:
    """What to look identifiers up by: kind and value. Those whose check digits are wrong are not used."""
    return [(item.kind, item.value) for item in identifiers if item.value and item.valid is not False]


def _identifiers_met(party: Party, entry: WatchlistEntry) -> tuple[Identifier, Identifier, bool] | None:
    """Two identifiers of one kind and whether they are equal; an equal pair first, then a differing one."""
    keys = set(identifier_keys(entry.identifiers))
    differing = None
    for ours in party.identifiers:
        for theirs in entry.identifiers:
            if ours.kind != theirs.kind or ours.valid is False:
                continue
            if ours.value == theirs.value and (ours.kind, ours.value) in keys:
                return ours, theirs, True
            if differing is None and _comparable(ours, theirs):
                differing = (ours, theirs, False)
    return differing


def _comparable(ours: Identifier, theirs: Identifier) -> bool:
    return ours.kind in _WORLDWIDE or (bool(ours.country) and ours.country == theirs.country)
