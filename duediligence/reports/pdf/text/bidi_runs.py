"""Which stretch of a text is set in which font, and in which order the stretches of a line are seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from duediligence.reports.pdf.text.fonts import BOLD, LATIN, font_of, letters
from duediligence.reports.pdf.text.sanitise import JOINERS

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font and one direction, in the order they are read. `style` is the index of their span."""

    font: str
    text: str
    style: int
    right_to_left: bool = False


def fonts_of(text: str) -> list[str]:
    """The font of each letter.

    Marks and joiners stay with the letter before them; blanks, digits and signs between two letters of one
    font, and after the last letter, stay with these, so that a word is shaped as a whole.
    """
    if text.isascii():
        return [LATIN] * len(text)
    fonts: list[str] = []
    for letter in text:
        before = fonts[-1] if fonts else ""
        sticks = before and _sticks(letter) and ord(letter) in letters(before)
        fonts.append(before if sticks else font_of(letter) or LATIN)
    return _joined(text, fonts)


def _joined(text: str, fonts: list[str]) -> list[str]:
    last = -1
    for index, letter in enumerate(text):
        if not unicodedata.category(letter).startswith(("L", "M")):
            continue
        if last >= 0 and fonts[last] == fonts[index] != LATIN:
            for between in range(last + 1, index):
                if ord(text[between]) in letters(fonts[index]):
                    fonts[between] = fonts[index]
        last = index
    for after in range(last + 1, len(text)):
        if last >= 0 and ord(text[after]) in letters(fonts[last]):
            fonts[after] = fonts[last]
    return fonts


def _sticks(letter: str) -> bool:
    return letter in JOINERS or unicodedata.category(letter).startswith("M")


def is_right_to_left(text: str) -> bool:
    """Whether any letter is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def base_direction(text: str) -> str:
    """`R` if every letter is written from right to left, else `L`: our sentences quote Arabic names."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return "R" if kinds & _RIGHT_TO_LEFT and "L" not in kinds else "L"


def visual_runs(text: str, fonts: list[str], styles: list[int], bold: Iterable[int], base: str) -> list[Run]:
    """One line's runs from left to right. `bold` holds the styles set in bold."""
    heavy = set(bold)
    shown = [BOLD if font == LATIN and style in heavy else font for font, style in zip(fonts, styles, strict=True)]
    levels = _levels(text, base) if is_right_to_left(text) else [0] * len(text)
    runs: list[tuple[int, Run]] = []
    for letter, font, style, level in zip(text, shown, styles, levels, strict=True):
        before = runs[-1] if runs else None
        if before and (before[0], before[1].font, before[1].style) == (level, font, style):
            runs[-1] = (level, Run(font, before[1].text + letter, style, level % 2 == 1))
        else:
            runs.append((level, Run(font, letter, style, level % 2 == 1)))
    return _reordered(runs)


def _levels(text: str, base: str) -> list[int]:
    """The embedding level of each letter by the Unicode bidirectional algorithm; odd is right to left."""
    from bidi import algorithm

    steady = _with_brackets(_without_joiners(text))
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if base == "R" else (0, "L")
    algorithm.get_embedding_levels(steady, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, False)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [int(letter["level"]) for letter in storage["chars"]]


def _without_joiners(text: str) -> str:
    """Each joiner replaced by the letter before it: the algorithm drops joiners, and positions must hold."""
    steady = ""
    for letter in text:
        steady += (steady[-1:] or " ") if unicodedata.bidirectional(letter) == "BN" else letter
    return steady


def _with_brackets(text: str) -> str:
    """Brackets around letters from right to left, after such a letter, made such letters themselves (rule N0)."""
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    letters_now, open_brackets = list(text), list[int]()
    for index, letter in enumerate(text):
        if letter in "([{":
            open_brackets.append(index)
        elif letter in ")]}" and open_brackets:
            start = open_brackets.pop()
            before = next((kind for kind in reversed(kinds[:start]) if kind in _STRONG), "")
            inside = {kind for kind in kinds[start:index] if kind in _STRONG}
            if before in _RIGHT_TO_LEFT and inside and "L" not in inside:
                letters_now[start] = letters_now[index] = "\u05d0"
    return "".join(letters_now)


def _reordered(runs: list[tuple[int, Run]]) -> list[Run]:
    """Rule L2: from the highest level down to 1, each stretch at that level or above is turned around."""
    for level in range(max((level for level, _ in runs), default=0), 0, -1):
        index = 0
        while index < len(runs):
            end = index
            while end < len(runs) and runs[end][0] >= level:
                end += 1
            runs[index:end] = reversed(runs[index:end])
            index = max(end, index + 1)
    return [run for _, run in runs]
