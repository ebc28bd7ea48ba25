"""A party's name beside a list name, scored."""

from __future__ import annotations

from dataclasses import dataclass

from duediligence.model import MatchBand, Party, WatchlistEntry
from duediligence.names import PreparedName
from duediligence.screening.index.list_index import ListName
from duediligence.screening.score.compare import Weighed
from duediligence.screening.score.context import (
    Step,
    alias_step,
    birth_step,
    country_step,
    identifier_step,
    kind_step,
    town_step,
)
from duediligence.screening.score.name_score import Sides
from duediligence.settings import Settings


@dataclass(frozen=True, slots=True)
class PartyName:
    """One name to screen a party by; `through` is `owner` or `parent` where it is not the party's own."""

    prepared: PreparedName
    through: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the names: the party with the words of its town, the entry with those of its addresses."""

    party: Party
    towns: frozenset[str]
    entry: WatchlistEntry
    places: frozenset[str]

    @property
    def sides(self) -> Sides:
        """What the names are weighed by."""
        return Sides(self.places | self.towns if self.towns else self.places, self.towns, listed=True)


@dataclass(frozen=True, slots=True)
class Hit:
    """Two names, how alike they are, and the steps from there to the score."""

    name: PartyName
    listed: ListName
    beside: Beside
    weighed: Weighed
    steps: tuple[Step, ...]

    @property
    def score(self) -> float:
        """0..1, rounded to four places."""
        return round(self.steps[-1].score if self.steps else self.weighed.score, 4)

    @property
    def same_identifier(self) -> bool:
        """Whether a register's number is the same on both sides."""
        return any(step.feature == "identifier" and step.note.endswith("same") for step in self.steps)

    def band(self, settings: Settings) -> MatchBand:
        """The score in words. A weak alias alone, or a name that is not the party's own, is never strong."""
        held_down = bool(self.name.through) or (self.listed.name.weak and not self.same_identifier)
        if self.score >= settings.strong_score and not held_down:
            return MatchBand.STRONG
        return MatchBand.POSSIBLE if self.score >= settings.possible_score else MatchBand.WEAK


def score_hit(name: PartyName, listed: ListName, weighed: Weighed, beside: Beside) -> Hit:
    """The score of the names, then step by step of what stands beside them.

    A name that is not the party's own is held against the names alone: the party's country, town, birth and numbers
    are not its owner's.
    """
    steps = [*kind_step(weighed.score, weighed.measured.likeness, name.prepared.name_type, beside.entry)]
    steps += alias_step(_after(steps, weighed), listed.name)
    if not name.through:
        steps += country_step(_after(steps, weighed), beside.party, beside.entry)
        steps += town_step(_after(steps, weighed), beside.party, beside.towns, beside.places)
        steps += birth_step(_after(steps, weighed), beside.party, beside.entry)
        steps += identifier_step(_after(steps, weighed), beside.party, beside.entry)
    return Hit(name, listed, beside, weighed, tuple(steps))


def better(one: Hit | None, other: Hit) -> Hit:
    """The hit to report of two on one entry: by score; a party's own name and an earlier name win a tie."""
    if one is None or (other.score, not other.name.through) > (one.score, not one.name.through):
        return other
    return one


def _after(steps: list[Step], weighed: Weighed) -> float:
    return steps[-1].score if steps else weighed.score
