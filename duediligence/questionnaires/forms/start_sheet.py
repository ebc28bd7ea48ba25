"""The first sheet of a form: what it is, who answers, how to, how far one has come and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from duediligence.model import EvidenceGrade
from duediligence.questionnaires.forms.layout import ANSWERED_BY, ANSWERED_ON, PARTY_ID, PARTY_NAME
from duediligence.questionnaires.forms.question_sheet import QuestionSheet
from duediligence.questionnaires.forms.rules import Progress, Rules
from duediligence.questionnaires.forms.style import FormStyle, height_for
from duediligence.questionnaires.translations.wording import Wording
from duediligence.tables import write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TITLE_SIZE = 1.5
"""How many times larger than other text the title is."""
LABEL_WIDTH, TEXT_WIDTH = 42, 100
ENTRY_ROW, PROGRESS_ROW, MISSING_ROW, FIRST_THEME_ROW = 4, 9, 10, 11
HOW_TO = (
    "Fill in the yellow cells of this sheet and of the sheet “{sheet}”. Choose from the list where there is one.",
    "Grey questions do not concern you because of an earlier answer; leave them empty.",
    "Leave a question empty if you do not know, and say why in the note. An empty cell is not counted as a bad answer.",
    "Do not write the name of any worker, here or in a note.",
    "If somebody is in danger, do not wait for this form: call for help first, and ask no questions that could "
    "put the person at risk.",
)
EVIDENCE_IS = (
    "For each answer choose what you could show; it is not needed now. Without a choice, it is taken as a claim."
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who answers, when and in which role, as far as it is known."""

    id: str = ""
    name: str = ""
    answered_on: date | None = None
    answered_by: str = ""


@dataclass(slots=True)
class StartSheet:
    """Writes the sheet; `questions` is the one it counts in."""

    sheet: Worksheet
    style: FormStyle
    rules: Rules
    wording: Wording
    questions: QuestionSheet

    def write(self, party: Party, *, quick: bool) -> None:
        """Writes every line, from the top."""
        self.sheet.column_dimensions["A"].width = LABEL_WIDTH
        self.sheet.column_dimensions["B"].width = TEXT_WIDTH
        title = self.wording.title
        self._title(f"{title} · {self.wording.word('Quick form')}" if quick else title)
        self._line(2, self.wording.word("About"), self.wording.introduction)
        self._line(3, "", self.wording.draft_mark, bold=True)
        self._entries(party)
        row = self._progress() + 1
        for number, text in enumerate(HOW_TO, start=1):
            advice = self.wording.word(text).format(sheet=self.questions.sheet.title)
            row = self._line(row, self.wording.word("How to") if number == 1 else "", f"{number}. {advice}")
        row += 1
        for number, text in enumerate((EVIDENCE_IS, *EvidenceGrade)):
            label = "" if number else self.wording.word("What stands behind an answer")
            row = self._line(row, label, self.wording.word(text))
        self._line(row + 1, self.wording.word("Questionnaire"), self._about())

    def _title(self, text: str) -> None:
        self._line(1, "", text)
        self.style.dress(self.sheet["B1"], self.style.title)
        self.sheet.row_dimensions[1].height = height_for((text, TEXT_WIDTH / TITLE_SIZE)) * TITLE_SIZE

    def _about(self) -> str:
        item = self.wording.questionnaire
        version = self.wording.word("version {version}").format(version=item.version)
        return f"{item.id}, {version}, {item.edition.isoformat()}, {item.licence}, {self.wording.name}"

    def _progress(self) -> int:
        """Whole, what is missing, and each theme with a link to it; returns the first row below."""
        count = Progress(self.questions.sheet.title, self.questions.last_row, self.wording)
        self._computed(PROGRESS_ROW, self.wording.word("Progress"), count.whole(), bold=True)
        who, when = (("B4", "B5"), ("B6", "B7"))
        self._computed(MISSING_ROW, self.wording.word("Still missing"), count.missing(who, when), bold=True)
        for row, theme in enumerate(self.wording.questionnaire.themes, start=FIRST_THEME_ROW):
            self._computed(row, f"{theme.id}. {self.wording.theme(theme.id)[0]}", count.theme(theme.id))
            self._link(row, self.questions.theme_rows[theme.id])
        return FIRST_THEME_ROW + len(self.wording.questionnaire.themes)

    def _link(self, row: int, target: int) -> None:
        from openpyxl.worksheet.hyperlink import Hyperlink

        cell = self.sheet.cell(row, 1)
        self.style.dress(cell, self.style.link)
        cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{self.questions.sheet.title}'!A{target}")

    def _line(self, row: int, label: str, text: str, *, bold: bool = False) -> int:
        """Writes a line; returns the row below it."""
        for column, value in ((1, label), (2, text)):
            cell = self.sheet.cell(row, column)
            if value:
                write_text(cell, value)
            self.style.dress(cell, self.style.bold if bold or column == 1 else self.style.plain)
        self.sheet.row_dimensions[row].height = height_for((label, LABEL_WIDTH), (text, TEXT_WIDTH))
        return row + 1

    def _computed(self, row: int, label: str, formula: str, *, bold: bool = False) -> None:
        self._line(row, label, "", bold=bold)
        self.sheet.cell(row, 2, formula)

    def _entries(self, party: Party) -> None:
        values = {
            PARTY_ID: party.id,
            PARTY_NAME: party.name,
            ANSWERED_ON: party.answered_on,
            ANSWERED_BY: party.answered_by,
        }
        for row, (label, value) in enumerate(values.items(), start=ENTRY_ROW):
            self._line(row, self.wording.word(label), "")
            cell = self.sheet.cell(row, 2)
            self.style.open_for_entry(cell, "yyyy-mm-dd" if label == ANSWERED_ON else "@")
            if isinstance(value, date):
                cell.value = value
            elif value:
                write_text(cell, value)
            if label == ANSWERED_ON:
                rule = self.rules.date()
                rule.add(cell.coordinate)
                self.sheet.add_data_validation(rule)
