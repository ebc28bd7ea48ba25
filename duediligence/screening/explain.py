"""A hit as the match that goes into reports: with all its evidence and one sentence for the file."""

from __future__ import annotations

from duediligence.model import Match, MatchEvidence
from duediligence.screening.hit import Hit
from duediligence.screening.score.compare import Scales
from duediligence.settings import Settings

# A discount smaller than this is not worth words; it stands in the evidence all the same.
_WORTH_WORDS = 0.05


def as_match(hit: Hit, scales: Scales, settings: Settings) -> Match:
    """The match of a hit."""
    party, entry = hit.beside.party, hit.beside.entry
    evidence = evidence_of(hit, scales)
    return Match(
        party_id=party.party_id,
        party_name=party.name,
        kind=str(party.kind),
        row=party.origin,
        list=entry.list,
        list_entry_id=entry.entry_id,
        list_name=entry.name,
        matched_name=hit.listed.name.text,
        party_name_compared=hit.name.prepared.text,
        score=hit.score,
        band=hit.band(settings),
        country_party=party.country,
        country_entry=entry.country_codes,
        listed_for=entry.topics,
        evidence=evidence,
        explanation=_sentence(hit, evidence),
    )


def evidence_of(hit: Hit, scales: Scales) -> tuple[MatchEvidence, ...]:
    """The words, then the steps with what each did to the score, then through whom the match came."""
    items = scales.explain(hit.weighed)
    before = hit.weighed.score
    for step in hit.steps:
        effect = round(step.score - before, 4)
        items.append(MatchEvidence(step.feature, step.party_value, step.entry_value, effect, step.note))
        before = step.score
    if hit.name.through:
        items.append(MatchEvidence(hit.name.through, hit.name.prepared.text, "", 0.0, "not the party's own name"))
    return tuple(items)


def _sentence(hit: Hit, evidence: tuple[MatchEvidence, ...]) -> str:
    entry = hit.beside.entry
    who = f" ({hit.name.through} of “{hit.beside.party.name}”)" if hit.name.through else ""
    names = f"“{hit.name.prepared.text}”{who} and “{hit.listed.name.text}”"
    said = " · ".join(text for item in evidence if (text := _words(item)))
    return f"Potential match: {names} ({entry.list}, {entry.entry_id}): {said}."


def _words(item: MatchEvidence) -> str:
    """One piece of evidence in words; empty where it is not worth any."""
    match item.feature:
        case "word":
            return _met(item)
        case "missing" | "contradiction":
            return _alone(item) if item.party_value or item.entry_value else item.note
        case "cut":
            return item.note
        case "little compared":
            return "little to compare" if item.effect <= -_WORTH_WORDS else ""
        case "country":
            return f"country {item.note} ({item.party_value}; list: {item.entry_value})"
        case "town":
            return f"town {item.party_value} {item.note}"
        case "birth":
            return f"birth: {item.note} ({item.party_value}; list: {item.entry_value})"
        case "identifier":
            return f"{item.note} ({item.party_value})"
        case "kind of entry":
            return f"the list has a {item.entry_value}"
        case "weak alias":
            return "a weak alias by the publisher's own mark"
        case _:
            return ""


def _alone(item: MatchEvidence) -> str:
    side = "file" if item.party_value else "list"
    verb = "stands against it in" if item.feature == "contradiction" else "only in"
    return f"{item.party_value or item.entry_value}{_bracketed(item.note)} {verb} the {side}"


def _met(item: MatchEvidence) -> str:
    if item.party_value.casefold() == item.entry_value.casefold():
        return f"{item.party_value}{_bracketed(item.note)}"
    return f"{item.party_value} ≈ {item.entry_value}{_bracketed(item.note)}"


def _bracketed(note: str) -> str:
    return f" ({note})" if note else ""
