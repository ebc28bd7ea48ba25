"""The letters of a name without its legal form: what two spellings of one name share."""

from __future__ import annotations

from functools import cache

from duediligence.names.normalize import clean
from duediligence.names.tokenize import split_words
from duediligence.names.word_lists import word_lists


def core_letters(name: str) -> str:
    """The romanised letters and digits, without the words of legal forms at the end; all of them if nothing is left.

    `Beta Mills (Pvt.) Ltd` → `betamills`. Quick, for finding duplicates in long files; `prepare` knows far more.
    """
    words = [word.text for word in split_words(clean(name))]
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _form_words():
        kept.pop()
    return "".join(kept)


@cache
def _form_words() -> frozenset[str]:
    """Every word of every legal form."""
    forms = word_lists().legal_forms.by_first_word.values()
    return frozenset(word for ways in forms for words, _ in ways for word in words)
