"""Which things that were said do not fit together, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from duediligence.intake import Links
from duediligence.model import Assessment, Between, Contradiction, Party
from duediligence.questionnaires.consistency.rules import ApartShape, RuleShape, between, contradiction_rules
from duediligence.questionnaires.consistency.statements import Speaker, Told, speaker, told


def contradictions_within(assessment: Assessment) -> tuple[Contradiction, ...]:
    """What does not fit inside one form, in the rules' order."""
    return tuple(_of_party(speaker(assessment.party_id, None, [assessment]), (), None))


def find_contradictions(
    parties: Sequence[Party], assessments: Sequence[Assessment], links: Links, as_of: date
) -> tuple[Contradiction, ...]:
    """What does not fit in the forms and rows of an audit, in the parties' order.

    Through `links` a supplier's answers and row are held against those of the agencies it uses. A date has passed if
    it lies before the day of the answers, or before `as_of` where they are not dated.
    """
    forms: dict[str, list[Assessment]] = {}
    for assessment in assessments:
        forms.setdefault(assessment.party_id, []).append(assessment)
    speakers = {item.party_id: speaker(item.party_id, item, forms.get(item.party_id, ())) for item in parties}
    found: list[Contradiction] = []
    for party in parties:
        used = sorted({agency.party_id for agency in links.agencies_of(party.party_id).values()})
        found.extend(_of_party(speakers[party.party_id], [speakers[name] for name in used], as_of))
    return tuple(found)


def _of_party(own: Speaker, agencies: Sequence[Speaker], as_of: date | None) -> Iterator[Contradiction]:
    if not any(item.answers for item in (own, *agencies)):
        # Every rule needs an answer; most rows of a long file have none.
        return
    for rule in contradiction_rules():
        with_agency = between(rule) is Between.AGENCY
        for other in agencies if with_agency else (own,):
            first, second = (told(fact, other if fact.of == "agency" else own) for fact in rule.facts)
            if first and second and _clash(rule, first, second, as_of):
                yield Contradiction(rule.id, own.party_id, between(rule), first.said, second.said, rule.ask)


def _clash(rule: RuleShape, first: Told, second: Told, as_of: date | None) -> bool:
    if rule.apart:
        return _are_apart(rule.apart, first.value, second.value)
    day = first.day or second.day or as_of
    return _holds(first, day) and _holds(second, day)


def _holds(one: Told, day: date | None) -> bool:
    fact, value = one.fact, one.value
    if isinstance(value, tuple):
        return fact.given or not set(value).isdisjoint(fact.among) or _has(value, fact.words)
    if isinstance(value, date):
        return fact.given or (fact.passed and day is not None and value < day)
    return (fact.above is not None and value > fact.above) or (fact.at_most is not None and value <= fact.at_most)


def _has(texts: Iterable[str], words: Sequence[str]) -> bool:
    return any(word in text.casefold() for text in texts for word in words)


def _are_apart(apart: ApartShape, first: object, second: object) -> bool:
    if isinstance(first, date) and isinstance(second, date):
        return apart.days is not None and abs((first - second).days) > apart.days
    if not isinstance(first, float | int) or not isinstance(second, float | int):
        return False
    if apart.points is not None:
        return abs(first - second) > apart.points
    return apart.times is not None and max(first, second) > apart.times * min(first, second)
