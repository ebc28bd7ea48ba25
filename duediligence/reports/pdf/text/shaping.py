"""Measures and draws runs of letters. One typesetter serves one document."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from duediligence.reports.pdf.text.bidi_runs import Run
from duediligence.reports.pdf.text.fonts import ARABIC, BENGALI, DEVANAGARI, SHAPED, fresh_font, letters
from duediligence.reports.pdf.text.sanitise import JOINERS


@dataclass(frozen=True, slots=True)
class Setting:
    """A run ready to draw: what reportlab is given, and its width at size 1.

    `opaque` says that the letters cannot be told from the glyphs, so that the page must name them.
    """

    font: str
    glyphs: Any
    width: float
    opaque: bool


class Typesetter:
    """Loads each font when it is first needed and remembers what it has measured."""

    def __init__(self) -> None:
        self._fonts: dict[str, Any] = {}
        self._settings: dict[tuple[str, str, bool], Setting] = {}

    def font(self, name: str) -> Any:
        """This document's own copy of the font."""
        if name not in self._fonts:
            self._fonts[name] = fresh_font(name)
        return self._fonts[name]

    def set(self, run: Run) -> Setting:
        """The run as it is drawn."""
        key = (run.font, run.text, run.right_to_left)
        if key not in self._settings:
            self._settings[key] = self._set(run)
        return self._settings[key]

    def _set(self, run: Run) -> Setting:
        text = joined(run.text) if run.font == ARABIC else run.text
        if not text or run.font in SHAPED - {ARABIC} or _has_marks(text):
            return self._shaped(run)
        drawn = _turned(text) if run.right_to_left else text
        return Setting(run.font, drawn, self.font(run.font).stringWidth(drawn, 1), False)

    def _shaped(self, run: Run) -> Setting:
        """The run through HarfBuzz, which joins letters and places marks and vowel signs.

        Glyphs without a letter of their own get a private one in this document's copy of the font.
        """
        import uharfbuzz
        from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

        font = self.font(run.font)
        harfbuzz = font.hbFont(1)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(run.text)
        buffer.direction = "rtl" if run.right_to_left else "ltr"
        buffer.script = _SCRIPTS.get(run.font, "Latn")
        buffer.language = "en"
        uharfbuzz.shape(harfbuzz, buffer)
        text, shapes = "", []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            letter = _letter(font, harfbuzz, info.codepoint, place.x_advance)
            width = font.face.charWidths[ord(letter)]
            text += letter
            shapes.append(ShapeData(info.cluster, place.x_advance, 0, place.x_offset, place.y_offset, width))
        whole = sum(shape.x_advance for shape in shapes) / 1000
        return Setting(run.font, ShapedStr(text, shapeData=shapes), whole, True)


_SCRIPTS = {ARABIC: "Arab", BENGALI: "Beng", DEVANAGARI: "Deva"}


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})


def joined(text: str) -> str:
    """Arabic letters in the forms they take beside each other, as Unicode encodes them; readers can copy these.

    Empty where a letter has no such form (Kurdish, Uyghur) or carries a mark.
    """
    forms = str(_reshaper().reshape(text)).translate(dict.fromkeys(map(ord, JOINERS)))
    plain = all(
        ord(letter) in letters(ARABIC)
        and not ("\u0620" <= letter <= "\u08ff" and unicodedata.category(letter) in _BARE)
        for letter in forms
    )
    return forms if plain else ""


_BARE = frozenset({"Lo", "Mn"})


def _letter(font: Any, harfbuzz: Any, glyph: int, advance: int) -> str:
    known = font.face.glyphToChar.get(glyph)
    code = known[0] if known else font.hbAddPrivate(harfbuzz.glyph_to_string(glyph), glyph, advance)
    return chr(code)


def _has_marks(text: str) -> bool:
    return not text.isascii() and any(unicodedata.category(letter).startswith("M") for letter in text)


def _turned(text: str) -> str:
    """Signs and digits of a stretch read from right to left, as they are seen: brackets open the other way."""
    from bidi.mirror import MIRRORED

    return "".join(MIRRORED.get(letter, letter) for letter in reversed(text))
