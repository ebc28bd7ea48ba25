"""Whether a text holds, or is, a legal form."""

from __future__ import annotations

from functools import lru_cache

from duediligence.names.legal_forms import form_at
from duediligence.names.prepare import prepare
from duediligence.names.tokenize import words_of
from duediligence.names.tokens import TokenKind
from duediligence.names.word_lists import word_lists


def has_legal_form(text: str) -> bool:
    """Whether a legal form stands in the text beside other words: `Alpha Ltd`, `阿尔法有限公司`."""
    tokens = prepare(text).tokens
    return len(tokens) > 1 and any(token.kind is TokenKind.LEGAL_FORM for token in tokens)


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
