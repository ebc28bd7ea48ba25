"""Answer files found, given to the parties they speak for, and assessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from duediligence.errors import Code
from duediligence.model import AnswerSet, Assessment, CellRef, Party, Problem, Questionnaire, Severity
from duediligence.questionnaires.answers.reader import read_answers
from duediligence.questionnaires.scoring.assessment import assess, is_supplement
from duediligence.settings import Settings

ANSWER_SUFFIXES = (".xlsx", ".xlsm", ".json")


def answer_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant by `paths`: a file is itself, a folder is every workbook and JSON file in it, by name."""
    found: list[Path] = []
    for path in paths:
        inside = (
            sorted(item for item in path.iterdir() if item.suffix.lower() in ANSWER_SUFFIXES)
            if path.is_dir()
            else [path]
        )
        found.extend(inside)
    return tuple(dict.fromkeys(found))


def assess_all(
    files: Sequence[Path], parties: Sequence[Party], known: Sequence[Questionnaire], settings: Settings
) -> tuple[tuple[Assessment, ...], tuple[Problem, ...]]:
    """An assessment for each questionnaire that a party answered, in the parties' order, and every problem met.

    The questionnaire for the party's own kind comes first. Of two files of one questionnaire the newer is taken.
    """
    problems: list[Problem] = []
    sets_of: dict[str, list[AnswerSet]] = {}
    by_key = _parties_by_key(parties)
    for path in files:
        answers, met = read_answers(path, settings)
        problems.extend(met)
        if answers is None:
            continue
        party = by_key.get(_key(answers.party)) or by_key.get(_key(answers.party_name))
        if party is None:
            found = answers.party or answers.party_name
            problems.append(Problem(Code.ANSWERS_PARTY_UNKNOWN, Severity.ERROR, CellRef(path.name), found))
            continue
        sets_of.setdefault(party.party_id, []).append(answers)
    questionnaires = {questionnaire.id: questionnaire for questionnaire in known}
    assessments = []
    for party in parties:
        newest, older = _newest(sets_of.get(party.party_id, ()))
        problems.extend(_superseded(older))
        newest.sort(key=lambda item: _order(item, party, questionnaires))
        assessments += [assess(questionnaires[item.questionnaire], item, party.party_id) for item in newest]
    return tuple(assessments), tuple(problems)


def _newest(sets: Iterable[AnswerSet]) -> tuple[list[AnswerSet], list[AnswerSet]]:
    """The newest answers to each questionnaire, and all others."""
    newest: dict[str, AnswerSet] = {}
    older: list[AnswerSet] = []
    for item in sorted(sets, key=lambda item: (item.answered_on or date.min, item.file), reverse=True):
        if item.questionnaire in newest:
            older.append(item)
        newest.setdefault(item.questionnaire, item)
    return list(newest.values()), older


def _order(answers: AnswerSet, party: Party, questionnaires: dict[str, Questionnaire]) -> tuple[bool, bool, str]:
    own_kind = questionnaires[answers.questionnaire].audience is party.kind
    return is_supplement(answers.questionnaire), not own_kind, answers.questionnaire


def _superseded(others: Iterable[AnswerSet]) -> Iterable[Problem]:
    return (Problem(Code.ANSWERS_SUPERSEDED, Severity.NOTE, CellRef(other.file), other.party) for other in others)


def _parties_by_key(parties: Sequence[Party]) -> dict[str, Party]:
    """Parties by id and by name; a name that two parties share finds neither."""
    found: dict[str, Party | None] = {}
    for party in parties:
        for name in party.names:
            key = _key(name)
            found[key] = party if found.get(key, party) is party else None
    found.update({_key(party.party_id): party for party in parties})
    return {key: party for key, party in found.items() if party is not None and key}


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
