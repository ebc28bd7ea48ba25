"""An answer file in JSON → what stands in it, before anything is judged.

The schema, where all but `questionnaire` and `answers` may be missing, and an answer may be its bare value::

    {"questionnaire": "supplier", "version": "2026.1", "sha256": "…", "language": "en",
     "party": "V-0101", "party_name": "…", "answered_on": "2026-11-24", "answered_by": "HR manager",
     "answers": {"SUP-A01": {"value": "Yes", "evidence": "2 record", "note": "…"}, "SUP-B01": 120}}

A percentage is a text with its sign ("1%"), a number above 1 (70), or a share up to 1 (0.7). Several answers are a
list, or one text with `;` between them. `sha256` is the hash of the questionnaire's file, `language` that of the form;
the answers may be English whatever it is. Problems name the field: `answers.json › SUP-A01.evidence`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef, Problem, Severity
from duediligence.questionnaires.answers.form_reader import RawAnswer, RawForm
from duediligence.settings import Settings

FIELDS = (
    *("questionnaire", "version", "sha256", "language", "party", "party_name", "answered_on", "answered_by"),
    "answers",
)
ANSWER_FIELDS = ("value", "evidence", "note")
MEGABYTE = 10**6


def read_json(path: Path, settings: Settings) -> RawForm:
    """The answers in the file. Raises `InputRefused`."""
    whole, repeated = _load(path, settings)
    answers = whole.get("answers")
    if not isinstance(answers, dict) or not isinstance(whole.get("questionnaire"), str):
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=path.name)
    facts = {name: _text(whole.get(name)) for name in FIELDS}
    return RawForm(
        file=path.name,
        questionnaire=facts["questionnaire"],
        version=facts["version"],
        party=facts["party"],
        party_name=facts["party_name"],
        answered_on=whole.get("answered_on"),
        answered_on_where=CellRef(path.name, "answered_on"),
        answered_by=facts["answered_by"],
        answers=tuple(_answer(path.name, answer_id, given) for answer_id, given in answers.items()),
        sha256=facts["sha256"],
        problems=(*repeated, *_no_texts(path.name, whole), *_unknown_fields(path.name, whole, answers)),
    )


def _load(path: Path, settings: Settings) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    repeated: list[Problem] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """JSON lets a key be there twice, and keeps the last."""
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                advice = "It is there twice; the last is used. Remove one."
                repeated.append(Problem(Code.ANSWER_INVALID, Severity.WARNING, CellRef(path.name, key), key, advice))
            seen.add(key)
        return dict(pairs)

    try:
        whole = json.loads(_content(path, settings), object_pairs_hook=once)
        json.dumps(whole, ensure_ascii=False).encode()  # Half a character, written \ud800, could never be written out.
    except (ValueError, RecursionError) as error:
        raise InputRefused(Code.ANSWERS_UNKNOWN_FORM, where=path.name, detail="it is no readable JSON") from error
    return (whole if isinstance(whole, dict) else {}), tuple(repeated)


def _content(path: Path, settings: Settings) -> str:
    try:
        if path.stat().st_size > settings.max_file_mb * MEGABYTE:
            raise InputRefused(Code.FILE_TOO_LARGE, where=path.name)
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputRefused(Code.FILE_MISSING, where=path.name, detail=error.strerror or "unreadable") from error


def _text(given: Any) -> str:
    return str(given).strip() if isinstance(given, str | int | float) else ""


def _answer(file: str, answer_id: str, given: Any) -> RawAnswer:
    where = CellRef(file, answer_id)
    if not isinstance(given, dict):
        return RawAnswer(answer_id, given, where)
    where_evidence, note = CellRef(file, f"{answer_id}.evidence"), str(given.get("note") or "").strip()
    return RawAnswer(answer_id, given.get("value"), where, given.get("evidence"), where_evidence, note)


def _no_texts(file: str, whole: Mapping[str, Any]) -> Iterator[Problem]:
    """Fields that hold a list or an object where a text belongs."""
    for name in FIELDS:
        given = whole.get(name)
        if name != "answers" and isinstance(given, dict | list):
            advice = "Write a text; it was left out."
            yield Problem(Code.ANSWER_INVALID, Severity.WARNING, CellRef(file, name), str(given), advice)


def _unknown_fields(file: str, whole: Mapping[str, Any], answers: Mapping[str, Any]) -> Iterator[Problem]:
    """A misspelt key would lose its value in silence."""
    places: list[tuple[str, Mapping[str, Any], tuple[str, ...]]] = [("", whole, FIELDS)]
    places += [(answer_id, given, ANSWER_FIELDS) for answer_id, given in answers.items() if isinstance(given, dict)]
    for place, given, known in places:
        for key in given:
            if key not in known:
                advice = f"The fields are {', '.join(known)}; this one was not read."
                yield Problem(Code.ANSWER_ROW_UNKNOWN, Severity.WARNING, CellRef(file, place), key, advice)
