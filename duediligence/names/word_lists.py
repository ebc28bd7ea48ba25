"""The word lists beside this file, loaded once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from duediligence.names.edit_distance import one_slip_table
from duediligence.names.normalize import clean
from duediligence.names.phonetics import sound_key
from duediligence.names.tokenize import split_words
from duediligence.resources import load_validated, package_file

# A trade word shorter than this is not recognised by its sound: too many names sound alike.
_LEAST_SOUND = 5


@dataclass(frozen=True, slots=True)
class LegalForms:
    """Legal forms as word sequences → class, by their first word (longest first), and those written without blanks."""

    by_first_word: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    attached: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WordLists:
    """Every list a name's words are looked up in; keys are romanised lower-case words."""

    legal_forms: LegalForms
    trade_words: Mapping[str, str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    titles: frozenset[str]
    places: frozenset[str]
    spellings: Mapping[str, str]
    nicknames: Mapping[str, str]
    numbers: Mapping[str, str]
    number_markers: frozenset[str]
    one_slip: Mapping[str, str]
    by_sound: Mapping[str, str]


@cache
def word_lists() -> WordLists:
    """The packaged word lists; raises `PackagedDataBroken` if one does not load."""
    numbers = load_validated(_file("numbers"), dict[str, list[str]])
    legal_forms, trade_words = _legal_forms(), _families("trade_words", str)
    single_forms = (forms[-1][0][0] for forms in legal_forms.by_first_word.values() if len(forms[-1][0]) == 1)
    return WordLists(
        legal_forms=legal_forms,
        trade_words=trade_words,
        particles=_flat("particles"),
        honorifics=_flat("honorifics"),
        titles=_flat("titles"),
        places=_flat("places"),
        spellings=_families("spellings", sound_key),
        nicknames=_families("nicknames", str),
        numbers={word: digits for digits, group in numbers.items() for word in group},
        number_markers=_flat("number_markers"),
        one_slip=one_slip_table((*single_forms, *trade_words)),
        by_sound={sound_key(word): word for word in reversed(trade_words) if len(word) >= _LEAST_SOUND},
    )


def may_be_title(word: str) -> bool:
    """Whether a romanised lower-case word is a title before some people's names."""
    return word in word_lists().titles


def _file(name: str) -> Path:
    return package_file("names", "data", f"{name}.yaml")


def _flat(name: str) -> frozenset[str]:
    lines = load_validated(_file(name), list[str])
    return frozenset(word for line in lines for word in line.split())


def _families(name: str, key: Callable[[str], str]) -> dict[str, str]:
    """Every member of a family → what `key` makes of the first. Bare consonants carry a `~` to be told apart."""
    families = load_validated(_file(name), list[list[str]])
    return {_key_of(member): key(family[0]) for family in families for member in family}


def _key_of(member: str) -> str:
    words = split_words(clean(member))
    return ("~" if words[0].consonantal else "") + "".join(word.text for word in words)


def _legal_forms() -> LegalForms:
    classes = load_validated(_file("legal_forms"), dict[str, list[str]])
    attached = load_validated(_file("attached_forms"), dict[str, list[str]])
    pairs = [(form, name) for name, forms in attached.items() for form in forms]
    return LegalForms(_by_first_word(classes.items()), tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair))))


def _by_first_word(classes: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for name, forms in classes:
        for form in forms:
            for words in _ways_to_write(form):
                found.setdefault(words[0], {}).setdefault(words, name)
    return {
        first: tuple(sorted(forms.items(), key=lambda item: (-len(item[0]), item))) for first, forms in found.items()
    }


def _ways_to_write(form: str) -> list[tuple[str, ...]]:
    """The form's words; where they are single letters, also as one word."""
    words = split_words(clean(form))
    ways = [tuple(word.text for word in words)]
    if len(words) > 1 and all(len(word.written) == 1 for word in words):
        ways.append(tuple(word.text for word in split_words("".join(word.written for word in words))))
    return ways
