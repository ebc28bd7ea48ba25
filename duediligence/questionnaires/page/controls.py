"""What a person answers with: the controls of each type of question."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from duediligence.model import AnswerType, Choice, EvidenceGrade, Question
from duediligence.questionnaires.page.content import Content
from duediligence.questionnaires.page.elements import element

LABELS = {
    AnswerType.NUMBER: "Answer with a number ({unit}).",
    AnswerType.PERCENTAGE: "Answer with a percentage, such as 70%.",
    AnswerType.DATE: "Answer with a date.",
    AnswerType.TEXT: "Answer in your own words.",
    AnswerType.DOCUMENT: "Name the document: title, number, date of issue.",
}


def answer_control(content: Content, question: Question) -> Element:
    """The control for the question's type; the values of choices are English in every language."""
    if question.choices:
        return _choices(content, question)
    label = content.word(LABELS[question.type], unit=content.wording.unit(question.unit))
    name = f"{question.id}-answer"
    return element(
        "div", element("label", label, for_=name), _field(content, question, name), class_=f"answer {question.type}"
    )


def _choices(content: Content, question: Question) -> Element:
    several = question.type is AnswerType.SEVERAL_OF
    hint = content.said("p", "Choose all that apply.", class_="hint") if several else None
    choices = (_choice(content, question, choice) for choice in question.choices)
    return element("div", hint, element("div", *choices, class_="choices"), class_="answer")


def _choice(content: Content, question: Question, choice: Choice) -> Element:
    kind = "checkbox" if question.type is AnswerType.SEVERAL_OF else "radio"
    button = element("input", type=kind, name=question.id, value=choice.value, data_alone=choice.alone)
    text = content.told("span", content.wording.choice(question.id, choice.value), choice.value)
    return element("label", button, text, class_="choice")


def _field(content: Content, question: Question, name: str) -> Element:
    described = f"{question.id}-error"
    if question.type.is_written:
        return element("textarea", id=name, rows="3", dir="auto", aria_describedby=described)
    if question.type is AnswerType.DATE:
        return element("input", id=name, type="date", min="1980-01-01", max="2100-12-31", aria_describedby=described)
    entry = element("input", id=name, type="text", inputmode="decimal", size="12", aria_describedby=described)
    unit = element("span", content.wording.unit(question.unit), class_="unit", aria_hidden="true")
    return element("div", entry, unit, class_="figure")


def evidence_control(content: Content, name: str) -> Element:
    """The grades of evidence, of which a claim is taken where nothing is chosen."""
    return element("select", *(_grade(content, grade) for grade in EvidenceGrade), id=name)


def _grade(content: Content, grade: EvidenceGrade) -> Element:
    """Its figure is for officers; a person who answers chooses by the words."""
    words = content.wording.word(grade)
    figure, _, rest = words.partition(" ")
    shown = rest[:1].upper() + rest[1:] if figure.isdigit() and rest else words
    return element("option", shown, value=grade)
