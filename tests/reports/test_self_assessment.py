"""The report for who answered: in their words, made from their answers alone, and kind."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import InputRefused
from duediligence.hotspots import load_registers
from duediligence.model import Answer, AnswerSet, EvidenceGrade, RiskBand
from duediligence.questionnaires import Wording, load_questionnaires, questionnaire, wording
from duediligence.questionnaires.content.loader import load_references
from duediligence.questionnaires.scoring.status import asked_questions
from duediligence.questionnaires.translations.files import interface_words
from duediligence.reports.document.blocks import Block, Callout, Document, Heading, KeyFigures, Paragraph, Table, Text
from duediligence.reports.document.figures import Meters
from duediligence.reports.document.self_assessment.report import self_assessment
from duediligence.reports.self_assessment_file import write_self_assessment
from duediligence.watchlists import catalogue
from tests.reports.conftest import page_texts
from tests.test_architecture import PACKAGE, imports_of

CLAIM, RECORD = EvidenceGrade.CLAIM, EvidenceGrade.RECORD
NOW: dict[str, tuple[str, EvidenceGrade]] = {
    "SUP-A01": ("Yes", RECORD),
    "SUP-A02": ("No", CLAIM),
    "SUP-B01": ("540", CLAIM),
    "SUP-E01": ("No", CLAIM),
    "SUP-E03": ("No", CLAIM),
    "SUP-E04": ("900", RECORD),
    "SUP-F05": ("Partly", CLAIM),
    "SUP-G01": ("Yes", CLAIM),
    "SUP-J01": ("Always", CLAIM),
}
BEFORE: dict[str, tuple[str, EvidenceGrade]] = {
    **NOW,
    "SUP-A01": ("Partly", CLAIM),
    "SUP-E04": ("0", CLAIM),
    "SUP-K03": ("6", CLAIM),
}
WORDS = wording(questionnaire("supplier"))


def answers(given: dict[str, tuple[str, EvidenceGrade]], day: date | None = date(2026, 11, 20)) -> AnswerSet:
    found = tuple(Answer(name, value, grade) for name, (value, grade) in given.items())
    return AnswerSet("supplier", "2026.1", "V-1", "Northwind Demo Mill", day, found, "now.json", "HR manager")


EARLIER = answers(BEFORE, date(2025, 9, 2))


def document(given: dict[str, tuple[str, EvidenceGrade]] = NOW, **options: Any) -> Document:
    return self_assessment(options.get("words", WORDS), answers(given), options.get("before"))


def said(text: Text) -> str:
    return "".join(span.text for span in text)


def text_of(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Paragraph():
            return said(block.text)
        case Callout():
            return f"{block.title}\n{said(block.text)}"
        case Table():
            titles = [column.title for column in block.columns]
            return "\n".join([" | ".join(titles), *(" | ".join(map(said, row)) for row in block.rows)])
        case Meters():
            return "\n".join(f"{meter.label}: {meter.urgent} {meter.text}" for meter in block.meters)
        case KeyFigures():
            return "\n".join(f"{figure.value} {figure.label}, {figure.note}" for figure in block.figures)
    return ""


def whole(found: Document) -> str:
    return "\n".join(map(text_of, found.blocks))


def part(found: Document, heading: str) -> str:
    """What stands under one heading, up to the next."""
    headings = [place for place, block in enumerate(found.blocks) if isinstance(block, Heading)]
    start = next(place for place in headings if text_of(found.blocks[place]) == heading)
    end = next((place for place in headings if place > start), len(found.blocks))
    return "\n".join(map(text_of, found.blocks[start + 1 : end]))


def test_it_begins_with_where_they_stand_as_a_whole_and_by_theme() -> None:
    figures, meters = (
        next(block for block in document().blocks if isinstance(block, kind)) for kind in (KeyFigures, Meters)
    )
    asked = len(asked_questions(questionnaire("supplier"), answers(NOW).answers))
    assert f"9 questions answered, of {asked} that concern you" in text_of(figures)
    assert "35% safeguards shown, in what you have answered" in text_of(figures)
    assert "2 to act on first" in text_of(figures)
    lines = text_of(meters).splitlines()
    assert "Recruitment and fees: 1 to act on first 36% · 3 of 8 answered" in lines
    assert "Workers' voice:  0 of 5 answered" in lines
    assert [meter.value for meter in meters.meters if meter.label == "Workers' voice"] == [None]  # type: ignore[union-attr]


def test_what_cannot_wait_comes_first_by_weight_with_answer_action_reason_and_standards() -> None:
    cards = [text_of(block) for block in document().blocks if isinstance(block, Callout)]
    question = questionnaire("supplier").question("SUP-G01")
    assert question is not None
    assert [card.splitlines()[0][:4] for card in cards] == ["1.  ", "2.  "]
    assert question.text in cards[0]
    for text in ("Your answer: Yes", question.action, question.why, question.evidence_expected, "Dhaka 4"):
        assert text in cards[0]
    assert "Your answer: 900 USD" in cards[1]


def test_all_other_steps_follow_by_weight_the_least_good_first() -> None:
    steps = part(document(), "Then, by weight").splitlines()
    groups = [line for line in steps if line in ("The heart of it", "Important", "Useful")]
    assert groups == ["The heart of it", "Useful"]
    assert "Can a worker leave the job" in steps[steps.index("The heart of it") + 1]
    assert "Is one senior manager responsible" in "\n".join(steps[steps.index("Useful") :])
    assert "passports" not in "\n".join(steps)


def test_without_anything_that_cannot_wait_it_says_so() -> None:
    calm = document({"SUP-A01": ("No", CLAIM)})
    assert "None of your answers speaks of something that cannot wait." in part(calm, "Do this first")
    assert not [block for block in calm.blocks if isinstance(block, Callout)]


def test_good_answers_are_named_and_those_without_proof_are_told_what_would_show_them() -> None:
    assert "written policy against forced labour" in part(document(), "What you do well")
    shown = part(document(), "Good, and only to be shown")
    assert "Is the age of every worker checked" in shown
    assert "The procedure; a blank record." in shown


def test_open_questions_stand_by_theme_and_closed_ones_do_not() -> None:
    still_open = part(document(), "Still open")
    assert "Which of these ways to be heard" in still_open
    assert "do you look its licence up" not in still_open
    assert "Do you have a written policy" not in still_open


def test_answers_that_do_not_fit_are_shown_with_a_question() -> None:
    again = part(document(), "Please look again")
    assert "Does any worker pay anybody" in again and "900 USD" in again
    assert "What was this amount paid for" in again


def test_progress_since_the_last_answers_is_told_kindly() -> None:
    found = document(before=EARLIER)
    told = part(found, "Since 2 September 2025")
    assert "Better: 1 · Not as good as before: 1 · No longer answered: 1." in told
    assert "An answer that is more honest than the last one is progress, too." in told
    assert "Partly (claim only) | Yes (record)" in told
    (meters,) = [block for block in found.blocks if isinstance(block, Meters)]
    assert [meter.before for meter in meters.meters if meter.label == "Commitment and responsibility"] == [0.2]
    assert "The notch: where you stood on 2 September 2025." in whole(found)


def test_without_earlier_answers_there_is_no_such_part() -> None:
    assert "Since" not in whole(document())
    assert "The notch" not in whole(document())


def test_earlier_answers_to_another_questionnaire_are_refused() -> None:
    with pytest.raises(InputRefused):
        document(before=replace(EARLIER, questionnaire="heightened"))


def test_answers_to_the_short_form_are_held_against_the_short_form() -> None:
    quick = {
        item.id: (item.choices[0].value, CLAIM)
        for item in questionnaire("supplier").questions
        if item.quick and item.choices
    }
    first = dict(list(quick.items())[:3])
    found = whole(document(first))
    assert re.search(r"3 questions answered, of \d+ in the short form", found)
    assert "Do you give a yearly account" not in found


def test_the_standards_that_steps_name_stand_in_full_at_the_end() -> None:
    names = part(document(), "The standards in full")
    assert "Dhaka | IHRB, Dhaka Principles for Migration with Dignity (2012)" in names
    assert "principle 4, no passport kept" in names
    assert "Norway" not in part(document({"SUP-G01": ("Yes", CLAIM)}), "The standards in full")


@pytest.mark.parametrize("item", load_questionnaires(), ids=lambda item: item.id)
def test_nothing_from_lists_registers_or_the_risk_model_stands_in_it(item: Any) -> None:
    given = tuple(
        Answer(question.id, question.choices[-1].value if question.choices else "1", CLAIM)
        for question in item.questions
        if question.choices or question.unit
    )
    found = self_assessment(wording(item), AnswerSet(item.id, "", "V-1", "Mill", None, given))
    ours = whole(found) + " ".join(found.running)
    names = [entry.list for entry in catalogue()] + [entry.register for entry in load_registers().registers]
    laws = " ".join((*load_references().references, *load_references().references.values()))
    assert not [name for name in names if name not in laws and re.search(rf"\b{re.escape(name)}\b", ours)]
    banned = ("watchlist", "hotspot", "residual", "inherent", *(f"{band} risk" for band in RiskBand), "risk band")
    assert not [word for word in banned if word in ours.casefold()]


def test_it_is_built_from_the_answers_alone() -> None:
    rooms = {"model", "questionnaires", "reports", "resources", "tables"}
    for path in (PACKAGE / "reports" / "document" / "self_assessment").glob("*.py"):
        imported = imports_of(path.read_text(encoding="utf-8"))
        assert {name.split(".")[1] for name in imported} <= rooms, path.name
        assert not [name for name in imported if name.startswith("duediligence.reports.document.audit.report")], (
            path.name
        )


def test_it_never_scolds() -> None:
    told = whole(document(before=EARLIER)).casefold()
    assert not [word for word in ("bad", "fail", "poor", "violation", "guilty", "unacceptable") if f" {word} " in told]
    assert "an honest “no” is respected here" in told


def test_every_sentence_of_it_is_a_word_of_the_interface(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    real = Wording.word

    def word(self: Wording, english: str) -> str:
        asked.add(english)
        return real(self, english)

    monkeypatch.setattr(Wording, "word", word)
    document(before=EARLIER)
    document({"SUP-A01": ("No", CLAIM)})
    self_assessment(WORDS, replace(answers(NOW), answered_on=None), answers(NOW))
    assert len(asked) > 60
    assert not asked - set(interface_words())


def test_in_another_language_questions_answers_and_actions_are_in_it() -> None:
    words = wording(questionnaire("supplier"), "fr")
    found = whole(document(words=words))
    assert words.question("SUP-G01").action in found
    assert words.choice("SUP-G01", "Yes") in found
    assert words.theme("E")[0] in found
    assert "What was this amount paid for" not in found


def test_the_same_answers_give_the_same_bytes_and_the_pages_hold_the_words(tmp_path: Path) -> None:
    paths = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for path in paths:
        write_self_assessment(document(before=EARLIER), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    pages = page_texts(paths[0])
    assert "Northwind Demo Mill" in pages[0] and "Where you stand" in pages[0]
    assert "Do this first" in pages[1]
    assert all("Made from your own answers alone." in page for page in pages)


@pytest.mark.parametrize("language", ["ar", "bn", "es"])
def test_it_is_written_in_every_script(language: str, tmp_path: Path) -> None:
    words = wording(questionnaire("supplier"), language)
    write_self_assessment(document(words=words), tmp_path / "a.pdf")
    assert len(page_texts(tmp_path / "a.pdf")) > 2
