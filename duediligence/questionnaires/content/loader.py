"""YAML → `Questionnaire`, refused whole if anything in it does not hold together."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from duediligence.errors import Code, InputRefused, PackagedDataBroken
from duediligence.model import Choice, Condition, Question, Questionnaire, Theme
from duediligence.questionnaires.content.schema import Credits, QuestionnaireShape, QuestionShape, ReferencesShape
from duediligence.questionnaires.content.validation import faults
from duediligence.resources import data_file, data_folder, load_validated, load_yaml

REFERENCES = "references.yaml"
CONTRADICTIONS = "contradictions.yaml"
NO_QUESTIONNAIRES = (REFERENCES, "interface.yaml", CONTRADICTIONS)

Shape = TypeVar("Shape")


@cache
def load_questionnaires() -> tuple[Questionnaire, ...]:
    """Every packaged questionnaire, by id. Raises `PackagedDataBroken` naming the question that is wrong."""
    references = load_references()
    files = sorted(data_folder("questionnaires").glob("*.yaml"))
    return tuple(read_questionnaire(path, references) for path in files if path.name not in NO_QUESTIONNAIRES)


def questionnaire(questionnaire_id: str) -> Questionnaire:
    """The questionnaire of that id. Raises `InputRefused` (DD-QN-007)."""
    known = {item.id: item for item in load_questionnaires()}
    if questionnaire_id not in known:
        detail = f"“{questionnaire_id}”; there are {', '.join(known)}"
        raise InputRefused(Code.QUESTIONNAIRE_UNKNOWN, detail=detail)
    return known[questionnaire_id]


@cache
def load_references() -> ReferencesShape:
    """The references and indicators that questions may name."""
    return load_validated(data_file("questionnaires", REFERENCES), ReferencesShape)


def read_questionnaire(path: Path, references: ReferencesShape) -> Questionnaire:
    """One file. Raises `PackagedDataBroken` whose `where` is the file and, if one is wrong, the question."""
    raw = load_yaml(path)
    shape = _validated(raw, QuestionnaireShape, path.name)
    themes = tuple(Theme(theme.id, theme.title, theme.about) for theme in shape.themes)
    questions = tuple(_read_question(item, shape.choice_sets, references, path.name) for item in shape.questions)
    read = Questionnaire(
        id=shape.id,
        version=shape.version,
        title=shape.title,
        audience=shape.audience,
        edition=shape.edition,
        introduction=shape.introduction,
        themes=themes,
        questions=questions,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        licence=shape.licence,
    )
    for question_id, fault in faults(read):
        raise _broken(_where(path.name, question_id), fault)
    return read


def _read_question(
    raw: dict[str, Any], choice_sets: dict[str, Credits], references: ReferencesShape, file: str
) -> Question:
    where = _where(file, str(raw.get("id", "")))
    shape = _validated(raw, QuestionShape, where)
    return Question(
        id=shape.id,
        theme=shape.theme,
        text=shape.text,
        type=shape.type,
        weight=shape.weight,
        help=shape.help,
        why=shape.why,
        choices=_choices(shape, choice_sets, where),
        unit=shape.unit,
        good_at_most=shape.good_at_most,
        critical_answers=shape.critical_answers,
        critical_above=shape.critical_above,
        asked_if=tuple(Condition(gate, among) for gate, among in shape.asked_if.items()),
        evidence_expected=shape.evidence_expected,
        indicators=shape.indicators,
        references=_references(shape, references, where),
        action=shape.action,
        quick=shape.quick,
        tells_routes=shape.tells_routes,
    )


def _choices(shape: QuestionShape, choice_sets: dict[str, Credits], where: str) -> tuple[Choice, ...]:
    credits = choice_sets.get(shape.choices) if isinstance(shape.choices, str) else shape.choices
    if credits is None:
        raise _broken(where, f"no choice set {shape.choices}")
    missing = set(shape.alone).difference(credits)
    if missing:
        raise _broken(where, f"alone names {sorted(missing)}, which are no choices")
    return tuple(Choice(value, credit, value in shape.alone) for value, credit in credits.items())


def _references(shape: QuestionShape, known: ReferencesShape, where: str) -> tuple[str, ...]:
    """The question's references with its indicators written out, each proved to be known."""
    clauses = known.references
    unknown = [name for name in shape.references if name not in clauses]
    unknown += [name for name in shape.indicators if name not in known.indicators]
    if unknown:
        raise _broken(where, f"{REFERENCES} does not know {', '.join(unknown)}")
    return (*(known.indicators[name] for name in shape.indicators), *shape.references)


def _validated(raw: Any, shape: type[Shape], where: str) -> Shape:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(shape).validate_python(raw)
    except ValidationError as error:
        raise _broken(where, str(error)) from error


def _where(file: str, question_id: str) -> str:
    return f"{file} › {question_id}" if question_id else file


def _broken(where: str, detail: str) -> PackagedDataBroken:
    return PackagedDataBroken(Code.DATA_BROKEN, where=where, detail=detail)
