"""The fonts that ship with the package: which letters each has, and fresh copies for each document."""

from __future__ import annotations

from functools import cache
from typing import Any

from duediligence.resources import package_file

LATIN = "NotoSans-Regular"
BOLD = "NotoSans-Bold"
ARABIC = "NotoSansArabic-Regular"
BENGALI = "NotoSansBengali-Regular"
DEVANAGARI = "NotoSansDevanagari-Regular"
HAN = "NotoSansSC-Regular"
# In order of preference: the first font that has a letter shows it.
FONTS = (LATIN, ARABIC, BENGALI, DEVANAGARI, HAN)
# NotoSans has some Indic letters without the rules that join them, so it comes last for these.
INDIC_FONTS = (BENGALI, DEVANAGARI, LATIN)
# Letters of these change their shape or place beside others; the rest are set one by one.
SHAPED = frozenset({ARABIC, BENGALI, DEVANAGARI})


@cache
def letters(font: str) -> frozenset[int]:
    """Every code point the font has a glyph for."""
    return frozenset(_harfbuzz_face(font).unicodes)


@cache
def _harfbuzz_face(font: str) -> Any:
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_path(font))))


@cache
def font_of(letter: str) -> str:
    """The first font that has the letter, empty if none has."""
    fonts = INDIC_FONTS if "\u0900" <= letter <= "\u0dff" else FONTS
    return next((font for font in fonts if ord(letter) in letters(font)), "")


def fresh_font(font: str) -> Any:
    """A copy of the font for one document, known to reportlab by its name.

    Fresh, because a font object keeps the subsets it has assigned: an old one would make the same report
    come out in other bytes the second time.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    made = TTFont(font, str(_path(font)))
    # `registerFont` keeps the first font of a name for ever; letters that this document's copy got would be missing.
    pdfmetrics._fonts.pop(font, None)
    pdfmetrics._dynFaceNames.pop(made.face.name, None)
    pdfmetrics.registerFont(made)
    return made


def _path(font: str) -> Any:
    return package_file("reports", "fonts", f"{font}.ttf")
