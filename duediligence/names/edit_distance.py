"""One slip of the pen: a letter more, less or another, or two neighbours swapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

# A shorter word one slip away from a known one may well be a name of its own.
_LEAST = 7


def letter_less(word: str) -> Iterator[str]:
    """Everything the word becomes when one letter is left out, each once."""
    return iter(dict.fromkeys(word[:i] + word[i + 1 :] for i in range(len(word))))


def one_slip_table(words: Iterable[str]) -> dict[str, str]:
    """The long ones of the words by themselves and by all they become with a letter less; the first word wins."""
    table: dict[str, str] = {}
    known = [word for word in dict.fromkeys(words) if len(word) >= _LEAST]
    for word in known:
        table.setdefault(word, word)
    for word in known:
        for shorter in letter_less(word):
            table.setdefault(shorter, word)
    return table


def meant(word: str, table: Mapping[str, str]) -> str:
    """The known word that this one is a single slip away from, or the word itself."""
    from rapidfuzz.distance import OSA

    if len(word) < _LEAST - 1 or not word.isalpha():
        return word
    found = (table.get(key) for key in (word, *letter_less(word)))
    near = (known for known in found if known and OSA.distance(word, known, score_cutoff=1) <= 1)
    return next(near, word)
