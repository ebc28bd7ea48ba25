"""Routes of workers that answers tell in free words join those of the party's row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from duediligence.errors import Code
from duediligence.intake import corridors
from duediligence.model import Answer, Assessment, Party, Problem, Questionnaire, Severity


def with_told_routes(
    parties: Sequence[Party], assessments: Iterable[Assessment], questionnaires: Sequence[Questionnaire]
) -> tuple[tuple[Party, ...], tuple[Problem, ...]]:
    """The parties with the routes of their answers, each with the answer's cell, and what was not read as a country."""
    telling = {question.id for item in questionnaires for question in item.questions if question.tells_routes}
    told: dict[str, list[Answer]] = {}
    for item in assessments:
        found = (answer for answer in item.answers if answer.value and answer.question in telling)
        told.setdefault(item.party_id, []).extend(found)
    problems: list[Problem] = []
    return tuple(_with(party, told, problems) for party in parties), tuple(problems)


def _with(party: Party, told: Mapping[str, Sequence[Answer]], problems: list[Problem]) -> Party:
    """What the row says already stays as the row says it."""
    found = dict.fromkeys(party.corridors)
    for answer in told.get(party.party_id, ()):
        routes = corridors((answer.value,), "", "", party.kind, party.country)
        found.update((replace(route, cell=answer.cell), None) for route in routes.found if route not in found)
        problems.extend(_unread(answer, routes.unknown))
    return replace(party, corridors=tuple(found)) if len(found) > len(party.corridors) else party


def _unread(answer: Answer, unknown: Iterable[tuple[str, str, str]]) -> Iterator[Problem]:
    for _, text, suggestion in unknown:
        yield Problem(Code.COUNTRY_UNKNOWN, Severity.NOTE, answer.cell, f"{answer.question}: {text}", suggestion)
