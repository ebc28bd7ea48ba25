"""What a report is made of, whatever it is rendered to: headings, paragraphs, figures, tables.

A block holds wording and numbers, never a font, a colour or a length. Renderers choose those by `Tone`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from duediligence.reports.document.figures import Meters, WorldMap


class Tone(StrEnum):
    """What a piece of text is, for the eye. Never the only bearer of a meaning: the words say it too."""

    BODY = "body"
    MUTED = "muted"
    ACCENT = "accent"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class Align(StrEnum):
    """Where a column's text stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. `target` names the anchor it leads to, if the document has that anchor."""

    text: str
    strong: bool = False
    tone: Tone = Tone.BODY
    target: str = ""


Text = tuple[Span, ...]

NEW_LINE = Span("\n")
"""What follows begins a new line of the same text."""


def plain(text: str, tone: Tone = Tone.BODY) -> Text:
    """Text of one span."""
    return (Span(text, tone=tone),)


def strong(text: str, tone: Tone = Tone.BODY) -> Text:
    """Bold text of one span."""
    return (Span(text, strong=True, tone=tone),)


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a part, 2 a section of it, 3 a group. An anchor can be led to and stands in the outline."""

    text: str
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `lead` is larger, `small` smaller. One that introduces stays with what follows it."""

    text: Text
    size: str = "body"
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number that is read first, what it counts, and a remark."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Numbers side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its length, and the words at its end."""

    label: str
    value: float
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars on one scale that begins at zero."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class RiskScale:
    """A residual score on 0..100 with its interval; `bands` are the starts of the bands with their names."""

    inherent: float
    residual: float
    low: float
    high: float
    tone: Tone
    bands: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title and its share of the table's width."""

    title: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that is repeated on each page. A row of one cell opens a group and spans the table."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what they name, one below the other; short ones may stand two in a row."""

    rows: tuple[tuple[str, Text], ...]
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A few sentences that must not be overlooked."""

    title: str
    text: Text
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True)
class PartyHeader:
    """Opens a party's own page; the first one `opens` a part of the report, named in the outline."""

    party_id: str
    name: str
    subtitle: str
    band: str
    tone: Tone
    anchor: str
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page's head; the blocks after it stand on the same page."""

    title: str
    subtitle: str
    as_of: str
    maker: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | KeyFigures
    | BarChart
    | RiskScale
    | WorldMap
    | Meters
    | Table
    | Facts
    | Callout
    | PartyHeader
    | Cover
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `title` and `as_of` stand in the head of every page, `running` at its foot.

    `page` numbers the pages, with the places `{number}` and `{count}`; `direction` is that of the `language`.

    `running` is one line in several wordings, the longest first: the first that fits is taken.
    """

    title: str
    as_of: str
    running: tuple[str, ...]
    subject: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    direction: Literal["ltr", "rtl"] = "ltr"
    page: str = "Page {number} of {count}"
