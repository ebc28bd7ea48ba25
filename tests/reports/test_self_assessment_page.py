"""The self-assessment as a page: one file that loads nothing, runs nothing, and says the same as the PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from duediligence.questionnaires import questionnaire, wording
from duediligence.reports.document.blocks import Bar, BarChart, Table, Tone
from duediligence.reports.document.self_assessment.report import self_assessment
from duediligence.reports.html.page import html_page
from duediligence.reports.self_assessment_file import write_self_assessment
from tests.reports.test_self_assessment import EARLIER, NOW, WORDS, answers, document, said


class Reader(HTMLParser):
    """The words of a page, its tags in order, and what is left open at the end."""

    VOID = ("meta", "br")

    def __init__(self) -> None:
        super().__init__()
        self.words, self.tags, self.open = list[str](), list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_page_says_every_cell_of_every_table_and_closes_every_tag() -> None:
    found = document(before=EARLIER)
    reader = read(html_page(found))
    assert not reader.open
    told = "".join(reader.words)
    cells = [cell for block in found.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert cells
    assert not [cell for cell in cells if said(cell).replace("\n", "") not in told]


def test_it_loads_and_runs_nothing() -> None:
    page = html_page(document())
    assert "default-src 'none'" in page
    assert not re.findall(r"<(script|img|link|iframe|object)|https?://|\bon\w+=|url\(", page)


def test_what_was_typed_stays_text() -> None:
    nasty = replace(answers(NOW), party_name='<script>alert("x")</script> & \u202eSons', answered_by="<b>HR</b>")
    page = html_page(self_assessment(WORDS, nasty))
    assert "<script>" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page and "&amp; Sons" in page


@pytest.mark.parametrize(("language", "head"), [("en", 'lang="en-GB" dir="ltr"'), ("ar", 'lang="ar" dir="rtl"')])
def test_it_is_marked_with_its_language_and_direction(language: str, head: str) -> None:
    assert f"<html {head}>" in html_page(document(words=wording(questionnaire("supplier"), language)))


def test_the_suffix_decides_and_the_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    paths = [tmp_path / "a.html", tmp_path / "b.HTML"]
    for path in paths:
        write_self_assessment(document(before=EARLIER), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert paths[0].read_bytes().startswith(b"<!doctype html>")


def test_a_block_of_the_audit_report_has_no_place_in_it() -> None:
    chart = BarChart("Parties by residual risk", (Bar("low", 1, "1", Tone.LOW),))
    with pytest.raises(ValueError, match="BarChart"):
        html_page(replace(document(), blocks=(chart,)))
