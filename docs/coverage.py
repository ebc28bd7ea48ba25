"""For reviewers: each question with its indicators and clauses, and each indicator and clause with its questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docs.generate import table
from duediligence.model import Question, Questionnaire
from duediligence.questionnaires.content.loader import load_references

Row = tuple[str, ...]


def indicators_covered(questionnaires: Sequence[Questionnaire]) -> Iterator[Row]:
    """The ILO's indicators, each with the ids of the questions that look for it, a column for each questionnaire."""
    for indicator, about in load_references().indicators.items():
        yield (about, *_ids(questionnaires, indicator))


def clauses_covered(questionnaires: Sequence[Questionnaire], instrument: str) -> Iterator[Row]:
    """The clauses of one instrument with what they are about, and the questions that speak to each."""
    item = next(item for item in load_references().instruments if item.short == instrument)
    for clause, about in item.clauses.items():
        name = f"{instrument} {clause}"
        yield (name, about, *_ids(questionnaires, name))


def clauses_of(question: Question) -> tuple[str, ...]:
    """The question's references without the indicators, which stand among them written out."""
    indicators = set(load_references().indicators.values())
    return tuple(name for name in question.references if name not in indicators)


def coverage(questionnaires: Sequence[Questionnaire]) -> str:
    """The page."""
    return "\n".join((*_head(), *_indicators(questionnaires), *_clauses(questionnaires), *_questions(questionnaires)))


def _head() -> Iterator[str]:
    yield "# What the questionnaires cover"
    yield ""
    yield (
        "For reviewers. Which question belongs to which indicator and clause is our own judgement; a question that "
        "names a clause speaks to it and does not prove that a duty is met. The questions themselves are in "
        "[questionnaires.md](questionnaires.md). A question in the short form is marked “quick”."
    )
    yield ""


def _indicators(questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    yield "## By ILO indicator"
    yield ""
    yield table(("indicator", *_names(questionnaires)), indicators_covered(questionnaires))


def _clauses(questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    yield "## By clause"
    yield ""
    for item in load_references().instruments:
        yield f"### {item.short}: {item.title}"
        yield ""
        yield f"Checked: {item.checked}."
        yield ""
        yield table(("clause", "about", *_names(questionnaires)), clauses_covered(questionnaires, item.short))


def _questions(questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    for questionnaire in questionnaires:
        yield f"## {questionnaire.title}"
        yield ""
        yield table(("question", "", "quick", "ILO indicators", "clauses"), map(_question, questionnaire.questions))


def _question(question: Question) -> Row:
    numbers = ", ".join(indicator.removeprefix("FL") for indicator in question.indicators)
    return (question.id, question.text, "quick" if question.quick else "", numbers, "; ".join(clauses_of(question)))


def _ids(questionnaires: Sequence[Questionnaire], name: str) -> tuple[str, ...]:
    return tuple(", ".join(_speaking_to(name, item)) for item in questionnaires)


def _speaking_to(name: str, questionnaire: Questionnaire) -> Iterator[str]:
    for question in questionnaire.questions:
        if name in question.indicators or name in question.references:
            yield question.id


def _names(questionnaires: Sequence[Questionnaire]) -> tuple[str, ...]:
    return tuple(f"`{questionnaire.id}`" for questionnaire in questionnaires)
