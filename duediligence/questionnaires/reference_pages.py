"""The questionnaires as a page for readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duediligence.model import Between, Choice, Question, Questionnaire
from duediligence.questionnaires.consistency.rules import (
    COLUMNS,
    ApartShape,
    FactShape,
    RuleShape,
    between,
    contradiction_rules,
    contradictions_head,
)
from duediligence.questionnaires.consistency.statements import question_of
from duediligence.questionnaires.content.loader import load_references
from duediligence.questionnaires.translations.files import ENGLISH, language_words, languages
from duediligence.questionnaires.translations.schema import LanguageShape


def catalogue_markdown(questionnaires: Sequence[Questionnaire]) -> str:
    """Every question with what its answers earn, why it is asked and where it comes from; then the references."""
    lines = ["# Questionnaires", "", *_explained(), *_languages()]
    for questionnaire in questionnaires:
        lines.extend(_questionnaire(questionnaire))
    lines.extend(_references(questionnaires))
    return "\n".join(lines) + "\n"


def _explained() -> Iterator[str]:
    yield (
        "The figure after an answer is the credit it earns, 0 to 1; “–” leaves the base of the score. A **critical** "
        "answer makes a finding whatever the score. How credits, weights and evidence come together is in "
        "[methodology.md](methodology.md). Weights, credits and limits are our own judgement; the wording is ours. "
        "Which indicators and clauses are covered by which questions, and where the clauses were checked, is in "
        "[coverage.md](coverage.md). Questions marked “quick” make a short form."
    )
    yield ""


def _languages() -> Iterator[str]:
    names = ("English", *(_named(language_words(code)) for code in languages() if code != ENGLISH))
    yield (
        f"Forms come in {', '.join(names)}. A draft has not yet been read by a native speaker, and says so wherever it "
        "is shown. What a translation lacks stands in English. Answers are kept in English, whatever the form was in."
    )
    yield ""


def _named(words: LanguageShape) -> str:
    draft = ", draft" if words.status == "draft" else ""
    return f"{words.name} (`{words.language}`{draft})"


def _questionnaire(questionnaire: Questionnaire) -> Iterator[str]:
    scored = [question for question in questionnaire.questions if question.is_scored]
    quick = [question for question in questionnaire.questions if question.quick]
    yield f"## {questionnaire.title}"
    yield ""
    yield (
        f"`{questionnaire.id}`, version {questionnaire.version} of {questionnaire.edition.isoformat()}, for each "
        f"{questionnaire.audience}; {len(questionnaire.questions)} questions, {len(scored)} of them scored, "
        f"{len(quick)} quick. {questionnaire.licence}."
    )
    yield ""
    yield questionnaire.introduction
    yield ""
    for theme in questionnaire.themes:
        yield f"### {theme.id}. {theme.title}"
        yield ""
        yield theme.about
        yield ""
        for question in questionnaire.questions:
            if question.theme == theme.id:
                yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield f"**{question.id}** {question.text}"
    yield ""
    yield from (f"- {fact}" for fact in _facts(question))
    yield ""


def _facts(question: Question) -> Iterator[str]:
    scored = f"Weight {question.weight:g}." if question.is_scored else "Not scored."
    yield f"Answer: {_answers(question)} {scored}" + (" Quick." if question.quick else "")
    if question.asked_if:
        yield "Asked if " + " and ".join(
            f"{condition.question} is {_either(condition.among)}" for condition in question.asked_if
        )
    named = (
        ("", question.help),
        ("Why: ", question.why),
        ("Evidence: ", question.evidence_expected),
        ("What to do: ", question.action),
        ("From: ", "; ".join(question.references)),
        ("", "The routes that the answer names are held against the register of corridors." * question.tells_routes),
    )
    yield from (label + text for label, text in named if text)


def _answers(question: Question) -> str:
    if question.choices:
        several = "several of " if question.type == "several_of" else ""
        return several + " · ".join(_choice(choice, question) for choice in question.choices) + "."
    kind = f"{question.type} ({question.unit})" if question.unit else str(question.type)
    return f"{kind}{_limits(question)}."


def _choice(choice: Choice, question: Question) -> str:
    credit = "–" if choice.credit is None else f"{choice.credit:g}"
    critical = " **critical**" if choice.value in question.critical_answers else ""
    return f"{choice.value} ({credit}){critical}" if question.is_scored else choice.value + critical


def _limits(question: Question) -> str:
    if question.good_at_most is None:
        return ""
    good = f", good up to {question.good_at_most:g}"
    return good if question.critical_above is None else f"{good}, **critical** above {question.critical_above:g}"


def _either(values: Iterable[str]) -> str:
    return " or ".join(f"“{value}”" for value in values)


def _references(questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    known = load_references()
    used = {name for item in questionnaires for question in item.questions for name in question.references}
    yield "## References"
    yield ""
    yield "Clauses are named, never quoted."
    yield ""
    yield from (f"- **{name}**: {source}" for name, source in known.references.items() if name in used)
    yield "- **ILO indicator 1–11**: ILO, Indicators of Forced Labour (Special Action Programme, 2012)"


def contradictions_markdown() -> str:
    """Every rule by where its two things are said: both in words, and what is asked."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    head = contradictions_head()
    yield from ("# What does not fit together", "")
    yield (
        f"Edition {head.edition.isoformat()}, {head.licence}; {head.basis}. A rule names two things that were said and "
        "do not fit, and a question to ask next. It accuses nobody and lowers no score; see "
        "[methodology.md](methodology.md). The rules are in `questionnaires/contradictions.yaml`."
    )
    for place in Between:
        rules = [rule for rule in contradiction_rules() if between(rule) is place]
        yield from ("", f"## {place.capitalize()}", "")
        yield from ("| rule | one | the other | ask next |", "| --- | --- | --- | --- |")
        yield from map(_row, rules)


def _row(rule: RuleShape) -> str:
    first, second = map(_fact, rule.facts)
    apart = f"{second}, {_apart(rule.apart)}" if rule.apart else second
    return f"| {rule.id} | {first} | {apart} | {rule.ask} |"


def _fact(fact: FactShape) -> str:
    whose = "the agency: " if fact.of == "agency" else ""
    named = (
        f"{fact.answer} {question_of(fact.answer).text}" if fact.answer else f"spreadsheet: {COLUMNS[fact.row].label}"
    )
    return f"{whose}{named} {_condition(fact)}".strip()


def _condition(fact: FactShape) -> str:
    if fact.among:
        return "**" + "** or **".join(fact.among) + "**"
    if fact.words:
        return "**" + "…** or **".join(fact.words) + "…**"
    figures = (("above", fact.above), ("at most", fact.at_most))
    told = [f"**{word} {figure:g}**" for word, figure in figures if figure is not None]
    flags = (("**given**", fact.given), ("**past on the day of the answers**", fact.passed))
    return " ".join((*told, *(word for word, holds in flags if holds)))


def _apart(apart: ApartShape) -> str:
    if apart.days is not None:
        return f"**more than {apart.days} days apart**"
    if apart.points is not None:
        return f"**more than {apart.points:g} points of percent apart**"
    return f"**one more than {apart.times:g} times the other**"
