"""A document as a PDF: A4, every font embedded, the same bytes for the same document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from duediligence.reports.document.blocks import Align, Block, Document, Heading, PartyHeader, Text, Tone, plain
from duediligence.reports.pdf.layout import theme as t
from duediligence.reports.pdf.layout.boxes import Page, Pen, draw_lines
from duediligence.reports.pdf.layout.pagination import paginate
from duediligence.reports.pdf.render import Composer
from duediligence.reports.pdf.text.fonts import LATIN
from duediligence.reports.pdf.text.line_breaking import Line
from duediligence.reports.pdf.text.sanitise import shown
from duediligence.reports.pdf.text.shaping import Typesetter

__all__ = ["render_pdf"]


def render_pdf(document: Document, path: Path) -> None:
    """Writes the document."""
    typesetter = Typesetter()
    typesetter.font(LATIN)
    composer = Composer(typesetter)
    pages = paginate(list(composer.boxes(document.blocks)), t.BODY_HEIGHT, t.MARGIN_BOTTOM)
    pen = Pen(_canvas(document, path), frozenset(_anchors(document.blocks)))
    for number, page in enumerate(pages, start=1):
        _furniture(pen, composer, document, document.page.format(number=number, count=len(pages)), cover=number == 1)
        _body(pen, page)
        pen.canvas.showPage()
    pen.canvas.save()


def _canvas(document: Document, path: Path) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(
        str(path), pagesize=(t.PAGE_WIDTH, t.PAGE_HEIGHT), invariant=1, pageCompression=1, initialFontName=LATIN,
        lang=document.language,
    )  # fmt: skip
    canvas.setTitle(shown(document.title))
    canvas.setSubject(shown(document.subject))
    canvas.setAuthor("duediligence")
    canvas.setCreator("duediligence")
    canvas.showOutline()
    return canvas


def _anchors(blocks: tuple[Block, ...]) -> list[str]:
    return [block.anchor for block in blocks if isinstance(block, Heading | PartyHeader) and block.anchor]


def _body(pen: Pen, page: Page) -> None:
    for placed in page.boxes:
        placed.box.draw(pen, t.MARGIN_SIDE, placed.top)


def _furniture(pen: Pen, composer: Composer, document: Document, page: str, *, cover: bool) -> None:
    """The head: title and day (not on the cover), page number. The foot: the lists with their dates."""
    pen.canvas.setStrokeColorRGB(*t.RULE)
    pen.canvas.setLineWidth(0.5)
    right, head = t.MARGIN_SIDE + t.BODY_WIDTH, t.PAGE_HEIGHT - 38
    _text(pen, composer.lines(_muted(page), t.TINY, t.BODY_WIDTH), right - 80, head, 80, Align.RIGHT)
    if not cover:
        day, title = t.BODY_WIDTH - 80, t.BODY_WIDTH - 220
        _text(pen, composer.lines(_muted(document.as_of), t.TINY, 140), t.MARGIN_SIDE, head, day, Align.RIGHT)
        _text(pen, composer.lines(_muted(document.title), t.TINY, title), t.MARGIN_SIDE, head, title)
        pen.canvas.line(t.MARGIN_SIDE, head - 14, right, head - 14)
    pen.canvas.line(t.MARGIN_SIDE, 50, right, 50)
    foot = (composer.lines(_muted(text), t.TINY, t.BODY_WIDTH) for text in document.running)
    _text(pen, next((lines for lines in foot if len(lines) == 1), []), t.MARGIN_SIDE, 45, t.BODY_WIDTH)


def _muted(text: str) -> Text:
    return plain(text, Tone.MUTED)


def _text(pen: Pen, lines: list[Line], left: float, top: float, width: float, align: Align = Align.LEFT) -> None:
    """The first line."""
    draw_lines(pen, lines[:1], t.TINY, left, top, width, align)
