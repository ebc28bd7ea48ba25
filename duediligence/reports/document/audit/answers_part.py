"""What a party's answers come to, form by form."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import Assessment, CriticalAnswer, ThemeScore
from duediligence.reports.document.audit.view import Case, count
from duediligence.reports.document.blocks import (
    Align,
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
)


def answers(case: Case) -> Iterator[Block]:
    """Each form of the party: its scores by theme, and the answers that no score outweighs."""
    for assessment in case.assessments:
        yield Heading(f"Answers: questionnaire {assessment.questionnaire}, version {assessment.version}", 2)
        day = f" on {assessment.answered_on.isoformat()}" if assessment.answered_on else ""
        whole = "nothing that is scored" if assessment.control is None else f"controls {assessment.control:.2f} of 1"
        told = f"Answered{day}: {whole}; {assessment.coverage:.0%} of the questions' weight. {assessment.file}."
        yield Paragraph(plain(told))
        if assessment.themes:
            yield _themes(assessment)
        if assessment.critical:
            yield Heading("Answers that are findings by themselves", 3)
            yield Bullets(tuple(map(_critical, assessment.critical)))


def _themes(assessment: Assessment) -> Table:
    columns = (Column("Theme", 4), Column("Controls", 1.6, Align.RIGHT), Column("Answered", 1, Align.RIGHT))
    rows = (
        (
            plain(f"{theme.theme}  {theme.title}"),
            _control(theme),
            plain(f"{theme.coverage:.0%}"),
        )
        for theme in assessment.themes
    )
    return Table(columns, tuple(rows))


def _control(theme: ThemeScore) -> Text:
    """The theme's control, and what no control outweighs."""
    score = "none scored" if theme.control is None else f"{theme.control:.2f}"
    if not theme.critical:
        return plain(score)
    return Span(f"{count(theme.critical, 'critical answer')}  ", strong=True, tone=Tone.CRITICAL), Span(score)


def _critical(answer: CriticalAnswer) -> Text:
    return Span(f"{answer.text} "), Span(answer.value, strong=True), Span(f"  {answer.cell}", tone=Tone.MUTED)
