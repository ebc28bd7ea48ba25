"""Legal forms: found among a name's words, and texts that are nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from duediligence.names.tokenize import words_of
from duediligence.names.word_lists import LegalForms, word_lists

LEGAL = "§"
# Forms as short as this are ordinary syllables too (`as`, `sa`, `co`): they count at the ends of a name only,
# or beside another legal form.
_SHORT = 2
COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word on its way to a token; `legal` is the class of a legal form, else empty."""

    text: str
    written: str
    consonantal: bool = False
    legal: str = ""

    @property
    def key(self) -> str:
        """How it is looked up in the families of words."""
        return f"~{self.text}" if self.consonantal else self.text


def attached_forms(text: str, forms: LegalForms) -> tuple[str, list[Piece]]:
    """The text without the legal forms that stand in it without blanks (`日立株式会社`), and those forms."""
    found: list[Piece] = []
    if text.isascii():
        return text, found
    for form, name in forms.attached:
        if form in text and text != form:
            text = text.replace(form, " ")
            found.append(Piece(form, form, legal=name))
    return text, found


def mark_legal_forms(pieces: list[Piece], forms: LegalForms, meant: Callable[[str], str]) -> list[Piece]:
    """The pieces with every legal form as one piece. A name made of nothing else keeps its words.

    `meant` gives the known word that a misspelt one stands for.
    """
    spans = _spans(pieces, [meant(piece.text) for piece in pieces], forms)
    _trust_from_the_edge(spans)
    _trust_from_the_edge(spans[::-1])
    marked = [piece for span in spans for piece in ([span.form] if span.form and span.sure else span.pieces)]
    return marked if any(not piece.legal for piece in marked) else pieces


@dataclass(slots=True)
class _Span:
    """Some pieces in a row, the form they make if any, and whether it is sure to be one."""

    pieces: list[Piece]
    form: Piece | None = None
    sure: bool = False


def _spans(pieces: list[Piece], words: list[str], forms: LegalForms) -> list[_Span]:
    spans: list[_Span] = []
    position = 0
    while position < len(pieces):
        length, name = form_at(words, position, forms)
        run = pieces[position : position + max(length, 1)]
        form = None
        if length:
            form = Piece("".join(p.text for p in run), " ".join(p.written for p in run), legal=name)
        spans.append(_Span(run, form, bool(form) and (name == COMPANY or _letters(run) > _SHORT)))
        position += max(length, 1)
    return spans


def _trust_from_the_edge(spans: list[_Span]) -> None:
    """A short form is sure at the edge of the name, or right behind (seen from the edge) a sure one."""
    for before, span in zip([None, *spans], spans, strict=False):
        span.sure = span.sure or (span.form is not None and (before is None or before.sure))


def _letters(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def form_at(words: list[str], position: int, forms: LegalForms) -> tuple[int, str]:
    """How many words from `position` on make a legal form, and its class."""
    for form, name in forms.by_first_word.get(words[position], ()):
        if tuple(words[position : position + len(form)]) == form:
            return len(form), name
    return 0, ""


@lru_cache(maxsize=1 << 14)
def is_legal_form(text: str) -> bool:
    """Whether the text is nothing but legal forms: `Co., Ltd.`, `S.A. de C.V.`."""
    words, forms = list(words_of(text)), word_lists().legal_forms
    position = 0
    while position < len(words):
        length, _ = form_at(words, position, forms)
        if not length:
            return False
        position += length
    return bool(words)
