"""Boxes onto pages: no heading alone at a foot, nothing over the edge."""

from __future__ import annotations

from collections.abc import Sequence

from duediligence.reports.pdf.layout.boxes import Box, Page, PageBreakBox, Placed


def paginate(boxes: Sequence[Box], height: float, foot: float) -> list[Page]:
    """The boxes on pages whose body is `height` points high and begins `foot` points above the sheet's edge."""
    filler = _Filler(height, foot)
    waiting = list(reversed(boxes))
    while waiting:
        box = waiting.pop()
        if isinstance(box, PageBreakBox):
            filler.turn()
            continue
        if not filler.empty and _needed(box, waiting) > filler.room - box.above:
            filler.turn()
        rest = filler.place(box)
        if rest is not None:
            waiting.append(rest)
    return [page for page in filler.pages if page.boxes] or [Page()]


def _needed(box: Box, waiting: Sequence[Box]) -> float:
    """The room that the box must find: with those it may not leave, down to the least of the last."""
    needed, index = 0.0, len(waiting) - 1
    while box.keeps_next and index >= 0:
        needed += box.height
        box, index = waiting[index], index - 1
        needed += box.above
    return needed + box.least


class _Filler:
    """The page that is being filled, and those before it."""

    def __init__(self, height: float, foot: float) -> None:
        self.pages = [Page()]
        self.room = height
        self._height = height
        self._foot = foot

    @property
    def empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.pages[-1].boxes

    def turn(self) -> None:
        """Begins a new page, unless this one is still empty."""
        if not self.empty:
            self.pages.append(Page())
            self.room = self._height

    def place(self, box: Box) -> Box | None:
        """Puts the box, or what fits of it, on the page; returns what remains for the next one."""
        above = 0.0 if self.empty else box.above
        if box.height <= self.room - above + 0.01 + _spare(box):
            self._put(box, above)
            return None
        parts = box.split(self.room - above)
        if parts:
            self._put(parts[0], above)
            self.turn()
            return parts[1]
        if self.empty:
            self._put(box, above)
            return None
        self.turn()
        return box

    def _put(self, box: Box, above: float) -> None:
        self.pages[-1].boxes.append(Placed(box, self._foot + self.room - above))
        self.room -= above + box.height


def _spare(box: Box) -> float:
    """Space below a box may hang over the body's edge."""
    return min(getattr(box, "below", 0.0) or getattr(getattr(box, "type", None), "below", 0.0), 12.0)
