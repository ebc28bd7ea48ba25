"""Blocks into boxes: each text is broken into lines for the width it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from duediligence.reports.document import blocks as b
from duediligence.reports.document.blocks import Align, Block, Document, Heading, PartyHeader, Text, Tone, plain, strong
from duediligence.reports.document.figures import Meters, WorldMap
from duediligence.reports.pdf.layout import theme as t
from duediligence.reports.pdf.layout.boxes import Box, Page, PageBreakBox, Pen, TextBox, draw_lines
from duediligence.reports.pdf.layout.figures import Area, Label, Panel, ScaleBox, at, meters_box, tinted
from duediligence.reports.pdf.layout.pagination import paginate
from duediligence.reports.pdf.layout.tables import GUTTER, Row, TableBox, header_row
from duediligence.reports.pdf.layout.theme import BODY_WIDTH, Type
from duediligence.reports.pdf.layout.world_map import map_box
from duediligence.reports.pdf.text.fonts import LATIN
from duediligence.reports.pdf.text.line_breaking import Line, break_lines, line_width
from duediligence.reports.pdf.text.sanitise import shown
from duediligence.reports.pdf.text.shaping import Typesetter

__all__ = ["render_pdf"]


class Composer:
    """Turns the blocks of one document into boxes, with that document's typesetter."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def boxes(self, blocks: Iterable[b.Block]) -> Iterator[Box]:
        """The boxes of the blocks, in order."""
        for block in blocks:
            yield from self._boxes(block)

    def lines(self, text: Text, type_: Type, width: float) -> list[Line]:
        """The text broken for a width in points."""
        return break_lines(self._typesetter, text, type_.size, width)

    def _boxes(self, block: b.Block) -> Iterator[Box]:
        match block:
            case b.PageBreak():
                yield PageBreakBox()
            case b.Heading():
                yield self._heading(block)
            case b.Paragraph():
                yield self._paragraph(block)
            case b.Bullets():
                yield from (self._bullet(item) for item in block.items)
            case b.Table():
                yield self._table(block)
            case b.Facts():
                yield self._facts(block)
            case b.KeyFigures():
                yield self._key_figures(block)
            case b.BarChart():
                yield self._bars(block)
            case b.RiskScale():
                yield self._scale(block)
            case WorldMap():
                yield map_box(block, self.lines)
            case Meters():
                yield meters_box(block, self.lines)
            case b.Callout():
                yield self._callout(block)
            case b.PartyHeader():
                yield self._party(block)
            case b.Cover():
                yield self._cover(block)

    def _heading(self, block: b.Heading) -> Box:
        kind = t.HEADINGS[block.level]
        tone = Tone.BODY if block.level == 3 else Tone.ACCENT
        lines = self.lines(strong(block.text, tone), kind, BODY_WIDTH)
        return TextBox(
            lines, kind, BODY_WIDTH, keeps_next=True, above=kind.above, anchor=block.anchor, title=shown(block.text)
        )

    def _paragraph(self, block: b.Paragraph) -> Box:
        kind = t.PARAGRAPHS[block.size]
        lines = self.lines(block.text, kind, BODY_WIDTH)
        return TextBox(lines, kind, BODY_WIDTH, keeps_next=block.introduces, above=kind.above)

    def _bullet(self, text: Text) -> Box:
        return TextBox(self.lines(text, t.BULLET, BODY_WIDTH - 14), t.BULLET, BODY_WIDTH, indent=14, bullet=True)

    def _table(self, block: b.Table) -> Box:
        widths = self._widths(block.columns)
        titles = tuple(
            self.lines(strong(column.title, Tone.ACCENT), t.CELL_HEAD, width)
            for column, width in zip(block.columns, _inner(widths), strict=True)
        )
        rows = [self._row(row, widths) for row in block.rows]
        return TableBox(header_row(titles), rows, widths, tuple(column.align for column in block.columns))

    def _widths(self, columns: tuple[b.Column, ...]) -> tuple[float, ...]:
        """The columns' widths by their shares, none narrower than the longest word of its title."""
        whole = sum(column.share for column in columns)
        widths = [BODY_WIDTH * column.share / whole for column in columns]
        for index, column in enumerate(columns):
            words = [self.lines(strong(word), t.CELL_HEAD, BODY_WIDTH)[0] for word in column.title.split()]
            least = max((line_width(word, t.CELL_HEAD.size) for word in words), default=0.0) + GUTTER + 1
            if widths[index] < least:
                widths[widths.index(max(widths))] -= least - widths[index]
                widths[index] = least
        return tuple(widths)

    def _facts(self, block: b.Facts) -> Box:
        pairs = [(plain(label, Tone.MUTED), text) for label, text in block.rows]
        if not block.paired:
            return self._pairs(pairs, (112.0, BODY_WIDTH - 112.0))
        half = (len(pairs) + 1) // 2
        blank = ((), ()) if len(pairs) % 2 else None
        right = [*pairs[half:], *([blank] if blank else [])]
        rows = [(*first, *second) for first, second in zip(pairs[:half], right, strict=True)]
        label, value = 82.0, BODY_WIDTH / 2 - 82.0
        return self._pairs(rows, (label, value, label, value))

    def _pairs(self, rows: Iterable[tuple[Text, ...]], widths: tuple[float, ...]) -> Box:
        return TableBox(None, [self._row(row, widths) for row in rows], widths, (Align.LEFT,) * len(widths))

    def _row(self, cells: tuple[Text, ...], widths: tuple[float, ...]) -> Row:
        if len(cells) == 1 < len(widths):
            return Row((self.lines(cells[0], t.CELL, BODY_WIDTH),), spans=True)
        pairs = zip(cells, _inner(widths), strict=True)
        return Row(tuple(self.lines(cell, t.CELL, width) for cell, width in pairs))

    def _key_figures(self, block: b.KeyFigures) -> Box:
        each, labels, areas = BODY_WIDTH / len(block.figures), list[Label](), list[Area]()
        for number, figure in enumerate(block.figures):
            left = number * each
            areas.append(Area(left, 0, each - 8, 1.6, t.ACCENT))
            parts = ((strong(figure.value, Tone.ACCENT), Type(21, 27), 7.0), (strong(figure.label), Type(8, 11), 35.0))
            for text, kind, down in (*parts, (plain(figure.note, Tone.MUTED), Type(7.2, 10), 58.0)):
                labels.append(Label(self.lines(text, kind, each - 12), kind, left, down, each - 12))
        return Panel(height=90, areas=areas, labels=labels)

    def _bars(self, block: b.BarChart) -> Box:
        most, step, left, room = max((bar.value for bar in block.bars), default=0) or 1, 17.0, 74.0, BODY_WIDTH - 190
        kind, labels, areas = Type(8.2, 12), list[Label](), list[Area]()
        labels.append(Label(self.lines(strong(block.title), kind, BODY_WIDTH), kind, 0, 0, BODY_WIDTH))
        for number, bar in enumerate(block.bars):
            down = 20 + number * step
            length = room * bar.value / most
            areas.append(Area(left, down, length, 11, t.TONES[bar.tone]))
            labels.append(Label(self.lines(plain(bar.label), kind, left), kind, 0, down - 0.5, left))
            end = left + length + 7
            labels.append(Label(self.lines(strong(bar.text), kind, 110), kind, end, down - 0.5, 110))
        return Panel(height=26 + step * len(block.bars), areas=areas, labels=labels, above=10)

    def _scale(self, block: b.RiskScale) -> Box:
        labels, ends = [], [*(start for _, start in block.bands[1:]), 100.0]
        for (name, start), end in zip(block.bands, ends, strict=False):
            width = at(end) - at(start)
            text = self.lines(plain(f"{name} · from {start:g}", Tone.MUTED), t.TINY, width)
            labels.append(Label(text, t.TINY, at(start) + 1, 23, width))
        return ScaleBox(height=40, scale=block, labels=labels)

    def _callout(self, block: b.Callout) -> Box:
        width, kind = BODY_WIDTH - 26, t.PARAGRAPHS["body"]
        title = self.lines(strong(block.title, block.tone), kind, width)
        text = self.lines(block.text, kind, width)
        head = len(title) * kind.leading
        height = head + len(text) * kind.leading + 14
        labels = (Label(title, kind, 13, 7, width), Label(text, kind, 13, 7 + head, width))
        return Panel(height=height + 8, areas=tinted(block.tone, height), labels=labels, above=6)

    def _party(self, block: b.PartyHeader) -> Box:
        width, chip, name_type, small = BODY_WIDTH - 118, 92.0, Type(16, 21), Type(8.2, 12)
        name = self.lines(strong(block.name, Tone.ACCENT), name_type, width)
        subtitle = self.lines(plain(block.subtitle, Tone.MUTED), small, width)
        bottom = 14 + len(name) * name_type.leading
        height = max(bottom + len(subtitle) * small.leading, 34) + 10
        band = self.lines(strong(block.band, Tone.BODY), Type(8.6, 12), chip)
        labels = (
            Label(self.lines(strong(block.party_id, Tone.MUTED), small, width), small, 0, 0, width),
            Label(name, name_type, 0, 13, width),
            Label(subtitle, small, 0, bottom, width),
            Label(band, Type(8.6, 12), BODY_WIDTH - chip + 12, 8, chip - 12),
        )
        areas = (
            Area(BODY_WIDTH - chip, 3, chip, 22, t.TINTS.get(block.tone, t.ACCENT_TINT), 3),
            Area(BODY_WIDTH - chip, 3, 3, 22, t.TONES[block.tone]),
            Area(0, height - 4, BODY_WIDTH, 0.9, t.ACCENT),
        )
        return Panel(
            height=height + 4,
            areas=areas,
            labels=labels,
            keeps_next=True,
            anchor=block.anchor,
            title=f"{shown(block.party_id)}  {shown(block.name)}",
            part=block.opens,
        )

    def _cover(self, block: b.Cover) -> Box:
        title_type, lead = Type(26, 32), Type(11, 15)
        title = self.lines(strong(block.title, Tone.ACCENT), title_type, BODY_WIDTH)
        subtitle = self.lines(plain(block.subtitle, Tone.MUTED), lead, BODY_WIDTH * 0.8)
        down = 50 + len(title) * title_type.leading + 6
        end = down + len(subtitle) * lead.leading + 16
        labels = (
            Label(
                self.lines(strong(block.maker, Tone.ACCENT), Type(9, 12), BODY_WIDTH), Type(9, 12), 0, 16, BODY_WIDTH
            ),
            Label(title, title_type, 0, 50, BODY_WIDTH),
            Label(subtitle, lead, 0, down, BODY_WIDTH * 0.8),
            Label(self.lines(strong(block.as_of), lead, BODY_WIDTH), lead, 0, end, BODY_WIDTH),
        )
        areas = (Area(0, 0, 46, 4, t.ACCENT),)
        return Panel(height=end + 24, areas=areas, labels=labels)


def _inner(widths: tuple[float, ...]) -> list[float]:
    """The columns' widths without their gutters; the last has none."""
    return [*(width - GUTTER for width in widths[:-1]), widths[-1]]


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
