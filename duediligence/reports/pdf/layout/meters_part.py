"""Meters as a figure: a pale bar for the whole, a filled one for the share, a notch for where it stood before."""

from __future__ import annotations

from collections.abc import Callable

from duediligence.reports.document.blocks import Text, Tone, plain, strong
from duediligence.reports.document.meters_part import Meter, Meters
from duediligence.reports.pdf.layout import theme as t
from duediligence.reports.pdf.layout.figures import Area, Label, Panel
from duediligence.reports.pdf.layout.theme import BODY_WIDTH, Type
from duediligence.reports.pdf.text.line_breaking import Line

Lines = Callable[[Text, Type, float], list[Line]]

KIND = Type(8.2, 12)
LABEL, GAP, WORDS, BAR, NOTCH = 146.0, 10.0, 158.0, 9.0, 15.0
"""Widths of the label, between the columns and of the words; heights of a bar and of its notch, in points."""

LENGTH = BODY_WIDTH - LABEL - WORDS - 2 * GAP
LEAST_ROW = 19.0


def meters_box(block: Meters, lines: Lines) -> Panel:
    """The figure; a row is as high as its longest words."""
    areas, labels, down = list[Area](), list[Label](), 2.0
    for meter in block.meters:
        words = _words(meter)
        left, right = lines(plain(meter.label), KIND, LABEL), lines(words, KIND, WORDS)
        row = max(LEAST_ROW, KIND.leading * max(len(left), len(right)) + 7)
        labels.append(Label(left, KIND, 0, down, LABEL))
        labels.append(Label(right, KIND, LABEL + LENGTH + 2 * GAP, down, WORDS))
        areas.extend(_bar(meter, down + 2))
        down += row
    return Panel(height=down + 4, areas=areas, labels=labels, above=6)


def _words(meter: Meter) -> Text:
    urgent = strong(f"{meter.urgent}  ", Tone.HIGH) if meter.urgent else ()
    return (*urgent, *plain(meter.text, Tone.BODY if meter.value is not None else Tone.MUTED))


def _bar(meter: Meter, down: float) -> list[Area]:
    left = LABEL + GAP
    drawn = [Area(left, down, LENGTH, BAR, t.GRID, BAR / 2)]
    if meter.value:
        # A rounded end needs its own width, however small the share.
        drawn.append(Area(left, down, max(BAR, LENGTH * meter.value), BAR, t.ACCENT, BAR / 2))
    if meter.before is not None:
        at = left + LENGTH * meter.before
        drawn.append(Area(at - 1.6, down - (NOTCH - BAR) / 2, 3.2, NOTCH, t.WHITE))
        drawn.append(Area(at - 0.8, down - (NOTCH - BAR) / 2, 1.6, NOTCH, t.INK))
    return drawn
