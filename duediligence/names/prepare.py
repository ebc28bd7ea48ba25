"""A name as written → the words to compare, each with its kind."""

from __future__ import annotations

import re
from functools import lru_cache

from duediligence.model import NameType
from duediligence.names.edit_distance import meant
from duediligence.names.legal_forms import LEGAL, Piece, attached_forms, mark_legal_forms
from duediligence.names.normalize import clean, is_syllabic
from duediligence.names.phonetics import sound_key
from duediligence.names.tokenize import split_words
from duediligence.names.tokens import NameToken, PreparedName, TokenKind
from duediligence.names.word_lists import WordLists, word_lists

_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


@lru_cache(maxsize=1 << 16)
def prepare(text: str, name_type: NameType = NameType.UNKNOWN) -> PreparedName:
    """The name's words, romanised and sorted into kinds.

    A person's name is not searched for legal forms and trade words; titles are left out of it, and `LAST, First` is
    read as `First LAST`. Letters that stand apart (`K. P. Traders`) are initials of a person and one word of an
    organisation. A name without any letter or digit gives no words.
    """
    lists = word_lists()
    cleaned = _given_name_first(clean(text)) if name_type is NameType.PERSON else clean(text)
    bare, forms = attached_forms(cleaned, lists.legal_forms)
    pieces = [Piece(word.text, word.written, word.consonantal) for word in split_words(bare)]
    if name_type is not NameType.PERSON:
        pieces = _letters_joined(mark_legal_forms(pieces, lists.legal_forms, _meant))
    if name_type is not NameType.ORGANISATION:
        pieces = [piece for piece in pieces if piece.text not in lists.honorifics] or pieces
    pieces = _without_number_markers(pieces, lists)
    tokens = (_token(piece, name_type, lists) for piece in (*pieces, *forms))
    return PreparedName(text, name_type, tuple(tokens))


def _given_name_first(text: str) -> str:
    """`HALVORSEN, Petra` → `Petra HALVORSEN`, so that words run together read alike."""
    family, comma, given = text.partition(",")
    return f"{given} {family}" if comma and "," not in given else text


def _letters_joined(pieces: list[Piece]) -> list[Piece]:
    """Runs of single letters as one word: `k p traders` → `kp traders`."""
    joined: list[Piece] = []
    run: list[Piece] = []
    for piece in (*pieces, None):
        if piece is not None and len(piece.text) == 1 and piece.text.isalpha() and not piece.legal:
            run.append(piece)
            continue
        if run:
            joined.append(Piece("".join(p.text for p in run), " ".join(p.written for p in run), run[0].consonantal))
            run = []
        if piece is not None:
            joined.append(piece)
    return joined


def _without_number_markers(pieces: list[Piece], lists: WordLists) -> list[Piece]:
    """`No. 3` → `3`; a `no` before anything else stays."""
    return [
        piece
        for position, piece in enumerate(pieces)
        if not (piece.text in lists.number_markers and any(_number(p.text, lists) for p in pieces[position + 1 :][:1]))
    ]


def _number(text: str, lists: WordLists) -> str:
    """The digits of a number or ordinal; empty for any other word."""
    digits = _ORDINAL.sub("", text)
    return (digits.lstrip("0") or "0") if digits.isdigit() else lists.numbers.get(text, "")


@lru_cache(maxsize=1 << 16)
def _meant(text: str) -> str:
    """The legal form or trade word that a misspelt word stands for, or the word itself."""
    lists = word_lists()
    word = meant(text, lists.one_slip)
    return lists.by_sound.get(sound_key(text), text) if word == text and text not in lists.trade_words else word


def _token(piece: Piece, name_type: NameType, lists: WordLists) -> NameToken:
    if piece.legal:
        return NameToken(piece.legal, TokenKind.LEGAL_FORM, piece.written, piece.text, LEGAL + piece.legal)
    text, kind = _kind(piece, name_type, lists)
    spelling, nickname = lists.spellings.get(piece.key, ""), lists.nicknames.get(piece.key, "")
    sound = spelling or (text if kind is TokenKind.NUMBER else sound_key(text))
    familiar = bool(spelling or nickname)
    return NameToken(text, kind, piece.written, piece.text, sound, nickname, familiar, piece.consonantal)


def _kind(piece: Piece, name_type: NameType, lists: WordLists) -> tuple[str, TokenKind]:
    """The word with its abbreviation opened, and its kind."""
    text = piece.text
    person = name_type is NameType.PERSON
    if (digits := _number(text, lists)) and not (person and text in lists.numbers):
        return digits, TokenKind.NUMBER
    if len(text) == 1:
        return text, TokenKind.INITIAL
    if text in lists.particles and not is_syllabic(piece.written):
        return text, TokenKind.PARTICLE
    if not person and (word := _meant(piece.key)) in lists.trade_words:
        return lists.trade_words[word], TokenKind.COMMON
    if not person and text in lists.places:
        return text, TokenKind.PLACE
    return text, TokenKind.DISTINCTIVE


def has_legal_form(text: str) -> bool:
    """Whether a legal form stands in the text beside other words: `Alpha Ltd`, `阿尔法有限公司`."""
    tokens = prepare(text).tokens
    return len(tokens) > 1 and any(token.kind is TokenKind.LEGAL_FORM for token in tokens)
